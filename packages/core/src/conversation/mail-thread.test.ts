import { expect, test } from 'vitest';
import { readMailThread } from './mail-thread.ts';

const bodiesOf = (text: string) =>
  readMailThread(text).map(({ label, start, end }) => `${label}: ${text.slice(start, end)}`);

test('mails stand newest first and are read oldest first', () => {
  const text =
    'thanks!\n\nFrom: Sample, Ben\nSent: 4 May 10:12\nTo: Ada\n\nIs the charger in?\n\n-----\nFrom: Ada Example <ada@acme.example>\nSent: 4 May 10:02\n\nIt is dead';
  expect(bodiesOf(text)).toEqual(['Ada Example: It is dead', 'Ben Sample: Is the charger in?', 'Speaker 1: thanks!']);
});

test.each([
  ['one mail', 'From: Ada Example <ada@acme.example>\nSent: 4 May\n\nmy laptop is dead'],
  ['a journey', 'I need a ticket please.\nFrom: Oslo\nTo: Rome\nIn May'],
])('%s is no thread', (_, text) => {
  expect(bodiesOf(text)).toEqual([]);
});
