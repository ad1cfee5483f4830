import { describe, expect, test } from 'vitest';
import { signaturesOf } from './signature.ts';

/** What is left of a text without its signatures. */
function statedIn(text: string): string {
  let left = text;
  for (const { start, end } of signaturesOf(text).toReversed()) left = left.slice(0, start) + left.slice(end);
  return left.replace(/\s+/g, ' ').trim();
}

describe('what signs a text is no statement', () => {
  test.each([
    'Printer jams.\n\nKind regards,\nAda Example\nChief Financial Officer',
    'Printer jams.\n\nJane Roe | Chief Financial Officer | VIP Client Programs',
    'Printer jams.\nJane Roe | CFO',
    'Jane Roe | CFO\nVIP desk\n\n\nPrinter jams.',
    'Printer jams.\nJane Roe, Chief Executive Officer\nAcme Freight Ltd\n+44 20 7946 0100',
    'Printer jams.\nJane Roe - Chief Operating Officer - Acme Freight',
    'Printer jams.\nJane Roe\nPresident, Marine',
    'Printer jams. Thanks, Jane Roe | Chief Financial Officer',
    'Printer jams. Regards Jane Roe, CFO',
    'From: Jane Roe (CFO) <jane@acme.example>\nSent: Monday\nTo: VIP Support\nSubject: VIP\nPrinter jams.',
    'Von: Jane Roe CFO\nGesendet: Montag\nBetreff: VIP\nPrinter jams.',
    '> From: Jane Roe, CEO\nPrinter jams.',
    'On Mon, 2 Mar 2026, Jane Roe (CFO) wrote:\nPrinter jams.',
    'Printer jams.\n--\nJane Roe\nVIP Programs',
  ])('%j', (text) => {
    expect(statedIn(text)).toBe('Printer jams.');
  });
});

describe('what is said of somebody is a statement', () => {
  test.each([
    'Jane Roe, Chief Financial Officer, cannot print.',
    'Jane Roe, CFO\nThe printer jams and she needs it at nine.',
    'Printer jams.\nJane Roe, the CFO, needs it at nine.',
    'Printer jams for the CFO.',
    'Caller: Jane Roe, CFO',
    'VIP: Yes',
    'Jane Roe\nPrinter jams.',
    'Name: Jane Roe | Title: CFO',
    'Printer jams.\nSpoke with Jane Roe. She is the CFO.',
  ])('%j', (text) => {
    expect(statedIn(text)).toBe(text.replace(/\s+/g, ' '));
  });
});

test('comes to an end on long hostile text', () => {
  for (const part of ['Jane Roe | ', 'A ', 'Jane Roe, ', 'thanks ', 'on wrote ', '> > ', 'Officer '])
    expect(signaturesOf(part.repeat(20_000)).length).toBeLessThan(10);
  for (const part of ['Jane Roe\n', 'Jane Roe, CFO\n', 'thanks Jane Roe\n'])
    expect(signaturesOf(part.repeat(5_000)).length).toBeLessThanOrEqual(5_000);
});
