import type { Ticket } from '@tqrs/parser';
import { quote } from '../../text/find.ts';
import { overlapping, type Span } from '../../text/spans.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import type { Evidence } from '../../verdict.ts';
import { findClosingConsent } from '../closing-consent.ts';
import { findActions, tellsCure } from '../find-actions.ts';
import { isGranting } from '../granting-lines.ts';
import { isAboutTheDeed } from '../labelled-lines.ts';
import { People } from '../people.ts';
import { findUserConfirmation } from '../user-confirmation.ts';
import { isWrittenByUser } from '../writer.ts';
import { featuresOf } from './features.ts';
import { ASKED, type Asked, likelihoodsOf } from './likelihood.ts';
import { speaksAgainst } from './speaks-against.ts';

/**
 * `labelled`: on a form line about what was done or who confirmed it, or told before a question. `run-on`: a whole note in title case, whose marks are mostly gone as well.
 * `long`: more than one statement. `only`: a short one that is the whole note.
 */
export type Extent = 'labelled' | 'only' | 'short' | 'long' | 'run-on';

const CONFIRMS = /^confirm(?:ed|s)$/;
/** Sentences of more words are long. */
const LONGEST_SHORT = 17;

/** A sentence of a note: where it stands, what was read in it by how it is built, and what it looks like. */
export interface NoteSentence {
  readonly evidence: Evidence;
  readonly read: Readonly<Partial<Record<Asked, Evidence>>>;
  /** Tells of nothing: a question, a signature, a form line that is blank or answered with no. */
  readonly isApart: boolean;
  /** How it is built speaks against what is asked, whatever it looks like. Worked out when asked. */
  readonly speaksAgainst: (asked: Asked) => boolean;
  readonly features: readonly string[];
  /** How likely it tells what is asked. Worked out when asked. */
  readonly likelihood: (asked: Asked) => number;
  /**
   * What was read stands, however unlikely it looks: the user wrote it, whose manners the labelled notes of desks tell little
   * of; the note says that the user confirms; or the deed is told with what came of it. Worked out when asked.
   */
  readonly isPlain: (asked: Asked) => boolean;
  /** How much it is likely to tell besides. */
  readonly extent: Extent;
}

/** The sentences of a note, in reading order. */
export function noteSentences(passages: readonly Passage[], ticket: Ticket): NoteSentence[] {
  const found = readingsOf(passages, ticket);
  const people = new People(ticket);
  return passages.flatMap((passage) =>
    passage.sentences.map((sentence, at): NoteSentence => {
      const evidence = quote(passage, sentence);
      const read = Object.fromEntries(
        ASKED.flatMap((asked) => {
          const inside = found[asked].find((each) => isInside(each, evidence));
          return inside === undefined ? [] : [[asked, inside]];
        }),
      );
      const before = passage.sentences[at - 1]?.analysis;
      const behind = passage.sentences[at + 1]?.analysis;
      const labelWords = labelWordsOf(passage, sentence);
      const features = featuresOf({ sentence: sentence.analysis, before, behind, labelWords });
      for (const asked of Object.keys(read)) features.push(`read ${asked}`);
      return {
        evidence,
        read,
        isApart: isApart(passage, sentence),
        speaksAgainst: (asked) => speaksAgainst(asked, passage, sentence, people),
        features,
        likelihood: likelihoodIn(features),
        isPlain: (asked) => isPlain(asked, passage, sentence),
        extent: extentOf(passage, sentence),
      };
    }),
  );
}

function likelihoodIn(features: readonly string[]): NoteSentence['likelihood'] {
  let likelihoods: ReturnType<typeof likelihoodsOf> | undefined;
  return (asked) => {
    likelihoods ??= likelihoodsOf(features);
    return likelihoods[asked];
  };
}

function isPlain(asked: Asked, passage: Passage, sentence: Sentence): boolean {
  if (asked === 'confirmed')
    return isWrittenByUser(passage) || sentence.analysis.words.folded.some((word) => CONFIRMS.test(word));
  return asked === 'done' && tellsCure(passage, sentence);
}

function extentOf(passage: Passage, { analysis, start }: Sentence): Extent {
  if (isAboutTheDeed(passage, start) || isGranting(passage, start) || analysis.isQuestion) return 'labelled';
  if (analysis.isInTitleCase) return 'run-on';
  if (analysis.words.folded.length > LONGEST_SHORT) return 'long';
  return passage.sentences.length === 1 ? 'only' : 'short';
}

/** Words of a form label that the sentence begins with. */
function labelWordsOf({ formLines }: Passage, sentence: Sentence): number {
  const line = overlapping(formLines, { start: sentence.start, end: sentence.start + 1 });
  if (line === undefined || line.answer === 'blank') return 0;
  const { starts } = sentence.analysis.words;
  const value = starts.findIndex((start) => sentence.start + start >= line.valueStart);
  return Math.max(0, value);
}

function isApart({ signatures, formLines }: Passage, sentence: Sentence): boolean {
  if (sentence.analysis.isQuestion || overlapping(signatures, sentence) !== undefined) return true;
  const answer = overlapping(formLines, sentence)?.answer;
  return answer === 'no' || answer === 'blank';
}

function readingsOf(passages: readonly Passage[], ticket: Ticket): Record<Asked, readonly Evidence[]> {
  const confirmation = findUserConfirmation(passages, ticket);
  const consent = findClosingConsent(passages, ticket);
  return {
    done: [...findActions(passages)].map(({ passage, sentence }) => quote(passage, sentence)),
    confirmed: confirmation === undefined ? [] : [confirmation],
    agreed: consent === undefined ? [] : [consent],
  };
}

function isInside(one: Evidence, other: Evidence): boolean {
  return one.field === other.field && one.entry === other.entry && touches(one, other);
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
