import { z } from 'zod';
import { notExported } from '../export-facts/exported.ts';
import {
  assessIdentity,
  findIdentityTrace,
  type IdentityAssessment,
  VALIDATION_FIELDS,
} from '../identity/assess-identity.ts';
import { contactOf } from '../identity/contact.ts';
import { nameFields } from '../text/name-fields.ts';
import type { Evidence, Missing } from '../verdict.ts';
import { defineRule, type RuleContext, type RuleOutcome } from './define-rule.ts';

const PASS = 'pass';
const NOT_DOCUMENTED = 'not-documented';
const NOT_VALIDATED = 'not-validated';
const ALL = [PASS, NOT_DOCUMENTED, NOT_VALIDATED];

/** Was the caller's identity validated, and is that documented? What is required depends on how the caller made contact. */
export const callerValidation = defineRule({
  id: 'caller-validation',
  title: 'Caller validation',
  description:
    'Looks for the identity provider’s confirmation, or employee id, full name and location, where the contact type asks for it.',
  requires: [],
  options: z.strictObject({}),
  levels: () => ALL,
  evaluate(context): RuleOutcome {
    const contact = contactOf(context.text, context.profile);
    if (contact.need === 'none')
      return { status: 'not-applicable', rationale: contact.reason, evidence: contact.evidence };
    const identity = assessIdentity(context.text, context.profile);
    if (contact.need === 'unknown') return unknownContact(identity, contact.reason);
    if (contact.need === 'provider') return chat(context, identity, contact.evidence);
    return required(context, identity, contact.evidence);
  },
});

type Context = RuleContext<never, unknown>;

function required(context: Context, identity: IdentityAssessment, contact: Evidence[]): RuleOutcome {
  if (identity.documented !== undefined) return documented(identity.documented);
  const failed = failureOf(identity);
  if (failed !== undefined && identity.statement === undefined) return failedValidation(identity, failed);
  const some = [...identity.elements.values(), ...(identity.statement === undefined ? [] : [identity.statement])];
  const open = notExported(context.ticket, VALIDATION_FIELDS);
  if (some.length > 0) {
    const missing = missingElements(identity);
    if (open.length > 0) return unseen(open, `Documented so far: ${namesOf(identity)}.`, [PASS, NOT_DOCUMENTED], some);
    return {
      status: 'scored',
      levelId: NOT_DOCUMENTED,
      confidence: 'high',
      rationale: `Validation is not documented as required: ${missing.map(({ element }) => element).join(', ')} missing.`,
      evidence: some,
      missing,
    };
  }
  if (open.length > 0) return unseen(open, 'The exported fields show no validation.', ALL, [...identity.denied]);
  if (identity.hint !== undefined) {
    return {
      status: 'unscored',
      reason: 'needs-second-key',
      detail: 'The ticket hints at how the caller was known, without saying that the identity was validated.',
      possibleLevels: [NOT_DOCUMENTED, NOT_VALIDATED],
      evidence: [identity.hint],
    };
  }
  const trace = findIdentityTrace(context.text, context.profile);
  if (trace !== undefined) {
    return {
      status: 'unscored',
      reason: 'needs-second-key',
      detail: 'These words may tell that the caller was identified; only a person can say whether they do.',
      possibleLevels: ALL,
      evidence: [trace],
    };
  }
  return {
    status: 'scored',
    levelId: NOT_VALIDATED,
    confidence: 'high',
    rationale:
      identity.denied.length > 0
        ? 'Validation is required here, and its lines are answered with no.'
        : 'Validation is required here, and nothing shows that it was done.',
    evidence: [...contact, ...identity.denied],
    missing: [{ element: 'caller validation', searched: [...VALIDATION_FIELDS] }],
  };
}

function chat(context: Context, identity: IdentityAssessment, contact: Evidence[]): RuleOutcome {
  if (identity.provider !== undefined) {
    return {
      status: 'not-applicable',
      rationale: 'The chat was verified through the identity provider.',
      evidence: [identity.provider],
    };
  }
  if (identity.documented !== undefined) return documented(identity.documented);
  if (identity.failed !== undefined && (identity.failedForSure || identity.refused !== undefined))
    return failedValidation(identity, identity.failed);
  const open = notExported(context.ticket, VALIDATION_FIELDS);
  if (open.length > 0)
    return { ...unseen(open, 'The exported fields do not show it.', [PASS, NOT_DOCUMENTED], []), mayNotApply: true };
  return {
    status: 'scored',
    levelId: NOT_DOCUMENTED,
    confidence: 'high',
    rationale: 'The chat does not document verification through the identity provider.',
    evidence: [...contact, ...identity.elements.values(), ...identity.denied],
    missing: [{ element: 'verification through the identity provider', searched: [...VALIDATION_FIELDS] }],
  };
}

function documented(evidence: readonly Evidence[]): RuleOutcome {
  return {
    status: 'scored',
    levelId: PASS,
    confidence: 'high',
    rationale: 'The caller’s validation is documented.',
    evidence: [...evidence],
  };
}

/** What tells that the caller failed. Where it may be a device that did, what identifies the caller outweighs it. */
function failureOf({ failed, failedForSure, refused, elements }: IdentityAssessment): Evidence | undefined {
  return failedForSure || refused !== undefined || elements.size === 0 ? failed : undefined;
}

/** Failed validation is no fault, giving service all the same is. Both need to be told for sure. */
function failedValidation(identity: IdentityAssessment, failed: Evidence): RuleOutcome {
  if (identity.refused !== undefined) {
    return {
      status: 'not-applicable',
      rationale: 'The caller failed validation and service was refused: the failed-validation process applies.',
      evidence: [failed, identity.refused],
    };
  }
  if (identity.served !== undefined && identity.failedForSure) {
    return {
      status: 'scored',
      levelId: NOT_VALIDATED,
      confidence: 'high',
      rationale: 'The caller failed validation and was given service all the same.',
      evidence: [failed, identity.served],
    };
  }
  return {
    status: 'unscored',
    reason: 'needs-second-key',
    detail: 'The caller failed validation; the ticket does not tell whether service was given.',
    possibleLevels: [NOT_VALIDATED],
    mayNotApply: true,
    evidence: [failed],
  };
}

function unknownContact(identity: IdentityAssessment, reason: string): RuleOutcome {
  if (identity.documented !== undefined) return documented(identity.documented);
  return { status: 'unscored', reason: 'contact-type-unknown', detail: reason, possibleLevels: ALL, mayNotApply: true };
}

function unseen(
  fields: readonly string[],
  detail: string,
  possibleLevels: string[],
  evidence: Evidence[],
): Extract<RuleOutcome, { status: 'unscored' }> {
  return {
    status: 'unscored',
    reason: 'field-not-exported',
    detail: `${detail} The export does not carry ${nameFields(fields)}, where validation may be documented.`,
    possibleLevels,
    evidence,
  };
}

function missingElements(identity: IdentityAssessment): Missing[] {
  return identity.missing.map((element) => ({ element, searched: [...VALIDATION_FIELDS] }));
}

function namesOf(identity: IdentityAssessment): string {
  const elements = [...identity.elements.keys()];
  return elements.length === 0 ? 'a statement that validation was done' : elements.join(', ');
}
