/**
 * Reviews tickets whose fields hold 100 kB of one piece over and over, and tells which take longest. Work that grows with
 * more than the length of a text shows here as seconds.
 */
import { performance } from 'node:perf_hooks';
import {
  builtInRubrics,
  createOfflineJudge,
  createSpellChecker,
  loadBuiltInProfile,
  loadBuiltInRubric,
  reviewTickets,
} from '@tqrs/core';
import { parseTickets } from '@tqrs/parser';

const LENGTH = 100_000;
const SLOWEST = 10;
const FIELDS = ['short_description', 'description', 'close_notes', 'work_notes'];
const ENTRY_HEADER = '2026-03-02 09:00:00 - Ada Olsen (Work notes)\n';

const PIECES = [
  ...[
    'a',
    'A',
    'é',
    '1',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '.',
    ',',
    ':',
    '-',
    '—',
    '/',
    '\\',
    '@',
    '"',
    "'",
    '’',
    '(',
    '*',
    '_',
    '😀',
  ],
  ...['a ', 'A ', 'Ab ', '1 ', '+1 ', '. ', 'a.', 'a-', 'a - ', 'a: ', 'a=', 'a\n', 'a:\n', 'Aa. ', 'a, ', '? ', 'a? '],
  ...['Employee ID: ', 'Employee ID - ', 'Name: A B\n', 'Full name Ada Example ', 'no vip ', 'not ', 'if ', 'please '],
  ...['password reset ', 'reset the password and ', 'laptop was lost ', 'verified the caller ', 'failed to validate '],
  ...['okta push ', 'in the office ', 'office ', 'error ', 'error: ', 'error 0x80 ', 'mailbox ', 'access to folder '],
  ...['https://', 'https://a.b/', '\\\\a\\\\', '\\\\a\\b ', '/a/', 'C:\\a\\', 'a@', 'a@b.c ', '"a" ', "'a' ", '“a” '],
  ...[
    'Thanks\n',
    'Kind regards,\nA B\n',
    'From: a\n',
    '--\n',
    'call 1 ',
    'ext 1 ',
    'INC1234567 ',
    '2026-01-01 10:00:00 ',
  ],
  ...['recieve ', 'der Drucker ', 'e-mail ', "isn't "],
];

/** Words that differ, as many as fit. */
function wordsBy(wordAt) {
  const words = Array.from({ length: LENGTH / 5 }, (_, index) => wordAt(index));
  return words.join(' ').slice(0, LENGTH);
}
const letters = (number) => number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[digit]);

/** Every hostile text, by a name for it. */
function hostileTexts() {
  const texts = new Map(PIECES.map((piece) => [JSON.stringify(piece), piece.repeat(Math.ceil(LENGTH / piece.length))]));
  texts.set(
    'distinct unknown words',
    wordsBy((index) => `zq${letters(index * 7919)}`),
  );
  texts.set(
    'distinct capitalised words',
    wordsBy((index) => `Zq${letters(index * 7919)}`),
  );
  texts.set(
    'distinct numbers',
    wordsBy((index) => String(index * 7919)),
  );
  return texts;
}

async function ticketOf(fields) {
  const bytes = new TextEncoder().encode(JSON.stringify([{ number: 'INC0000001', contact_type: 'phone', ...fields }]));
  for await (const ticket of parseTickets([bytes])) return ticket;
  throw new TypeError('the record is no ticket');
}

async function measure(fields, options) {
  const ticket = await ticketOf(fields);
  const start = performance.now();
  for await (const event of reviewTickets([ticket], options)) if (event.type === 'review-error') throw event.error;
  return performance.now() - start;
}

/** Prints the slowest texts, in milliseconds and for all rubrics: with the text in all fields, and in each alone. */
export async function benchHostileTexts() {
  const profile = loadBuiltInProfile('mmc');
  const options = { profile, rubric: builtInRubrics.map(loadBuiltInRubric), judge: createOfflineJudge() };
  const spelling = await createSpellChecker([]);
  const rows = [];
  for (const [name, text] of hostileTexts()) {
    const only = (field) => ({ [field]: field === 'work_notes' ? ENTRY_HEADER + text : text });
    const all = Object.assign({}, ...FIELDS.map(only));
    const row = { name, all: await measure(all, options), spelling: await measure(all, { ...options, spelling }) };
    for (const field of FIELDS) row[field] = await measure(only(field), options);
    rows.push(row);
  }
  rows.sort((a, b) => b.all - a.all);
  const columns = ['all', 'spelling', ...FIELDS];
  console.log(`${rows.length} texts of ${LENGTH / 1000} kB, the slowest ${SLOWEST} in milliseconds\n`);
  console.log(['text'.padEnd(28), ...columns.map((column) => column.padStart(18))].join(''));
  for (const row of rows.slice(0, SLOWEST))
    console.log([row.name.padEnd(28), ...columns.map((column) => row[column].toFixed(0).padStart(18))].join(''));
  const slowest = rows.toSorted((a, b) => b.spelling - a.spelling)[0];
  console.log(`\nslowest with spelling: ${slowest.name}, ${slowest.spelling.toFixed(0)} ms`);
}
