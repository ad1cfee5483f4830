import { LabelKind } from '../text/label-kind.ts';
import { overlapping } from '../text/spans.ts';
import type { Passage } from '../text/ticket-text.ts';

const FAULT = new LabelKind([
  '[(reported|main|actual|original|user|the)] (issue|problem|symptom|symptoms|error|fault|query|request|description|complaint|concern|summary) [(description|reported|details|summary|message|faced|statement)]',
  '[(probable|possible|the|likely)] (cause|rca|reason|rc)',
  'root cause [(analysis|of issue|of the issue)]',
  '(next|pending|further|preventive|future) (action|actions|step|steps|measure|measures) [required]',
  '[(business|user|customer)] impact',
  'resolved (at|by|on)',
  '(finding|findings|observation|observations)',
  '(failure|trigger) point',
  'summary of [the] (issue|problem)',
  '[closure] evidence [attached]',
]);

const DEED = new LabelKind([
  '(action|actions|steps|step|measures|work) [(taken|performed|done|carried out|by it)]',
  '(resolution|solution|fix|remedy|workaround) [(provided|given|applied|steps|details|notes|action|taken|implemented)]',
  '(how|what) (was|we) (it|this|did) [(resolved|fixed|done)]',
  'troubleshooting [(steps|done|performed|details)]',
]);

/** What stands below a label begins within so many characters. */
const LONGEST_BELOW = 300;

/**
 * Whether a place in a passage lies on a form line about the fault or its cause, or on the line below such a label, not
 * about what was done.
 */
export function isAboutTheFault(passage: Passage, at: number): boolean {
  return isLabelled(passage, at, FAULT);
}

/** The same of a form line about what was done. */
export function isAboutTheDeed(passage: Passage, at: number): boolean {
  return isLabelled(passage, at, DEED);
}

function isLabelled({ formLines, text }: Passage, at: number, kind: LabelKind): boolean {
  const line = overlapping(formLines, { start: at, end: at + 1 });
  if (line !== undefined) return kind.matches(line.label);
  const above = overlapping(formLines, { start: -1, end: at });
  if (above === undefined || above.answer !== 'blank' || at - above.end > LONGEST_BELOW) return false;
  return kind.matches(above.label) && !/\S\s*\n/.test(text.slice(above.end, at));
}
