import { ADVERBS, EMPTY_WORDS, MENDING_VERBS } from '../action-words.ts';
import type { ActionSentence } from './action-sentence.ts';

const ISSUES = new Set('issue issues problem problems error errors incident ticket request query'.split(' '));

/** "fixed the Outlook profile", but not "fixed the issue", "fixed by L2". */
export function mendsSomething(s: ActionSentence, at: number): boolean {
  if (s.word(at + 1) === 'by' && /^\p{L}{3,}ing$/u.test(s.word(at + 2))) return !EMPTY_WORDS.has(s.word(at + 2));
  if (s.word(at + 1) === 'by' && !s.isPassive(at)) return mendedBy(s, at);
  if (s.isUsers(s.before(at)) || s.isPassive(at)) return false;
  const clause = s.clauses[at];
  let content = false;
  for (let next = at + 1; next <= at + 6 && s.clauses[next] === clause; next++) {
    const word = s.word(next);
    if (ISSUES.has(word)) return false;
    if (
      next === at + 1 &&
      /^(?:by|on|with|through|as|via|and|after|in|for|at|per|to|over|from|now|it|using|due|since|because)$/.test(word)
    )
      return false;
    content ||= !EMPTY_WORDS.has(word) && !ADVERBS.has(word);
  }
  return content;
}

/** "config fixed by the network team": what was mended stands before, and is not "the issue". */
function mendedBy(s: ActionSentence, at: number): boolean {
  const objects = s.words
    .slice(Math.max(0, at - 4), at)
    .filter((_, step) => s.clauses[Math.max(0, at - 4) + step] === s.clauses[at]);
  return objects.some((word) => !EMPTY_WORDS.has(word)) && !objects.some((word) => ISSUES.has(word));
}

/** "Corrected.", "All fixed": not what was done, nor to what. */
export function isBareMending(words: readonly string[]): boolean {
  return words.length <= 2 && words.some((word) => MENDING_VERBS.has(word));
}
