import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { loadBuiltInProfile } from '../profile/load.ts';
import { buildProfile, outcomeOf, runRule } from '../testing/build.ts';
import { priorityMatrix } from './priority-matrix.ts';

const options = { consistent: 'consistent', inconsistent: 'inconsistent' };
const profile = loadBuiltInProfile('default');
const evaluate = (fields: Partial<Ticket>, by = profile) => runRule(priorityMatrix, fields, by, options);
const outcome = (fields: Partial<Ticket>, by = profile) => outcomeOf(evaluate(fields, by));
const values = (impact: string, urgency: string, priority: string) => ({ impact, urgency, priority });

describe('by the matrix', () => {
  test.each([
    ['3 - Low', '3 - Low', '5 - Planning', 'consistent'],
    ['1', '1', '1', 'consistent'],
    ['1 - High', '3 - Low', '3 - Moderate', 'consistent'],
    ['High', 'Medium', 'High', 'consistent'],
    ['Medium', 'Medium', 'Moderate', 'consistent'],
    ['2', '2', 'P3', 'consistent'],
    ['3 - Low', '3 - Low', '4 - Low', 'inconsistent'],
    ['1', '1', '5 - Planning', 'inconsistent'],
    ['High', 'High', 'Low', 'inconsistent'],
    ['', '3 - Low', '5 - Planning', 'inconsistent'],
    ['3', '3', '', 'inconsistent'],
    ['4', '4', '5', 'undecided'],
    ['3', '3', 'soon', 'undecided'],
  ])('impact %s, urgency %s, priority %s: %s', (impact, urgency, priority, expected) => {
    expect(outcome(values(impact, urgency, priority))).toBe(expected);
  });

  test('says what the values come to, quotes the priority first, and is sure of little', () => {
    expect(evaluate(values('2 - Medium', '1 - High', '4 - Low'))).toMatchObject({
      levelId: 'inconsistent',
      confidence: 'low',
      rationale: 'Impact 2 - Medium and urgency 1 - High come to priority 2; the ticket has 4 - Low.',
      evidence: [{ field: 'priority', quote: '4 - Low' }, { field: 'urgency' }, { field: 'impact' }],
    });
  });

  test('a label of one’s own counts by the code behind it', () => {
    expect(
      outcome({ ...values('Niedrig', 'Niedrig', 'Planung'), codes: { impact: '3', urgency: '3', priority: '5' } }),
    ).toBe('consistent');
  });

  test('a blank value is a stated absence', () => {
    expect(evaluate(values('3', '3', ' '))).toMatchObject({
      missing: [{ element: 'priority', searched: ['priority'] }],
    });
  });

  test('a matrix of one’s own', () => {
    const own = buildProfile({ priorityMatrix: { 3: { 3: '4 - Low' } } });
    expect(outcome(values('3', '3', '4'), own)).toBe('consistent');
    expect(outcome(values('2', '3', '4'), own)).toBe('undecided');
  });
});

describe('where a critical process sets the values', () => {
  const vip = { flags: { vip: true } };

  test.each<[string, Partial<Ticket>, string]>([
    ['a VIP with urgency 1 and impact 3', { ...vip, ...values('3', '1', '3') }, 'consistent'],
    ['the same with another priority than the matrix has', { ...vip, ...values('3', '1', '5') }, 'inconsistent'],
    ['a VIP whose priority is raised past the matrix', { ...vip, ...values('3', '3', '2 - High') }, 'consistent'],
    ['a VIP as anybody else: the gate counts that', { ...vip, ...values('3', '3', '5') }, 'not-applicable'],
    ['an OWG caller as anybody else', { description: 'OWG user', ...values('3', '3', '5') }, 'not-applicable'],
    ['an OWG caller with urgency 2 and impact 2', { description: 'OWG user', ...values('2', '2', '3') }, 'consistent'],
    [
      'a VIP of OWG, as a VIP',
      { flags: { vip: true, u_oliver_wyman_group: true }, ...values('3', '1', '3') },
      'consistent',
    ],
    [
      'a VIP whose open ticket may yet be set right: the gate counts that',
      { ...vip, ...values('3', '3', '5'), state: 'New' },
      'not-applicable',
    ],
    [
      'a process that asks for nothing here',
      { description: 'Laptop was stolen', ...values('3', '3', '5') },
      'consistent',
    ],
  ])('%s', (_, fields, expected) => {
    expect(outcome(fields)).toBe(expected);
  });
});

test('needs all three values, so that one that was not exported costs nothing', () => {
  expect(priorityMatrix.requires).toEqual(['impact', 'urgency', 'priority']);
});
