import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { outcomeOf, runRule } from '../testing/build.ts';
import { interactionAttached } from './interaction-attached.ts';

const SYS_ID = '46c6f9efa9fe198101ddf5eed9adf6e7';
const NONE = { originTable: '', originId: '', parent: '' };
const evaluate = (fields: Partial<Ticket>) =>
  runRule(interactionAttached, { contactType: 'phone', ...NONE, ...fields }, undefined, { missing: 'missing' }, [
    'attached',
    'missing',
  ]);

describe('a ticket of a channel that begins with an interaction', () => {
  test.each<[string, Partial<Ticket>, string]>([
    ['an interaction as origin', { originTable: 'interaction', originId: SYS_ID }, 'undecided'],
    ['the same with display values', { originTable: 'Interaction', originId: 'IMS0001234' }, 'undecided'],
    [
      'the table behind a label',
      { originTable: 'Vorgang', codes: { originTable: 'interaction' }, originId: SYS_ID },
      'undecided',
    ],
    ['the table alone exported', { originTable: 'interaction', originId: undefined }, 'undecided'],
    ['the number alone exported', { originTable: undefined, originId: 'IMS0001234' }, 'undecided'],
    ['an interaction as parent', { parent: 'IMS0001234' }, 'undecided'],
    ['nothing', {}, 'missing'],
    ['the table without a record', { originTable: 'interaction' }, 'missing'],
    ['another origin', { originTable: 'sc_req_item', originId: SYS_ID }, 'missing'],
    ['an incident as parent', { parent: 'INC0001234' }, 'missing'],
    ['an origin that was not exported', { originTable: undefined, originId: undefined }, 'field-not-exported'],
    ['an origin of an unknown table', { originTable: undefined, originId: SYS_ID }, 'field-not-exported'],
    ['a parent that was not exported', { parent: undefined }, 'field-not-exported'],
    ['a parent that nobody can read', { parent: SYS_ID }, 'field-not-exported'],
  ])('%s', (_, fields, expected) => {
    expect(outcomeOf(evaluate(fields))).toBe(expected);
  });

  test('the loss is a stated absence, with what stands there instead', () => {
    expect(evaluate({ parent: 'INC0001234' })).toMatchObject({
      evidence: [{ field: 'parent', quote: 'INC0001234' }],
      missing: [{ element: 'an attached interaction', searched: ['originTable', 'originId', 'parent'] }],
    });
  });
});

describe('other channels', () => {
  test.each<[string | undefined, string]>([
    ['self-service', 'not-applicable'],
    ['email', 'not-applicable'],
    ['', 'contact-type-unknown'],
    ['carrier pigeon', 'contact-type-unknown'],
    [undefined, 'field-not-exported'],
  ])('contact type %j: %s', (contactType, expected) => {
    expect(outcomeOf(evaluate({ contactType }))).toBe(expected);
  });

  test('an interaction counts also where the channel is unknown', () => {
    expect(outcomeOf(evaluate({ contactType: '', parent: 'IMS0001234' }))).toBe('undecided');
  });
});
