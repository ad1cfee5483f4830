import type { Ticket, Timestamp } from '@tqrs/parser';
import { notExported } from '../../../export-facts/exported.ts';
import { documentedWork } from '../../../resolution/documented-work.ts';
import { findActions } from '../../../resolution/find-actions.ts';
import { quote } from '../../../text/find.ts';
import { nameFields } from '../../../text/name-fields.ts';
import type { Passage, TicketText } from '../../../text/ticket-text.ts';
import { readTime } from '../../../timeline/read-time.ts';
import type { GradeReply } from '../../judge.ts';
import { defineGradeSignal } from '../define-signal.ts';

const NOTES = ['workNotes'] as const;
const COMMENTS = ['comments'] as const;
const DESCRIPTION = ['description'] as const;
const RESOLUTION = ['closeNotes'] as const;
/** Different words of content that tell a visit. */
const FULL = 10;
/** Those of a quick fix that is told in one line. */
const FULL_LINE = 4;
/** In minutes. */
const QUICK = 60;

/**
 * Whether the work notes tell a visit, so that somebody else could go on. The levels stand best first: sufficient, gaps
 * or the wrong field, none.
 */
export const incidentNotes = defineGradeSignal({
  id: 'incident-notes',
  description:
    'Weighs what the work notes tell of findings and deeds; a quick fix told in the resolution notes needs none.',
  answer(_grade, criterion, levels, context): GradeReply {
    const { text, ticket } = context;
    const [sufficient, gaps, none] = criterion.levels.map(({ id }) => id);
    const notes = documentedWork(text.passages(NOTES));
    const [first] = notes.sentences;
    if (first !== undefined && notes.words >= FULL)
      return reply(
        sufficient,
        levels,
        [quote(first.passage, first.sentence)],
        'The work notes tell what was found and done.',
      );
    const unseen = notExported(ticket, NOTES);
    if (unseen.length > 0) return open(`The export does not carry ${nameFields(unseen)}.`, 'field-not-exported');
    const [shown] = text.passages(NOTES);
    if (shown !== undefined)
      return reply(
        gaps,
        levels,
        [quote(shown, { start: 0, end: shown.text.length })],
        'The work notes tell only a part of it.',
      );
    const elsewhere = staffNotes(text, ticket);
    if (elsewhere !== undefined)
      return reply(
        gaps,
        levels,
        [quote(elsewhere, { start: 0, end: elsewhere.text.length })],
        'The notes stand in the wrong field.',
      );
    const quick = quickFix(text, ticket);
    if (quick !== undefined)
      return {
        value: 'not-applicable',
        quotes: [quote(quick, { start: 0, end: quick.text.length })],
        rationale: 'A quick fix that the resolution notes tell in full.',
        confidence: 'medium',
      };
    return {
      ...reply(none, levels, [], 'No notes tell what was found or done.'),
      missing: [{ element: 'notes of what was found and done', searched: [...NOTES] }],
    };
  },
});

/** A comment that is not the caller's, or a log in the description, that tells a visit. */
function staffNotes(text: TicketText, ticket: Ticket): Passage | undefined {
  const comments = text
    .passages(COMMENTS)
    .filter(({ entry }) => ticket.comments?.[entry ?? -1]?.author !== ticket.caller);
  const logs = text
    .passages(DESCRIPTION)
    .filter(({ text: description }) => (description.match(/^\s{0,3}\d{1,2}[./-]\d/gm)?.length ?? 0) > 1);
  return [...comments, ...logs].find((passage) => documentedWork([passage]).words >= FULL && hasAction([passage]));
}

/** Resolution notes that tell it all, of a ticket that was resolved at once. */
function quickFix(text: TicketText, ticket: Ticket): Passage | undefined {
  if (!wasQuick(ticket)) return undefined;
  return text
    .passages(RESOLUTION)
    .find((passage) => documentedWork([passage]).words >= FULL_LINE && hasAction([passage]));
}

function wasQuick({ openedAt, resolvedAt, closedAt }: Ticket): boolean {
  return timeOf(resolvedAt ?? closedAt) - timeOf(openedAt) <= QUICK * 60_000;
}

/** In milliseconds, to tell spans by: within minutes, the order of day and month makes no difference. */
function timeOf(stamp: Timestamp | undefined): number {
  return (stamp && readTime(stamp.text)?.wall['day-first']) ?? Number.NaN;
}

function hasAction(passages: readonly Passage[]): boolean {
  return !findActions(passages).next().done;
}

function reply(
  level: string | undefined,
  levels: readonly string[],
  quotes: GradeReply['quotes'],
  rationale: string,
): GradeReply {
  if (level === undefined || !levels.includes(level))
    return open('What the notes tell does not decide between the levels left.', 'needs-model');
  return { value: level, quotes, rationale, confidence: 'low' };
}

function open(rationale: string, reason: 'field-not-exported' | 'needs-model'): GradeReply {
  return { value: 'cannot-assess', quotes: [], rationale, confidence: 'low', reason };
}
