import { LabelKind } from '../text/label-kind.ts';
import { overlapping } from '../text/spans.ts';
import type { Passage } from '../text/ticket-text.ts';

const FAULT = new LabelKind([
  '[(reported|main|actual|original|user|the)] (issue|problem|symptom|symptoms|error|fault|query|request|description|complaint|concern|summary) [(description|reported|details|summary|message|faced|statement)]',
  '[(probable|possible|the|likely)] (cause|rca|reason|rc)',
  'root cause [(analysis|of issue|of the issue)]',
  '(next|pending|further) (action|actions|step|steps)',
]);

/** Whether a place in a passage lies on a form line about the fault or its cause, not about what was done. */
export function isAboutTheFault(passage: Passage, at: number): boolean {
  const line = overlapping(passage.formLines, { start: at, end: at + 1 });
  return line !== undefined && FAULT.matches(line.label);
}
