import { findPhrases, quote } from '../../../text/find.ts';
import type { WordSpan } from '../../../text/lexicon.ts';
import type { Modality } from '../../../text/modality.ts';
import { type PhraseSet, phraseSet } from '../../../text/phrases.ts';
import type { Sentence } from '../../../text/text-analyser.ts';
import type { Passage, TicketText } from '../../../text/ticket-text.ts';
import { wordsOf } from '../../../text/words.ts';
import type { Evidence } from '../../../verdict.ts';
import type { JudgeContext } from '../../judge.ts';

/** The fields that tell what a ticket is about. */
export const ISSUE_FIELDS = ['shortDescription', 'description'] as const;
/** How many words a quote of a single one is widened to, and within its clause at most. */
const NARROW = 4;
const WIDE = 8;
/** One mention in the description may be by the way. */
const CLEAR_MENTIONS = 2;

/** What speaks for a value in the ticket's text. */
export interface Support {
  readonly evidence: Evidence;
  /** It stands in the short description, or in more than one sentence of the description. */
  readonly isClear: boolean;
  /** Every filled one of short description and description tells of it: the ticket is about it. */
  readonly isTopic: boolean;
}

/** What speaks for the meaning of a phrase set; undefined where nothing does. */
export function supportFor(set: PhraseSet, { text }: JudgeContext): Support | undefined {
  const found = findPhrases(text.passages(ISSUE_FIELDS), set, isMentioned);
  const [first] = found;
  if (first === undefined) return undefined;
  const inTitle = found.some(({ passage }) => passage.field === 'shortDescription');
  const sentences = new Set(
    found.filter(({ passage }) => passage.field !== 'shortDescription').map(({ sentence }) => sentence),
  );
  return {
    evidence: quoteAround(first.passage, first.sentence, first.words),
    isClear: inTitle || sentences.size >= CLEAR_MENTIONS,
    isTopic:
      (inTitle || isBlank(text, 'shortDescription')) &&
      (isBlank(text, 'description') || sentences.size >= (inTitle ? 1 : CLEAR_MENTIONS)),
  };
}

const FIELD_LISTS = { shortDescription: ['shortDescription'], description: ['description'] } as const;

function isBlank(text: TicketText, field: keyof typeof FIELD_LISTS): boolean {
  return text.passages(FIELD_LISTS[field]).length === 0;
}

/** The words found. A single one says too little: "VPN - Drops every hour". */
function quoteAround(passage: Passage, sentence: Sentence, words: WordSpan): Evidence {
  const span = words.to - words.from < 2 ? widened(sentence, words) : words;
  const { start, end } = sentence.analysis.textSpan(span);
  return quote(passage, { start: sentence.start + start, end: sentence.start + end });
}

/** A word with the rest of its clause, or with a few words around it. */
function widened({ analysis: { clauses } }: Sentence, { from, to, gapped }: WordSpan): WordSpan {
  let end = to;
  while (end < clauses.length && end - from < (clauses[end] === clauses[from] ? WIDE : NARROW)) end++;
  return { from: Math.max(0, Math.min(from, end - NARROW)), to: end, gapped };
}

/** What is denied or asked is still what the ticket is about: “not able to open Outlook”. */
function isMentioned({ conditional }: Modality): boolean {
  return !conditional;
}

/** Words that many names share. */
const GENERIC = new Set(
  'service services server system systems application applications app apps global local corporate company enterprise business user users end client clients windows microsoft standard general support production prod test other and the for of with management platform portal access desk help digital solution solutions software hardware it item group team shared common request requests issue issues error problem new information office remote employee contact identity location primary main'.split(
    ' ',
  ),
);
const SHORTEST_DISTINCTIVE = 3;

/** The words of a name that tell it from others. */
export function distinctiveWords(name: string): ReadonlySet<string> {
  return new Set(
    wordsOf(name).folded.filter(
      (word) => word.length >= SHORTEST_DISTINCTIVE && !GENERIC.has(word) && !/^\d+$/.test(word),
    ),
  );
}

/** The first place in the ticket's text that holds one of these words. */
export function findWord(words: ReadonlySet<string>, { text }: JudgeContext): Evidence | undefined {
  if (words.size === 0) return undefined;
  for (const passage of text.passages(ISSUE_FIELDS)) {
    for (const sentence of passage.sentences) {
      const at = sentence.analysis.words.folded.findIndex((word) => words.has(word));
      if (at >= 0) return quoteAround(passage, sentence, { from: at, to: at + 1, gapped: false });
    }
  }
  return undefined;
}

/** Labels as phrases: their words, one after the other. */
export function labelPhrases(labels: readonly string[]): PhraseSet {
  return phraseSet(labels.map((label) => wordsOf(label).folded.join(' ')).filter((label) => label !== ''));
}
