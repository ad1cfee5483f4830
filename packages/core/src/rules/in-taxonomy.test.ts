import type { TicketField } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import type { Criterion } from '../rubric/schema.ts';
import { buildProfile, buildTicket, FACTS, outcomeOf } from '../testing/build.ts';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';
import type { Rule, RuleOutcome, TicketWith } from './define-rule.ts';
import { inTaxonomy } from './in-taxonomy.ts';

const entry = (name: string, aliases: string[] = []) => ({ name, aliases, phrases: [] });
const profile = buildProfile({
  categories: [
    { ...entry('Hardware', ['hw']), subcategories: [entry('docking station'), entry('paper_jam')] },
    { ...entry('Software', ['sw']), subcategories: [entry('update')] },
    { ...entry('Building'), subcategories: [] },
  ],
});
const criterion = { levels: [{ id: 'right' }, { id: 'better-exists' }, { id: 'wrong' }] } as unknown as Criterion;

function run(
  field: 'category' | 'subcategory',
  fields: Parameters<typeof buildTicket>[0],
  with_ = profile,
): RuleOutcome {
  const ticket = buildTicket(fields);
  return (inTaxonomy as unknown as Rule).evaluate({
    ticket: ticket as TicketWith<TicketField>,
    text: new TicketText(ticket, new TextAnalyser()),
    profile: with_,
    facts: FACTS,
    spelling: undefined,
    criterion,
    options: { field, wrong: 'wrong', right: 'right' },
  });
}

describe('category', () => {
  test.each(['Hardware', 'hardware', 'HW', 'soft_ware'])('%s is listed', (category) =>
    expect(outcomeOf(run('category', { category }))).toBe('undecided'),
  );
  test('a code behind an unlisted label is listed too', () =>
    expect(outcomeOf(run('category', { category: 'Geräte', codes: { category: 'hardware' } }))).toBe('undecided'));
  test('an unlisted one is wrong, with its value quoted', () =>
    expect(run('category', { category: 'Gardening' })).toMatchObject({
      levelId: 'wrong',
      evidence: [{ field: 'category', start: 0, end: 9, quote: 'Gardening' }],
    }));
  test('a blank one is left to the rule for blank fields', () =>
    expect(outcomeOf(run('category', { category: '' }))).toBe('undecided'));
  test('without a taxonomy only presence counts', () =>
    expect(run('category', { category: 'Gardening' }, buildProfile())).toMatchObject({
      levelId: 'right',
      basis: 'presence',
    }));
});

describe('subcategory', () => {
  test.each(['Docking Station', 'docking_station', 'Paper jam'])('%s is listed under its category', (subcategory) =>
    expect(run('subcategory', { category: 'hw', subcategory })).toEqual({ status: 'undecided' }),
  );
  test('one that is listed nowhere is wrong', () =>
    expect(outcomeOf(run('subcategory', { category: 'hw', subcategory: 'tulips' }))).toBe('wrong'));
  test('one that is listed under another category cannot be right', () =>
    expect(run('subcategory', { category: 'hw', subcategory: 'update' })).toEqual({
      status: 'undecided',
      levels: ['better-exists', 'wrong'],
    }));
  test.each(['', 'anything'])('does not apply where the taxonomy lists none for the category (%j)', (subcategory) =>
    expect(outcomeOf(run('subcategory', { category: 'building', subcategory }))).toBe('not-applicable'),
  );
  test('a blank one is left to the rule for blank fields', () =>
    expect(outcomeOf(run('subcategory', { category: 'hw', subcategory: ' ' }))).toBe('undecided'));
  test.each(['x', ''])(
    'a listed one below the category %j, which cannot be right, cannot be right either',
    (category) =>
      expect(run('subcategory', { category, subcategory: 'update' })).toEqual({
        status: 'undecided',
        levels: ['better-exists', 'wrong'],
      }),
  );
  test('a category that was not exported leaves it open', () =>
    expect(run('subcategory', { category: undefined, subcategory: 'update' })).toEqual({ status: 'undecided' }));
  test('without a taxonomy only presence counts', () =>
    expect(run('subcategory', { subcategory: 'x' }, buildProfile())).toMatchObject({
      levelId: 'right',
      basis: 'presence',
    }));
});
