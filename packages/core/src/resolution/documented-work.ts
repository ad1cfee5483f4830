import { findPhrases } from '../text/find.ts';
import { phraseSet } from '../text/phrases.ts';
import { overlapping } from '../text/spans.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import { EMPTY_WORDS, USER_WORDS } from './action-words.ts';

/** What belongs to the handling of a ticket, not to finding and mending the fault. */
const ADMINISTRATION = phraseSet([
  '(assigning|assigned|reassigned|routed|routing|transferred|transferring|forwarded|passing|passed|back|moved) [(it|this|ticket|the ticket|the incident|over)] to',
  'not ours',
  '(closing|closed|close) [(the|this)] (ticket|incident|call|case)',
  '(order placed|ordered|delivery on)',
  "(wasn't|isn't|was not|is not) (around|in|available|there)",
  "(can't|cannot|could not|couldn't) test",
  '(no|not) [(any)] (answer|answered|reply|response|reachable|picking|responding)',
  '(left|leaving) [a] (voicemail|vm|message)',
  '(attempt|reminder|follow up) #',
  '(okta|mfa) [(verify|push)]',
  '(validated|verified) [(the|his|her)] (caller|user|identity)',
  '(caller|user|identity) [(was|is|has been)] (validated|verified)',
  '(hr card|employee id|emp id|full name)',
  '(called|rang|mailed|emailed|pinged|messaged|contacted) [(the|again)] (user|caller|her|him|for feedback|again)',
  '(please|pls) (confirm|check|let)',
  '(will|to) (confirm|check|call|go|visit)',
  '(basic|initial|all|necessary|usual|required|standard) [l1] (troubleshooting|steps|checks) [(was|were|has been)] (done|performed|completed|carried|taken|followed)',
]);
const MENDED = phraseSet([
  '(fine|good|ok|okay|works|working|worked|resolved|fixed|solved|culprit|helped|sorted|successful|successfully) [now]',
  'no (more|further|longer) (issue|issues|error|errors)',
]);
/** The work ended without a result, and was not handed on. */
const LEFT_OPEN = phraseSet([
  'left it (at that|there|so)',
  'as (slow|bad) as before',
  'still (nothing|not|slow|cannot|dropping|failing|the same)',
  'no idea',
  "(haven't|have not|didn't|did not) (looked|checked|tried)",
]);
/** What a step showed, by its form: a measure, a quoted message, "=> local index". */
const RESULT = /\d|[-=]>|: |["'“‘][\p{L}]/u;
const LONGEST_HANDOVER = 8;
const SHORTEST_WORD = 3;

/** What texts tell about the work on a fault. */
export interface DocumentedWork {
  /** Sentences that tell something, in reading order. */
  readonly sentences: readonly { readonly passage: Passage; readonly sentence: Sentence }[];
  /** Different words of content in them. */
  readonly words: number;
  /** Parts of the sentences, cut at their commas. */
  readonly parts: number;
  /** Sentences that show by their form what a step came to. */
  readonly results: number;
  /** One of the sentences tells of success. */
  readonly isMended: boolean;
  /** One tells that the work was left without a result. */
  readonly isLeftOpen: boolean;
}

/** Reads what these passages document, without handling, greetings and closings. */
export function documentedWork(passages: readonly Passage[]): DocumentedWork {
  const sentences: { passage: Passage; sentence: Sentence }[] = [];
  const words = new Set<string>();
  let parts = 0;
  let results = 0;
  for (const passage of passages) {
    const administration = new Set(findPhrases([passage], ADMINISTRATION, () => true).map(({ sentence }) => sentence));
    for (const sentence of passage.sentences) {
      if (
        administration.has(sentence) ||
        isHandover(sentence) ||
        overlapping(passage.signatures, sentence) !== undefined
      )
        continue;
      const content = contentOf(sentence);
      if (content.length === 0) continue;
      sentences.push({ passage, sentence });
      for (const word of content) words.add(word);
      parts += partsOf(sentence);
      if (RESULT.test(sentence.analysis.text)) results++;
    }
  }
  const tells = (set: typeof MENDED) => passages.some((passage) => passage.hits(set).length > 0);
  return { sentences, words: words.size, parts, results, isMended: tells(MENDED), isLeftOpen: tells(LEFT_OPEN) };
}

/** "To Deskside for mapping." */
function isHandover({ analysis }: Sentence): boolean {
  const { folded } = analysis.words;
  return folded[0] === 'to' && folded.length <= LONGEST_HANDOVER;
}

function contentOf({ analysis }: Sentence): string[] {
  return analysis.words.folded.filter(
    (word) => word.length >= SHORTEST_WORD && /\p{L}/u.test(word) && !EMPTY_WORDS.has(word) && !USER_WORDS.has(word),
  );
}

/** Clauses, and the members of a list joined by "+". */
function partsOf({ analysis }: Sentence): number {
  return new Set(analysis.clauses).size + (analysis.text.match(/\s\+\s/g)?.length ?? 0);
}
