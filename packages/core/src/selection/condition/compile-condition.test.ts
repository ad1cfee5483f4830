import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildProfile, buildTicket, journal } from '../../testing/build.ts';
import { SelectionError } from '../errors.ts';
import { compileCondition } from './compile-condition.ts';
import { parseCondition } from './parse-condition.ts';

const SYS_ID = '0123456789abcdef0123456789abcdef';
const PROFILE = buildProfile({
  names: { [SYS_ID]: 'Ada Olsen' },
  workingTime: { timeZone: 'Europe/Oslo', days: [1], from: '08:00', to: '18:00' },
});

function answerOf(text: string, fields: Partial<Ticket>) {
  return compileCondition(parseCondition(text), PROFILE)(buildTicket(fields));
}

describe('text', () => {
  test.each<[string, Partial<Ticket>, string]>([
    ['category=Software', { category: 'software' }, 'met'],
    ['category=Software', { category: 'Soft_Ware' }, 'met'],
    ['category=Software', { category: 'Hardware' }, 'not-met'],
    ['category=Software,Hardware', { category: 'Hardware' }, 'met'],
    ['category=Software', { category: '' }, 'not-met'],
    ['category=Software', { category: undefined }, 'not-exported'],
    ['category!=Software', { category: 'Hardware' }, 'met'],
    ['category!=Software', { category: '' }, 'met'],
    ['category!=Software,Hardware', { category: 'Hardware' }, 'not-met'],
    ['category!=Software', { category: undefined }, 'not-exported'],
    ['contactType=self-service', { contactType: 'Self Service' }, 'met'],
    ['contactType=phone', { contactType: 'Telefon', codes: { contactType: 'phone' } }, 'met'],
    ['assignedTo=Ada Olsen', { assignedTo: SYS_ID }, 'met'],
    [`assignedTo=${SYS_ID}`, { assignedTo: 'Ada Olsen', codes: { assignedTo: SYS_ID } }, 'met'],
    ['state=closed', { state: '7' }, 'met'],
    ['state=7', { state: 'Closed', codes: { state: '7' } }, 'met'],
    ['priority=2', { priority: '2 - High' }, 'met'],
    ['priority=1,2', { priority: '3 - Moderate' }, 'not-met'],
    ['priority=2 - High', { priority: '2 - High' }, 'met'],
    ['shortDescription~VPN', { shortDescription: 'Oslo - vpn drops' }, 'met'],
    ['shortDescription~vpn,citrix', { shortDescription: 'Citrix is slow' }, 'met'],
    ['shortDescription~vpn', { shortDescription: '' }, 'not-met'],
    ['shortDescription!~vpn', { shortDescription: '' }, 'met'],
    ['shortDescription!~vpn,citrix', { shortDescription: 'Citrix is slow' }, 'not-met'],
    ['workNotes~vendor', { workNotes: journal('called', 'asked the Vendor') }, 'met'],
    ['workNotes~vendor', { workNotes: [] }, 'not-met'],
    ['workNotes~vendor', { workNotes: undefined }, 'not-exported'],
    ['flags.u_mercer=true', { flags: { u_mercer: true } }, 'met'],
    ['flags.u_mercer=true', { flags: { u_mercer: false } }, 'not-met'],
    ['flags.u_mercer=true', { flags: {} }, 'not-exported'],
    ['flags.constructor=true', { flags: {} }, 'not-exported'],
  ])('%s for %j: %s', (text, fields, expected) => {
    expect(answerOf(text, fields).answer).toBe(expected);
  });
});

describe('numbers', () => {
  test.each<[string, Partial<Ticket>, string]>([
    ['priority<=2', { priority: '2 - High' }, 'met'],
    ['priority<=2', { priority: '3' }, 'not-met'],
    ['priority<=2', { priority: 'Critical' }, 'met'],
    ['priority<=P2', { priority: 'P1' }, 'met'],
    ['priority<2', { priority: '2' }, 'not-met'],
    ['priority>3', { priority: '4 - Low' }, 'met'],
    ['priority>=4', { priority: '4 - Low' }, 'met'],
    ['priority<=2', { priority: '' }, 'not-met'],
    ['priority<=2', { priority: 'urgent!' }, 'unclear'],
    ['priority<=2', { priority: 'dringend', codes: { priority: '1' } }, 'met'],
    ['priority<=2', { priority: undefined }, 'not-exported'],
    ['reopenCount>0', { reopenCount: '1' }, 'met'],
    ['reopenCount>9', { reopenCount: '10' }, 'met'],
    ['reopenCount=0', { reopenCount: '0' }, 'met'],
    ['reopenCount>0', { reopenCount: 'many' }, 'unclear'],
  ])('%s for %j: %s', (text, fields, expected) => {
    expect(answerOf(text, fields).answer).toBe(expected);
  });
});

