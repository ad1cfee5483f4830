import { findLocationInProse } from '../location/find-working-location.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import { evidenceOf, quote } from '../text/find.ts';
import { once } from '../text/once.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { deniesLocation, elementsInForms } from './elements/in-forms.ts';
import { elementsInProse } from './elements/in-prose.ts';
import { IDENTITY_ELEMENTS, type IdentityElement } from './elements/kinds.ts';
import { callerNames } from './elements/own-name.ts';
import { failedValidation } from './failure.ts';
import { providerVerification } from './provider.ts';
import { validationHint, validationStatement } from './statement.ts';
import { identityTrace, namesFactor } from './trace.ts';

/** Where validation may be documented. */
export const VALIDATION_FIELDS = ['description', 'workNotes'] as const;
const TITLE = ['shortDescription'] as const;
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
  /** What may have stood for a validation, though it is none. */
  readonly hint: Evidence | undefined;
  /** The caller failed validation. */
  readonly failed: Evidence | undefined;
  /** Told of the caller, rather than of something that verifies. */
  readonly failedForSure: boolean;
  /** Service was refused, or given all the same. */
  readonly refused: Evidence | undefined;
  readonly served: Evidence | undefined;
  /** Documented as required: through the provider, or by all three elements. */
  readonly documented: readonly Evidence[] | undefined;
}

const STATEMENT_LABEL =
  /^(?:(?:was |is |has )?(?:the )?(?:caller |user |identity |customer )?(?:been )?(?:identity )?(?:validation|verification|validated|verified|authentication|authenticated|val|verif|auth)(?: done| completed| status| y n| yes no)?|(?:did|have|has) (?:you|we) (?:validated?|verify|verified|authenticated?) (?:the )?(?:caller|user|customer|identity))$/;

/** Reads what the exported fields of a ticket tell about the caller's validation. Read once for a ticket. */
export const assessIdentity = once(assess);

/** Where validation does not belong, but may have been written all the same. */
const ELSEWHERE = ['shortDescription', 'comments', 'closeNotes'] as const;

/**
 * Wording that may tell of an identification in a place or a way that {@link assessIdentity} does not know. Where there is none, it is
 * solid that nothing shows a validation.
 */
export function findIdentityTrace(text: TicketText, profile: CompiledProfile): Evidence | undefined {
  const isAboutFactors = namesFactor(text.passages(TITLE));
  for (const passage of text.passages(VALIDATION_FIELDS)) {
    const trace = identityTrace(passage, isAboutFactors);
    if (trace !== undefined) return trace;
  }
  for (const passage of text.passages(ELSEWHERE)) {
    const told = validationStatement(passage) ?? providerVerification(passage, profile).succeeded;
    if (told !== undefined) return told;
  }
  return undefined;
}

function assess(text: TicketText, profile: CompiledProfile): IdentityAssessment {
  const passages = text.passages(VALIDATION_FIELDS);
  const names = callerNames(text.ticket);
  const elements = new Map<IdentityElement, Evidence>();
  const denied: Evidence[] = [];
  let provider: Evidence | undefined;
  let statement: Evidence | undefined;
  let hint: Evidence | undefined;
  let locationDenied = false;
  for (const passage of passages) {
    const verification = providerVerification(passage, profile);
    provider ??= verification.succeeded;
    const forms = elementsInForms(passage);
    locationDenied ||= deniesLocation(passage);
    denied.push(...verification.denied, ...forms.denied);
    for (const [element, evidence] of [...forms.given, ...elementsInProse(passage, names)]) {
      if (!elements.has(element)) elements.set(element, evidence);
    }
    for (const line of passage.formLines) {
      if (!STATEMENT_LABEL.test(line.label)) continue;
      if (line.answer === 'yes') statement ??= quote(passage, { start: line.start, end: line.end });
      else if (line.answer === 'no') denied.push(quote(passage, { start: line.start, end: line.end }));
    }
    statement ??= validationStatement(passage);
    hint ??= validationHint(passage);
  }
  if (locationDenied) elements.delete('location');
  else if (!elements.has('location')) {
    const place = findLocationInProse(passages, text.ticket, profile);
    if (place !== undefined) elements.set('location', place);
  }
  const complete = IDENTITY_ELEMENTS.every((element) => elements.has(element));
  const failure = failedValidation(text.passages(OUTCOME_FIELDS));
  return {
    provider,
    elements,
    missing: IDENTITY_ELEMENTS.filter((element) => !elements.has(element)),
    statement,
    denied,
    hint,
    failed: failure && evidenceOf(failure.failed),
    failedForSure: failure?.certain === true,
    refused: failure?.refused && evidenceOf(failure.refused),
    served: failure?.served && evidenceOf(failure.served),
    documented: provider !== undefined ? [provider] : complete ? [...elements.values()] : undefined,
  };
}
