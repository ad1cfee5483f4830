import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { makeCard, makeTicket } from '../../../test/fixtures.ts';
import { localisationOf } from '../../catalogue/localisation.ts';
import { EvidenceIndex } from './evidence.ts';
import { timelineView } from './timeline.ts';

const english = localisationOf();
const utc = (time: string) => ({ text: `2026-03-02 ${time}`, instant: `2026-03-02T${time}.000Z` });
const local = (time: string) => ({ text: `2026-03-02 ${time}` });
const timeline = (fields: Partial<Ticket>) => {
  const ticket = makeTicket({ resolvedAt: undefined, closedAt: undefined, workNotes: [], comments: [], ...fields });
  return timelineView(ticket, new EvidenceIndex(ticket, makeCard(ticket, []), english.t), english);
};
const told = (fields: Partial<Ticket>) =>
  timeline(fields).events.map(({ kind, segments }) => [kind, ...segments.flatMap(({ pieces }) => pieces)].join(' '));

describe('the timeline', () => {
  test('tells both journals as one story, oldest first', () => {
    expect(
      told({
        openedAt: utc('08:00:00'),
        resolvedAt: utc('12:00:00'),
        workNotes: [
          { text: 'after the end', at: utc('13:00:00') },
          { text: 'first', at: utc('09:00:00') },
        ],
        comments: [{ text: 'between', at: utc('10:00:00') }],
      }),
    ).toEqual(['Opened', 'Work note first', 'Comment between', 'Resolved', 'Work note after the end']);
  });

  test('does not set a clock of an unknown zone against the ticket’s own', () => {
    expect(
      told({
        openedAt: utc('08:00:00'),
        resolvedAt: utc('12:00:00'),
        workNotes: [{ text: 'late', at: local('19:00:00') }],
        comments: [{ text: 'early', at: local('02:00:00') }],
      }),
    ).toEqual(['Opened', 'Comment early', 'Work note late', 'Resolved']);
  });

  test('keeps the order of the export where a time is not readable', () => {
    expect(
      told({
        openedAt: utc('08:00:00'),
        workNotes: [
          { text: 'newest', at: { text: '02-Mar-2026 10:00' } },
          { text: 'oldest', at: { text: '01-Mar-2026 10:00' } },
        ],
        comments: [{ text: 'without a time' }],
      }),
    ).toEqual(['Opened', 'Work note oldest', 'Work note newest', 'Comment without a time']);
  });

  test('says what the journals cannot tell', () => {
    expect(timeline({ workNotes: undefined }).remarks).toEqual(['Work notes: not exported', 'Comments: no entries']);
  });

  test('names nobody by a sys_id', () => {
    const openedBy = '0123456789abcdef0123456789abcdef';
    expect(timeline({ openedAt: utc('08:00:00'), openedBy }).events[0]).toMatchObject({ kind: 'Opened', author: '' });
  });
});
