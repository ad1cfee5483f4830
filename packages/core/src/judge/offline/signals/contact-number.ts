import { findPhrases, quote } from '../../../text/find.ts';
import { LabelKind } from '../../../text/label-kind.ts';
import { isRaised } from '../../../text/modality.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { Span } from '../../../text/spans.ts';
import type { Sentence } from '../../../text/text-analyser.ts';
import type { Passage } from '../../../text/ticket-text.ts';
import type { Evidence } from '../../../verdict.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notMetByAbsence } from '../replies.ts';
import { firstPhoneNumber } from './phone-number.ts';

const LABEL = new LabelKind([
  "[(best|primary|alternate|alternative|current|preferred|caller|user|caller's|user's|customer|work|direct)] (contact|phone|mobile|cell|telephone|tel|callback|call back|cellphone|landline|desk phone|office phone|ph|mob|whatsapp|extension|ext|number) [(number|no|num|phone|details|info|information|nr|extension|ext)] [(to reach|to call)]",
  'contact (phone|mobile|telephone) [(number|no)]',
  'best (number|phone|contact) [(number)] to (reach|call) [(you|him|her|user|caller)]',
  'call back (number|no)',
  'reachable (at|on)',
]);
const CUE = phraseSet([
  '(call|contact|reach|reached|reachable|phone|mobile|cell|ext|extn|extension|tel|telephone|callback|ring|whatsapp|number|ph|mob|landline|dial|text|available) [(him|her|them|user|caller|back|number|no|is|on|at|me)]',
]);

/** In UTF-16 units. */
const FARTHEST_CUE = 30;

/** A number that the caller can be reached on. */
export const contactNumber = defineCheckSignal({
  id: 'contact-number',
  description:
    'A phone number or extension on a contact line of the form, near words such as "call" or "reach", or written as one.',
  answer(check, { text }) {
    const passages = text.passages(check.fields);
    for (const passage of passages) {
      const found = onFormLine(passage) ?? inProse(passage);
      if (found !== undefined) return met([found], 'A contact number is given.');
    }
    return notMetByAbsence(check, passages.flatMap(emptyLines));
  },
});

function onFormLine(passage: Passage): Evidence | undefined {
  for (const line of passage.formLines) {
    if (line.answer !== 'given') continue;
    const context = LABEL.matches(line.label) ? 'labelled' : line.label === 'caller id' ? 'bare' : undefined;
    if (context !== undefined && firstPhoneNumber(line.value, context) !== undefined)
      return quote(passage, { start: line.start, end: line.end });
  }
  return undefined;
}

function inProse(passage: Passage): Evidence | undefined {
  for (const { sentence } of findPhrases([passage], CUE, isRaised)) {
    const found = firstPhoneNumber(sentence.analysis.text, 'cued');
    if (found !== undefined) return quote(passage, withCue(sentence, found));
  }
  const bare = firstPhoneNumber(passage.text, 'bare');
  return bare === undefined ? undefined : quote(passage, bare);
}

/** The number, from the word close before it that says what it is: `best number is 555-0140`. */
function withCue({ start, analysis }: Sentence, number: Span): Span {
  const cues = analysis.spans(CUE).map((words) => analysis.textSpan(words));
  const cue = cues.findLast(({ end }) => end <= number.start && number.start - end <= FARTHEST_CUE);
  return { start: start + (cue ?? number).start, end: start + number.end };
}

/** A contact line left blank: not the item, but worth pointing at. */
function emptyLines(passage: Passage): Evidence[] {
  return passage.formLines
    .filter((line) => LABEL.matches(line.label))
    .map((line) => quote(passage, { start: line.start, end: line.end }));
}
