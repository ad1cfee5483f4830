import type { CheckAnswer, Confidence, Method, UnscoredReason } from '@tqrs/core';

/** Why there is no score, to be read after `Not scored:`. */
export const UNSCORED: Readonly<Record<UnscoredReason, string>> = {
  'field-not-exported': 'a field that it needs was not exported',
  'contact-type-unknown': 'the contact type is not known',
  'no-conversation': 'the ticket holds no conversation',
  'needs-second-key': 'a severe outcome needs a second proof',
  'needs-model': 'only a language model or a person can answer it',
  undecided: 'nothing in the ticket decides it',
  'evidence-not-found': 'the quoted words do not stand in the ticket',
  'language-not-supported': 'the language of the text cannot be examined',
  'judge-failed': 'the review itself failed',
  refused: 'the language model refused to answer',
  filtered: 'a content filter of the language model stopped it',
  'not-asked': 'the run ended before the language model was asked',
};

const METHODS: Readonly<Record<Method, string>> = {
  rule: 'Decided by a rule',
  model: 'Judged by a language model',
  offline: 'Judged by the offline judge',
  human: 'Judged by a person',
};

const CONFIDENCES: Readonly<Record<Confidence, string>> = {
  high: 'high confidence',
  medium: 'medium confidence',
  low: 'low confidence',
};

/** Who or what decided, and how sure it is. */
export const judgedBy = (method: Method, confidence: Confidence): string =>
  `${METHODS[method]}, ${CONFIDENCES[confidence]}`;

/** The answers to a check. */
export const ANSWERS: Readonly<Record<CheckAnswer, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  'not-applicable': 'Not applicable',
  'cannot-assess': 'Not assessed',
};
