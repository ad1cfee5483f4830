import { describe, expect, test } from 'vitest';
import { buildTicket } from '../testing/build.ts';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';
import type { Confidence } from '../verdict.ts';
import type { Asked } from './learned/likelihood.ts';
import { readNote } from './read-note.ts';

const analyser = new TextAnalyser();

function read(asked: Asked, closeNotes: string) {
  const ticket = buildTicket({ closeNotes });
  return readNote(asked, new TicketText(ticket, analyser).passages(['closeNotes']), ticket);
}

describe('how sure it is that a note tells what is asked', () => {
  test.each<[Asked, Confidence, string]>([
    ['done', 'high', 'Unlocked the account in AD.'],
    ['done', 'high', 'Sorted after restarting the print spooler.'],
    ['done', 'medium', 'Power restored.'],
    ['confirmed', 'high', 'Reset it. User confirmed that it works.'],
    ['confirmed', 'low', 'Jo is back on track.'],
    ['agreed', 'high', 'User agreed to close.'],
  ])('%s, %s: %s', (asked, confidence, note) => {
    expect(read(asked, note)).toMatchObject({ isTold: true, confidence });
  });
});

describe('how sure it is that a note does not tell it', () => {
  test.each<[Asked, string]>([
    ['done', 'See work notes'],
    ['done', 'Issue resolved. Closing the ticket.'],
    ['confirmed', 'Replaced the cable.'],
    ['agreed', 'Reset it. User confirmed that it works.'],
  ])('%s, surely: %s', (asked, note) => {
    expect(read(asked, note)).toEqual({ isTold: false, confidence: 'high' });
  });

  test.each<[Asked, string]>([
    ['done', 'Developed and tested.'],
    ['done', 'Gave workaround'],
    ['confirmed', 'Ada has her files back.'],
  ])('%s, with the words that come nearest: %s', (asked, note) => {
    expect(read(asked, `See above. ${note}`)).toMatchObject({
      isTold: false,
      confidence: 'low',
      nearest: { field: 'closeNotes', quote: note },
    });
  });
});
