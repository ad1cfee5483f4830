import { findLocationInProse } from '../location/find-working-location.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import { evidenceOf, findPhrase, findPhrases, quote } from '../text/find.ts';
import { isStated, type Modality } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { elementsInForms, elementsInProse, IDENTITY_ELEMENTS, type IdentityElement } from './elements.ts';
import { providerVerification } from './provider.ts';

/** Where validation may be documented. */
export const VALIDATION_FIELDS = ['description', 'workNotes'] as const;
const OUTCOME_FIELDS = ['description', 'workNotes', 'comments', 'closeNotes'] as const;

/** What a ticket tells about the caller's identity. */
export interface IdentityAssessment {
  /** Verification through the identity provider that succeeded. */
  readonly provider: Evidence | undefined;
  readonly elements: ReadonlyMap<IdentityElement, Evidence>;
  readonly missing: readonly IdentityElement[];
  /** A statement that validation was done, without saying by what. */
  readonly statement: Evidence | undefined;
  /** Lines answered with no. */
  readonly denied: readonly Evidence[];
  /** The caller failed validation. */
  readonly failed: Evidence | undefined;
  /** Service was refused, or given all the same. */
  readonly refused: Evidence | undefined;
  readonly served: Evidence | undefined;
  /** Documented as required: through the provider, or by all three elements. */
  readonly documented: readonly Evidence[] | undefined;
}

const STATEMENT = phraseSet([
  '(caller|user|usr|cx|cust|client|identity|customer|employee|colleague|requester) [(was|is|has been|details|id|identity|info)] [(was|were|is|has been)] [successfully] (validated|verified|authenticated)',
  "(validated|verified|authenticated) [(the|his|her|their)] (caller|user|identity|customer|employee|colleague|requester|him|her|details|callers|users|caller's|user's)",
  '[(caller|user|identity)] (validation|verification|authentication) [(was|has been|is)] (done|completed|complete|successful|passed|performed|ok)',
  '(verified|validated) (successfully|and documented)',
  'security (questions|question) [(were|was)] [(answered|verified)] [correctly]',
  "confirmed [(the|his|her|their|caller's|user's)] identity",
  '(badge|id card|identity card|passport) [(was|is)] (checked|verified|shown|seen|inspected|presented)',
  "(checked|verified|saw|inspected) [(the|his|her|their|caller's|user's)] (badge|id card|identity card|passport)",
  'identity [(was|has been)] confirmed',
]);
const STATEMENT_TRAP = phraseSet([
  '(verified|validated|confirmed|authenticated) [(with|that)] [the] (user|caller|customer|him|her|employee|details) (is|can|could|was|has|able|now|that|to|had|will|account|does|did|in|on)',
]);
const STATEMENT_LABEL =
  /^(?:caller |user |identity |customer )?(?:identity )?(?:validation|verification|validated|verified|authentication|authenticated)(?: done| completed| status)?$/;

