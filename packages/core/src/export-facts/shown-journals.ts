import type { ExportFacts, JournalField } from '@tqrs/parser';

/** Whoever may read the work notes may read the comments, so filled work notes show that both were exported. */
const SHOWN_BY: Readonly<Record<JournalField, readonly JournalField[]>> = {
  workNotes: ['workNotes'],
  comments: ['comments', 'workNotes'],
};

/** Whether an export carries a journal at all: a blank one is then one that the analyst left blank. */
export function isJournalShown(field: JournalField, facts: ExportFacts): boolean {
  return SHOWN_BY[field].some((journal) => facts.filled.includes(journal));
}
