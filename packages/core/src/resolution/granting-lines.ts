import { quote } from '../text/find.ts';
import type { FormLine } from '../text/form-lines.ts';
import { LabelKind } from '../text/label-kind.ts';
import { overlapping } from '../text/spans.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import type { Evidence } from '../verdict.ts';
import { USER_WORDS } from './action-words.ts';

/** Labels of lines that tell whether the user confirmed. */
export const CONFIRMATION_LABEL = new LabelKind([
  '[(the|end)] (user|usr|caller|customer|client) (confirmed|confirmation|conf|confirm|verified|validated|validation|acceptance|satisfied|happy|tested) [(resolution|received|fix|working|the fix|by)]',
  '[(resolution|fix|issue|solution)] (confirmed|verified|validated|tested|accepted) (by|with) [the] [(user|caller|customer)]',
  '(confirmation|confirmed|user acceptance)',
  '(tested|checked|verified|retested|tried) (with|w|together with|by) [(the|end)] (user|caller|customer|client|eu|cx)',
  '(user|caller|customer|client|eu|cx) (test|tested|test ok|check|checked|sign off|happy|satisfied|feedback)',
  'confirmation (from|by|of) [the] (user|caller|customer)',
  'who confirmed',
  '(working|resolved|works) for [the] (user|caller)',
  '(issue resolved|resolved|working|tested) [(confirmed by|as per)] [the] (user|with user)',
]);
/** Labels of lines that tell whether the user agreed to closing. */
export const CLOSING_LABEL = new LabelKind([
  '(ok|okay|agreed|agree|happy|consent|permission|approval|agreement|authorised) [(given|received|from user|by user|of user|of the user)] (to|for|of) [the] (close|closing|closure) [(ticket|incident|the ticket|the incident)]',
  '(closure|closing|close) (consent|permission|approval|agreed|agreement|confirmed|confirmation|ok|accepted) [(by|from)] [(user|the user|caller)]',
  '(consent|permission|approval|agreement|ok|okay) (for|to) (closure|closing|close)',
  '[(user|caller|customer|client|eu|cx)] (agreed|agrees|consented|ok|consents|happy|okay|agree|accepts|accepted|fine) (to|for|with) [the] (close|closing|closure)',
  '(user|caller|customer) (consent|permission|approval|agreement) [(to|for)] [(close|closure|closing)]',
]);

/** A form line of this kind that is answered with a yes, or by naming the user. */
export function grantedByForm(passage: Passage, kind: LabelKind): Evidence | undefined {
  const line = passage.formLines.find(
    (each) => kind.matches(each.label) && (isGranted(each) || namesWhoConfirmed(each, passage.formLines)),
  );
  return line && quote(passage, { start: line.start, end: line.end });
}

/** A form line that tells whether the user confirmed, or agreed to the closing. */
export function isGranting({ formLines }: Passage, start: number): boolean {
  const line = overlapping(formLines, { start, end: start + 1 });
  return line !== undefined && [CONFIRMATION_LABEL, CLOSING_LABEL].some((kind) => kind.matches(line.label));
}

/** "User confirmed: N", "Ok to close: pending": the sentence begins with the label of such a line. */
export function isWithheldByForm({ formLines }: Passage, { start }: Sentence, kind: LabelKind): boolean {
  const line = overlapping(formLines, { start, end: start + 1 });
  return line !== undefined && isWithheld(line) && kind.matches(line.label);
}

function isGranted({ answer, value }: FormLine): boolean {
  if (answer === 'yes') return true;
  if (answer !== 'given') return false;
  const { folded } = wordsOf(value);
  if (folded.some((word) => OPEN.test(word) || /^(?:will|later|agent|analyst|yet)$/.test(word))) return false;
  return (
    USER_WORDS.has(folded[0] ?? '') ||
    USER_WORDS.has(folded[1] ?? '') ||
    /^(?:agreed|obtained|given|received|granted|taken)$/.test(folded[0] ?? '')
  );
}

/** "Resolution confirmed by: A Renner": by somebody else than whoever resolved it. */
function namesWhoConfirmed({ label, answer, value }: FormLine, lines: readonly FormLine[]): boolean {
  if (answer !== 'given' || !label.endsWith('confirmed by')) return false;
  const resolver = lines.find((line) => line.label === 'resolved by')?.value;
  return LOOKS_LIKE_NAME.test(value) && !NO_PERSON.test(value) && value !== resolver;
}

function isWithheld({ answer, value }: FormLine): boolean {
  if (answer !== 'given') return answer === 'no' || answer === 'blank';
  return OPEN.test(wordsOf(value).folded[0] ?? '');
}

/** One to three words without digits. */
const LOOKS_LIKE_NAME = /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}$/u;
const NO_PERSON =
  /\b(?:team|desk|support|agent|analyst|closed|cancelled|canceled|monitoring|system|none|self|admin|ops|duplicate|strike|pending|vendor|checked|tested|mail|email|call|phone|chat)\b/i;
/** Not answered, or with a no. */
const OPEN = /^(?:pending|awaiting|awaited|waiting|not|no)$/;