const FAILED = phraseSet([
  '(failed|fails) [(the|caller|user|identity|okta|mfa|security)] (validation|verification|authentication|validate|verify)',
  '(failed|unable|not able) to (validate|verify|authenticate|confirm) [(the|his|her|their)] (caller|user|identity|customer|himself|herself|themselves|him|her|details|employee|own)',
  "(could not|couldn't|cannot|can't|did not|didn't) (validate|verify|authenticate|confirm|pass) [(the|his|her|their)] (caller|user|identity|customer|himself|herself|validation|verification|him|her|employee)",
  "(could not|couldn't|was not|wasn't|cannot) be (validated|verified|authenticated)",
  '(validation|verification|authentication) [(was|has)] (failed|unsuccessful|not successful)',
  '(caller|user|identity) [(was|is)] not (validated|verified|authenticated)',
  'failed validation',
  '(failed|fails) [(the|an|his|her)] (id|identity|security|validation|verification) (check|checks|questions|question)',
  'validation failed',
]);
/** A push that was refused counts as failed validation only where service was refused as well. */
const PUSH_REFUSED = phraseSet([
  '(okta|mfa|push) [push] [(was|is|has been)] (denied|rejected|declined)',
  '(denied|rejected|declined) [the] (okta|mfa|push)',
]);
const REFUSED = phraseSet([
  '(refused|declined|denied) [(the|any|to|his|her)] (service|request|reset|access|support|assistance|proceed|assist|help|caller|user|go on|continue)',
  'nothing [(was|has been)] (changed|done|reset|provided|given)',
  '[(caller|user|person|he|she)] hung up',
  '(service|support|assistance|request|reset|access) [(was|has been)] (refused|declined|denied|rejected|not provided|not given)',
  'no (service|support|assistance|action|reset|change*|help) [(was|were|has been)] (provided|given|taken|made|done|offered|performed)',
  "(did not|could not|cannot|couldn't|didn't|unable to|not able to) (proceed|assist|help|continue|go ahead|provide|reset)",
  '(advised|asked|told|informed|instructed|requested) ... (call back|callback|visit|call again|reach out)',
  '(advised|asked|told|informed|instructed|requested) ... contact [(the|his|her|their)] manager',
  '(ended|disconnected|terminated) [the] (call|chat)',
  '(call|chat) [(was|is)] (ended|disconnected|terminated|closed)',
  'failed validation process',
  'followed [the] failed validation',
  'without (providing|giving) [any] (service|support|assistance|access)',
]);
const SERVED = phraseSet([
  '[(was|has been)] (reset|unlocked|granted|enabled|enrolled|provisioned|restored|reactivated|resetted|installed|added|created|activated|issued|provided)',
]);
const NOT_DENIED = (modality: Modality) => !(modality.conditional || modality.question || modality.future);

const assessed = new WeakMap<TicketText, IdentityAssessment>();

/** Reads what the exported fields of a ticket tell about the caller's validation. Read once for a ticket. */
export function assessIdentity(text: TicketText, profile: CompiledProfile): IdentityAssessment {
  const known = assessed.get(text);
  if (known !== undefined) return known;
  const assessment = assess(text, profile);
  assessed.set(text, assessment);
  return assessment;
}

function assess(text: TicketText, profile: CompiledProfile): IdentityAssessment {
  const passages = text.passages(VALIDATION_FIELDS);
  const elements = new Map<IdentityElement, Evidence>();
  const denied: Evidence[] = [];
  let provider: Evidence | undefined;
  let statement: Evidence | undefined;
  for (const passage of passages) {
    const verification = providerVerification(passage, profile);
    provider ??= verification.succeeded;
    const forms = elementsInForms(passage);
    denied.push(...verification.denied, ...forms.denied);
    for (const [element, evidence] of [...forms.given, ...elementsInProse(passage, text.ticket)]) {
      if (!elements.has(element)) elements.set(element, evidence);
    }
    for (const line of passage.formLines) {
      if (!STATEMENT_LABEL.test(line.label)) continue;
      if (line.answer === 'yes') statement ??= quote(passage, { start: line.start, end: line.end });
      else if (line.answer === 'no') denied.push(quote(passage, { start: line.start, end: line.end }));
    }
    for (const found of findPhrases([passage], STATEMENT, isStated)) {
      if (
        found.sentence.analysis
          .spans(STATEMENT_TRAP)
          .some((trap) => trap.from <= found.words.from && trap.to >= found.words.to)
      )
        continue;
      statement ??= evidenceOf(found);
    }
  }
  const place = elements.has('location') ? undefined : findLocationInProse(passages, text.ticket, profile);
  if (place !== undefined) elements.set('location', place);
  const complete = IDENTITY_ELEMENTS.every((element) => elements.has(element));
  const told = findPhrase(passages, FAILED, NOT_DENIED);
  const suspected = told ?? findPhrase(passages, PUSH_REFUSED, NOT_DENIED);
  const everywhere = text.passages(OUTCOME_FIELDS);
  const refused = suspected && findPhrase(everywhere, REFUSED, NOT_DENIED);
  const failed = told ?? (refused && suspected);
  const served = failed && findPhrase(everywhere, SERVED, isStated);
  return {
    provider,
    elements,
    missing: IDENTITY_ELEMENTS.filter((element) => !elements.has(element)),
    statement,
    denied,
    failed: failed && evidenceOf(failed),
    refused: refused && evidenceOf(refused),
    served: served && evidenceOf(served),
    documented: provider !== undefined ? [provider] : complete ? [...elements.values()] : undefined,
  };
}
