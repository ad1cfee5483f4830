import { LabelKind } from '../text/label-kind.ts';
import { overlapping } from '../text/spans.ts';
import type { Passage } from '../text/ticket-text.ts';

const FAULT = new LabelKind([
  '[(reported|main|actual|original|user|the)] (issue|problem|symptom|symptoms|error|fault|query|request|description|complaint|concern|summary) [(description|reported|details|summary|message|faced|statement)]',
  '[(probable|possible|the|likely)] (cause|rca|reason|rc)',
  'root cause [(analysis|of issue|of the issue)]',
  '(next|pending|further|preventive) (action|actions|step|steps|measure|measures)',
  '(failure|trigger) point',
  'summary of [the] (issue|problem)',
  '[closure] evidence [attached]',
]);

/** What stands below a label begins within so many characters. */
const LONGEST_BELOW = 300;

/**
 * Whether a place in a passage lies on a form line about the fault or its cause, or on the line below such a label, not
 * about what was done.
 */
export function isAboutTheFault({ formLines, text }: Passage, at: number): boolean {
  const line = overlapping(formLines, { start: at, end: at + 1 });
  if (line !== undefined) return FAULT.matches(line.label);
  const above = overlapping(formLines, { start: -1, end: at });
  if (above === undefined || above.answer !== 'blank' || at - above.end > LONGEST_BELOW) return false;
  return FAULT.matches(above.label) && !/\S\s*\n/.test(text.slice(above.end, at));
}
