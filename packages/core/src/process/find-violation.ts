import type { CompiledProcess } from '../profile/compile-processes.ts';
import { type Found, findPhrases } from '../text/find.ts';
import { isFunctionWord } from '../text/function-words.ts';
import type { Modality } from '../text/modality.ts';
import { REQUEST } from '../text/modality-cues.ts';
import type { PhraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { isUndenied } from './certainty.ts';
import { quoteClause } from './quote-clause.ts';

/** Where it may be told. A title and a category tell what a ticket is about, not what was done. */
const FIELDS = ['description', 'workNotes', 'comments', 'closeNotes'] as const;

/** What may follow `told it to her` without being hers. */
const HOW = new Set('verbally directly personally safely securely immediately successfully today yesterday'.split(' '));

const USERS = new Set('he she user caller client customer employee'.split(' '));
const HAVE = new Set(['has', 'had']);

/** Words that show that a process was not followed, or that may show it. */
export interface Violation {
  readonly evidence: Evidence;
  /** If not, a person has to say. */
  readonly certain: boolean;
}

/** What a ticket tells against a process, where the profile says what does. Undefined: nothing. */
export function findViolation({ violatedWhen }: CompiledProcess, text: TicketText): Violation | undefined {
  if (violatedWhen === undefined) return undefined;
  const { phrases, perhaps, unless } = violatedWhen;
  for (const certain of [true, false]) {
    const told = findPhrases(text.passages(FIELDS), certain ? phrases : perhaps, isTold);
    const found = told.find(
      (one) =>
        !isAskedFor(one) && !isSomethingElse(one, unless) && !(certain && (endsInPossessive(one) || isOwnDoing(one))),
    );
    if (found !== undefined) return { evidence: quoteClause(found), certain };
  }
  return undefined;
}

/** Neither denied, asked, supposed nor still to come. */
function isTold({ negated, conditional, future, question }: Modality): boolean {
  return !(negated || conditional || future || question);
}

/** A request before the words. One within them is none: `told it to the user` reads as if the user were told to do it. */
function isAskedFor({ sentence: { analysis }, words }: Found): boolean {
  const { clauses } = analysis;
  return analysis.spans(REQUEST).some(({ from }) => from < words.from && clauses[from] === clauses[words.from]);
}

/** `gave it to her assistant`: not to her. */
function endsInPossessive({ sentence: { analysis }, words: { to } }: Found): boolean {
  const { clauses, words } = analysis;
  const next = words.folded[to];
  return (
    words.folded[to - 1] === 'her' &&
    next !== undefined &&
    clauses[to] === clauses[to - 1] &&
    !isFunctionWord(next) &&
    !HOW.has(next)
  );
}

/** `she gave her password to a stranger`: the user did, and not the desk. */
function isOwnDoing({ sentence: { analysis }, words: { from } }: Found): boolean {
  const { folded } = analysis.words;
  const at = HAVE.has(folded[from - 1] ?? '') ? from - 2 : from - 1;
  return analysis.clauses[at] === analysis.clauses[from] && USERS.has(folded[at] ?? '');
}

/** `the manager has the new password`, but not `manager on leave, so the user got the new password`. */
function isSomethingElse(found: Found, unless: PhraseSet): boolean {
  return found.sentence.analysis.spans(unless).some((words) => isUndenied({ ...found, words }));
}
