export {
  type EvidenceTone,
  type ProvenOutcome,
  placeOf,
  type Quote,
  standsIn,
  strongestTone,
  tonedEvidence,
} from './evidence.ts';
export { type Mark, type Segment, segment } from './segments.ts';
export { ANSWER_TONES, type BandTone, bandTone, criterionTone, type Outcome, type Tone } from './tone.ts';
