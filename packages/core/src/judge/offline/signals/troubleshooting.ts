import { notExported } from '../../../export-facts/exported.ts';
import { type DocumentedWork, documentedWork } from '../../../resolution/documented-work.ts';
import { findActions } from '../../../resolution/find-actions.ts';
import { quote } from '../../../text/find.ts';
import { LabelKind } from '../../../text/label-kind.ts';
import { nameFields } from '../../../text/name-fields.ts';
import type { Passage, TicketText } from '../../../text/ticket-text.ts';
import type { GradeReply } from '../../judge.ts';
import { defineGradeSignal } from '../define-signal.ts';

const NOTES = ['workNotes'] as const;
const RESOLUTION = ['closeNotes'] as const;
const DESCRIPTION = ['description'] as const;
const SEARCHED = ['workNotes', 'description', 'closeNotes'] as const;

const STEPS_LABEL = new LabelKind([
  '[(basic|initial|l1|the)] (troubleshooting|troubleshoot|ts|t s|trouble shooting) [(steps|done|performed|step|taken|followed|details)]',
  '(steps|step|actions|action) [(taken|followed|performed|done|tried)]',
  '(checks|tests) [(done|performed)]',
]);

/** Documented at length, or more shortly with what each step showed. */
const LONG = { sentences: 3, words: 22 };
const WITH_RESULTS = { sentences: 4, words: 15, results: 3 };
/** Steps in a row without their results. */
const LUMPED_PARTS = 3;
const SEVERAL = { sentences: 2, words: 5 };

/**
 * How much of the search for the cause is documented. Whether the steps were the right ones cannot be seen from words
 * alone, hence the low confidence. The levels stand best first: sufficient, poorly documented, some, little, none.
 */
export const troubleshooting = defineGradeSignal({
  id: 'troubleshooting',
  description: 'Weighs what the work notes tell: how many steps and findings, and whether each stands with its result.',
  answer(_grade, criterion, levels, { text, ticket }): GradeReply {
    const ids = criterion.levels.map(({ id }) => id);
    const work = documentedWork([...text.passages(NOTES), ...stepsInDescription(text)]);
    const grade = gradeOf(work, text);
    const value = ids[grade];
    const [first] = work.sentences;
    const unseen = grade === 0 ? [] : notExported(ticket, SEARCHED);
    if (unseen.length > 0) return open(`The export does not carry ${nameFields(unseen)}.`, 'field-not-exported');
    if (value === undefined || !levels.includes(value))
      return open('What the notes tell does not decide between the levels left.', 'needs-model');
    return {
      value,
      quotes: first === undefined ? [] : [quote(first.passage, first.sentence)],
      ...(grade > 0 && { missing: [{ element: 'troubleshooting steps with their results', searched: [...SEARCHED] }] }),
      rationale: RATIONALES[grade] ?? '',
      confidence: 'low',
    };
  },
});

const RATIONALES = [
  'The steps are documented with what they showed.',
  'The steps are listed without their results.',
  'Some steps are documented.',
  'Little is documented.',
  'No troubleshooting is documented.',
];

/** The place of the level: 0 is the best. */
function gradeOf(work: DocumentedWork, text: TicketText): number {
  if (isThorough(work)) return 0;
  if (work.parts >= LUMPED_PARTS && work.results === 0 && work.isMended) return 1;
  const steps = Math.max(work.sentences.length, work.parts - 1);
  if (steps >= SEVERAL.sentences && work.words >= SEVERAL.words) return 2;
  return work.sentences.length > 0 || hasAction(text) ? 3 : 4;
}

function isThorough({ sentences, words, results, isLeftOpen }: DocumentedWork): boolean {
  if (isLeftOpen) return false;
  const { length } = sentences;
  return (
    (length >= LONG.sentences && words >= LONG.words) ||
    (length >= WITH_RESULTS.sentences && words >= WITH_RESULTS.words && results >= WITH_RESULTS.results)
  );
}

/** The resolution notes tell of a deed that mends something. */
function hasAction(text: TicketText): boolean {
  const passages = text.passages(RESOLUTION);
  return documentedWork(passages).sentences.length > 0 && !findActions(passages).next().done;
}

/** A description counts where a line of its form tells of steps: what the user tried is not the analyst's work. */
function stepsInDescription(text: TicketText): readonly Passage[] {
  return text
    .passages(DESCRIPTION)
    .filter(({ formLines }) => formLines.some(({ label }) => STEPS_LABEL.matches(label)));
}

function open(rationale: string, reason: 'field-not-exported' | 'needs-model'): GradeReply {
  return { value: 'cannot-assess', quotes: [], rationale, confidence: 'low', reason };
}
