import type { Check, Criterion, DeclaredPhrases } from '../../rubric/schema.ts';
import { evidenceOf, findPhrase } from '../../text/find.ts';
import { isAccomplished, isRaised, isStated } from '../../text/modality.ts';
import { type PhraseSet, phraseSet } from '../../text/phrases.ts';
import type { CheckReply, GradeReply, JudgeContext } from '../judge.ts';
import { met, notMetByAbsence, notMetByQuote } from './replies.ts';

const compiled = new WeakMap<readonly string[], PhraseSet>();

/** Phrases as a rubric declares them, compiled once. */
function compile(phrases: readonly string[]): PhraseSet {
  const known = compiled.get(phrases);
  if (known !== undefined) return known;
  const set = phraseSet(phrases);
  compiled.set(phrases, set);
  return set;
}

const UNANSWERED = {
  value: 'cannot-assess',
  quotes: [],
  rationale: 'No declared phrase answers this.',
  confidence: 'low',
  reason: 'needs-model',
} as const satisfies GradeReply;

/** Whether a check's own condition holds for this ticket. */
export function isAskedOf(check: Check, { text }: JudgeContext): boolean {
  if (check.appliesWhen === undefined) return true;
  return (
    findPhrase(text.passages(check.appliesWhen.fields), compile(check.appliesWhen.phrases), isRaised) !== undefined
  );
}

/** Answers a check by its declared phrases: one that speaks against it outweighs one that speaks for it. */
export function answerCheckByPhrases(check: Check, phrases: DeclaredPhrases, { text }: JudgeContext): CheckReply {
  const passages = text.passages(check.fields);
  const against = findPhrase(passages, compile(phrases.notMet), isStated);
  if (against !== undefined)
    return notMetByQuote([evidenceOf(against)], `The ticket says the opposite of: ${check.title}.`);
  const proof = findPhrase(passages, compile(phrases.met), isAccomplished);
  if (proof !== undefined) return met([evidenceOf(proof)], `Found: ${check.title}.`);
  if (check.notMetBy === 'absence' && phrases.met.length > 0) return notMetByAbsence(check);
  return UNANSWERED;
}

/** Picks the best open level with a phrase that is stated in the criterion's fields. */
export function answerGradeByPhrases(
  phrases: Readonly<Record<string, readonly string[]>>,
  criterion: Criterion,
  levels: readonly string[],
  { text }: JudgeContext,
): GradeReply {
  const passages = text.passages(criterion.fields);
  for (const level of levels) {
    const declared = phrases[level];
    const found = declared && findPhrase(passages, compile(declared), isAccomplished);
    if (found !== undefined)
      return {
        value: level,
        quotes: [evidenceOf(found)],
        rationale: 'A declared phrase of this level is stated.',
        confidence: 'medium',
      };
  }
  return UNANSWERED;
}