describe('states of a field', () => {
  test.each<[string, Partial<Ticket>, string]>([
    ['closeNotes is blank', { closeNotes: ' ' }, 'met'],
    ['closeNotes is blank', { closeNotes: 'x' }, 'not-met'],
    ['closeNotes is blank', { closeNotes: undefined }, 'not-exported'],
    ['closeNotes is not blank', { closeNotes: 'x' }, 'met'],
    ['closeNotes is not blank', { closeNotes: undefined }, 'not-exported'],
    ['closeNotes is exported', { closeNotes: '' }, 'met'],
    ['closeNotes is exported', { closeNotes: undefined }, 'not-met'],
    ['closeNotes is not exported', { closeNotes: undefined }, 'met'],
    ['workNotes is blank', { workNotes: [] }, 'met'],
    ['workNotes is not blank', { workNotes: journal('x') }, 'met'],
    ['closedAt is blank', { closedAt: { text: '' } }, 'met'],
  ])('%s for %j: %s', (text, fields, expected) => {
    expect(answerOf(text, fields).answer).toBe(expected);
  });
});

describe('times', () => {
  // Oslo is an hour ahead of UTC in winter.
  const at = (instant: string) => ({ text: instant, instant });
  test.each<[string, Partial<Ticket>, string, boolean]>([
    ['openedAt>=2026-03-01', { openedAt: at('2026-02-28T23:00:00.000Z') }, 'met', false],
    ['openedAt>=2026-03-01', { openedAt: at('2026-02-28T22:59:59.000Z') }, 'not-met', false],
    ['openedAt<=2026-03-01', { openedAt: at('2026-03-01T22:59:59.000Z') }, 'met', false],
    ['openedAt<=2026-03-01', { openedAt: at('2026-03-01T23:00:00.000Z') }, 'not-met', false],
    ['openedAt>2026-03-01', { openedAt: at('2026-03-01T12:00:00.000Z') }, 'not-met', false],
    ['openedAt<2026-03-01', { openedAt: at('2026-02-28T12:00:00.000Z') }, 'met', false],
    ['openedAt=2026-03-01', { openedAt: at('2026-03-01T12:00:00.000Z') }, 'met', false],
    ['openedAt!=2026-03-01', { openedAt: at('2026-03-01T12:00:00.000Z') }, 'not-met', false],
    ['openedAt>=2026-03-01T08:30Z', { openedAt: at('2026-03-01T08:30:00.000Z') }, 'met', false],
    ['openedAt<2026-03-01 08:30', { openedAt: at('2026-03-01T07:29:59.000Z') }, 'met', false],
    ['openedAt>=2026-03-01', { openedAt: { text: '2026-03-01 00:00:00' } }, 'met', true],
    ['openedAt>=2026-03-01', { openedAt: { text: '2026-04-01 00:00:00' } }, 'met', false],
    ['openedAt>=2026-03-01', { openedAt: { text: '2026-03-01 09:00:00 UTC' } }, 'met', false],
    ['openedAt>=2026-03-01', { openedAt: { text: '03/04/2026 09:00' } }, 'unclear', false],
    ['openedAt>=2026-03-01', { openedAt: { text: 'last week' } }, 'unclear', false],
    ['openedAt>=2026-03-01', { openedAt: { text: '' } }, 'not-met', false],
    ['openedAt>=2026-03-01', { openedAt: undefined }, 'not-exported', false],
  ])('%s for %j: %s', (text, fields, answer, zoneMatters) => {
    expect(answerOf(text, fields)).toEqual({ answer, zoneMatters });
  });
});

test.each([
  ['category<2', 'operator-unfit', '2'],
  ['openedAt~2026', 'operator-unfit', '2026'],
  ['openedAt>=yesterday', 'date-invalid', 'yesterday'],
  ['openedAt>=2026-02-30', 'date-invalid', '2026-02-30'],
  ['openedAt>=2026-03-01T25:00', 'date-invalid', '2026-03-01T25:00'],
  ['openedAt=2026-03-01,2026-03-02', 'value-surplus', '2026-03-02'],
  ['priority<=high up', 'number-invalid', 'high up'],
  ['priority<=1,2', 'value-surplus', '2'],
  ['reopenCount>-1', 'number-invalid', '-1'],
])('%s is refused: %s', (text, code, pointed) => {
  let error: unknown;
  try {
    compileCondition(parseCondition(text), PROFILE);
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof SelectionError)) return expect.fail('it was taken');
  expect(error.code).toBe(code);
  expect(text.slice(error.place?.start, error.place?.end)).toBe(pointed);
});
