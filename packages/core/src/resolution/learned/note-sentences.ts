import type { Ticket } from '@tqrs/parser';
import { quote } from '../../text/find.ts';
import { overlapping, type Span } from '../../text/spans.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import type { Evidence } from '../../verdict.ts';
import { findClosingConsent } from '../closing-consent.ts';
import { isGuess } from '../confirmation/guess.ts';
import { tellsNoConsent } from '../consent/no-consent.ts';
import { UNANSWERED } from '../contact-attempts.ts';
import { isAboutTheFault } from '../fault-lines.ts';
import { findActions, tellsIdleDeed } from '../find-actions.ts';
import { People } from '../people.ts';
import { findUserConfirmation } from '../user-confirmation.ts';
import { featuresOf } from './features.ts';
import { ASKED, type Asked } from './likelihood.ts';

/** A sentence of a note: where it stands, what was read in it by how it is built, and what it looks like. */
export interface NoteSentence {
  readonly evidence: Evidence;
  readonly read: Readonly<Partial<Record<Asked, Evidence>>>;
  /** Tells of nothing: a question, a signature, a form line that is blank or answered with no. */
  readonly isApart: boolean;
  /** How it is built speaks against what is asked, whatever it looks like. Worked out when asked. */
  readonly speaksAgainst: (asked: Asked) => boolean;
  readonly features: readonly string[];
}

const AGAINST: Readonly<Record<Asked, (passage: Passage, sentence: Sentence, people: People) => boolean>> = {
  done: (passage, sentence) => isAboutTheFault(passage, sentence.start) || tellsIdleDeed(passage, sentence),
  confirmed: (_passage, { analysis }) => isGuess(analysis) || analysis.spans(UNANSWERED).length > 0,
  agreed: tellsNoConsent,
};

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
        speaksAgainst: (asked) => AGAINST[asked](passage, sentence, people),
        features,
      };
    }),
  );
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
