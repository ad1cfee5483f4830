import { describe, expect, test } from 'vitest';
import { buildContext, buildTicket } from '../testing/build.ts';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';
import { ASKED, type Asked } from './learned/likelihood.ts';
import { readNote } from './read-note.ts';
import { type LabelledNote, labelledNotes } from './testing/notes.ts';
import { findUserConfirmation } from './user-confirmation.ts';

type Reading = Readonly<Record<Asked, boolean>>;

const analyser = new TextAnalyser();

function read(closeNotes: string): Reading {
  const ticket = buildTicket({ closeNotes });
  const passages = new TicketText(ticket, analyser).passages(['closeNotes']);
  const tells = (asked: Asked) => readNote(asked, passages, ticket).isTold;
  return { done: tells('done'), confirmed: tells('confirmed'), agreed: tells('agreed') };
}

const score = ({ done, confirmed, agreed }: Reading) => Number(done) + Number(confirmed) + Number(agreed);

/** The share of notes that are read as labelled. */
function accuracy(notes: readonly LabelledNote[], part: Asked): number {
  return notes.filter((note) => read(note.text)[part] === note[part]).length / notes.length;
}

describe.each([
  ['building', 0.98],
  ['further', 0.95],
  ['closing', 0.88],
] as const)('the %s notes are read as labelled', (table, least) => {
  const notes = labelledNotes(table);

  test.each(ASKED)('%s', (part) => {
    expect(accuracy(notes, part)).toBeGreaterThanOrEqual(least);
  });
});

const POOR = [
  ...['See worknotes', 'All set.', 'Done', 'Resolved', 'Issue fixed', 'Closing', 'As discussed', 'N/A', 'KB followed'],
  ...[
    'Issue resolved',
    'Ticket closed',
    'Fixed',
    'Completed',
    'ok',
    'Closing the ticket',
    'Refer to work notes',
    'Sorted',
  ],
  ...['Issue has been resolved.', 'Resolved on call', 'Please confirm so that we can close', 'Working now', 'No issue'],
  ...[
    'Did the needful',
    'Troubleshooting done',
    'As per KB',
    'Support provided',
    'User informed',
    'see above',
    '.',
    'NA',
  ],
];
const GOOD = labelledNotes('building').filter(({ done, confirmed, agreed }) => done || (confirmed && agreed));

describe('of a good and a poor note', () => {
  const pairs = Array.from({ length: 1000 }, (_, at) => {
    const poor = POOR[(at * 7) % POOR.length] ?? '';
    const second = POOR[(at * 11 + 3) % POOR.length] ?? '';
    return { good: GOOD[at % GOOD.length]?.text ?? '', poor: at % 3 === 0 ? `${poor}. ${second}` : poor };
  }).map(({ good, poor }) => ({ good: score(read(good)), poor: score(read(poor)) }));

  test('the poor one never outscores the good one', () => {
    expect(pairs.filter(({ good, poor }) => poor > good)).toEqual([]);
  });

  test('the good one wins nearly always', () => {
    expect(pairs.filter(({ good, poor }) => good > poor).length).toBeGreaterThanOrEqual(900);
  });
});

describe('names of people', () => {
  test.each([
    ['Reset it. Georgina logged on and opened Outlook.', true],
    ['Reset it. Ms Pell opened Outlook without trouble.', true],
    ['Reset it. Outlook opened.', false],
    ['The colleague at the next desk can print.', false],
  ])('%s: %s', (closeNotes, confirmed) => {
    const { text, ticket } = buildContext({ closeNotes, caller: 'Georgina Pell' });
    expect(findUserConfirmation(text.passages(['closeNotes']), ticket) !== undefined).toBe(confirmed);
  });
});

test.each([
  'password reset user confirmed agreed to close if not please ',
  'they confirmed and agreed to close the ',
  'the Product team asked them whether they may close it, ',
])('long text without end is read: %s', (words) => {
  expect(() => read(words.repeat(3000))).not.toThrow();
});
