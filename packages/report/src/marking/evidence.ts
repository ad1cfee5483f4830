import { ANSWER_TONES, criterionTone, type Outcome, type Tone } from './tone.ts';

/** Words of a ticket that something stands on. Offsets are UTF-16 into the text of the field, `end` exclusive. */
export interface Quote {
  readonly field: string;
  /** The entry of a journal, from 0. */
  readonly entry?: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** What quoted words did: gained points, lost some, or neither. */
export type EvidenceTone = 'gain' | 'loss' | 'note';

const EVIDENCE_TONES: Readonly<Record<Tone, EvidenceTone>> = {
  good: 'gain',
  part: 'loss',
  bad: 'loss',
  open: 'note',
  none: 'note',
};

const STRONGEST_FIRST: readonly EvidenceTone[] = ['loss', 'gain', 'note'];

/** How words look that several things stand on: a loss is seen before a gain. Undefined where nothing stands on them. */
export const strongestTone = (tones: readonly EvidenceTone[]): EvidenceTone | undefined =>
  STRONGEST_FIRST.find((tone) => tones.includes(tone));

/** Names the text that words stand in: the field, or the entry of a journal. */
export const placeOf = (field: string, entry?: number): string => (entry === undefined ? field : `${field} ${entry}`);

/**
 * Whether the words stand in the text of their field just where the quote says. Others are not marked: they would prove something that
 * nobody wrote there.
 */
export const standsIn = (text: string | undefined, { start, end, quote }: Omit<Quote, 'field' | 'entry'>): boolean =>
  quote !== '' && text?.slice(start, end) === quote;

/** An outcome with all that it stands on. */
export interface ProvenOutcome<Q> extends Outcome {
  readonly verdict: Outcome['verdict'] & {
    readonly evidence?: readonly Q[] | undefined;
    readonly checks?:
      | readonly { readonly answer: keyof typeof ANSWER_TONES; readonly evidence: readonly Q[] }[]
      | undefined;
  };
}

/** All quotes of an outcome with the tone that it gives them. Checks come first: they are more exact. */
export function* tonedEvidence<Q>(outcome: ProvenOutcome<Q>): Generator<readonly [Q, EvidenceTone], void, undefined> {
  const { checks = [], evidence = [] } = outcome.verdict;
  for (const check of checks)
    for (const quote of check.evidence) yield [quote, EVIDENCE_TONES[ANSWER_TONES[check.answer]]];
  for (const quote of evidence) yield [quote, EVIDENCE_TONES[criterionTone(outcome)]];
}
