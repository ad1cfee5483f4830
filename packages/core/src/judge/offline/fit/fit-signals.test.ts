import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import type { Criterion, Grade } from '../../../rubric/schema.ts';
import { buildContext, buildProfile } from '../../../testing/build.ts';
import type { GradeSignal } from '../define-signal.ts';
import { categoryFit } from '../signals/category-fit.ts';
import { configurationItemFit } from '../signals/configuration-item-fit.ts';
import { serviceFit } from '../signals/service-fit.ts';
import { subcategoryFit } from '../signals/subcategory-fit.ts';

const LEVELS = ['right', 'better-exists', 'wrong'];
const entry = (name: string, ...phrases: string[]) => ({ name, aliases: [], phrases });
const profile = buildProfile({
  categories: [
    {
      ...entry('hardware', '(laptop|monitor|keyboard)'),
      subcategories: [entry('monitor', 'screen'), entry('laptop', 'battery')],
    },
    { ...entry('network', '(VPN|wifi)'), subcategories: [entry('vpn', 'VPN'), entry('wifi', 'wifi')] },
    { ...entry('inquiry'), subcategories: [entry('password reset', 'reset ... password')] },
  ],
  applications: [
    { name: 'Outlook', aliases: ['mailbox'], service: 'Messaging', configurationItem: 'Exchange Online' },
    { name: 'GlobalProtect', aliases: ['VPN'], service: 'Remote Access', configurationItem: 'Gateway' },
  ],
  names: { abc: 'Messaging' },
});

function answer(signal: GradeSignal, fields: Partial<Ticket>, levels = LEVELS, all = LEVELS): string {
  const criterion = { levels: all.map((id) => ({ id })) } as unknown as Criterion;
  const reply = signal.answer({} as Grade, criterion, levels, buildContext(fields, profile));
  if (reply.value !== 'cannot-assess') expect(reply.quotes.length).toBeGreaterThan(0);
  return reply.basis === undefined ? reply.value : `${reply.value} (${reply.basis})`;
}

describe('category', () => {
  test.each<[string, Partial<Ticket>, string]>([
    ['the text speaks for it', { category: 'hardware', shortDescription: 'Laptop does not start' }, 'right'],
    ['a subcategory of it is spoken for', { category: 'inquiry', description: 'Please reset my password.' }, 'right'],
    [
      'another one stands in the short description',
      { category: 'hardware', shortDescription: 'VPN drops' },
      'better-exists',
    ],
    [
      'another one is told of twice',
      { category: 'hardware', description: 'The VPN drops. The VPN came back.' },
      'better-exists',
    ],
    [
      'another one is told of once, by the way',
      { category: 'hardware', description: 'She is on VPN.' },
      'right (presence)',
    ],
    ['nothing either way', { category: 'hardware', shortDescription: 'Help' }, 'right (presence)'],
    ['an unknown category', { category: 'garden', shortDescription: 'VPN drops' }, 'cannot-assess'],
  ])('%s', (_, fields, expected) => expect(answer(categoryFit, fields)).toBe(expected));

  test('a criterion without a middle level loses nothing to a rival', () => {
    expect(
      answer(
        categoryFit,
        { category: 'hardware', shortDescription: 'VPN drops' },
        ['right', 'wrong'],
        ['right', 'wrong'],
      ),
    ).toBe('right (presence)');
  });
});

describe('subcategory', () => {
  test.each<[string, Partial<Ticket>, string]>([
    [
      'the text speaks for it',
      { category: 'hardware', subcategory: 'monitor', shortDescription: 'Screen is black' },
      'right',
    ],
    [
      'another one of the category is spoken for',
      { category: 'hardware', subcategory: 'monitor', shortDescription: 'Battery swells' },
      'better-exists',
    ],
    [
      'one of another category, by the way, does not count',
      { category: 'hardware', subcategory: 'monitor', description: 'She is on wifi.' },
      'right (presence)',
    ],
    [
      'another category is plainly meant: nothing below this one can be right',
      { category: 'hardware', subcategory: 'monitor', shortDescription: 'wifi drops' },
      'better-exists',
    ],
    [
      'both categories are spoken for',
      { category: 'hardware', subcategory: 'monitor', shortDescription: 'Keyboard dead, wifi drops' },
      'right (presence)',
    ],
  ])('%s', (_, fields, expected) => expect(answer(subcategoryFit, fields)).toBe(expected));

  test('below a category that cannot be right: defensible where the text speaks for it, else wrong', () => {
    const left = ['better-exists', 'wrong'];
    for (const category of ['', 'gadgets']) {
      const fields = { category, subcategory: 'vpn' };
      expect(answer(subcategoryFit, { ...fields, shortDescription: 'VPN drops' }, left)).toBe('better-exists');
      expect(answer(subcategoryFit, { ...fields, shortDescription: 'Screen is black' }, left)).toBe('wrong');
    }
  });

  test('without a middle level a better category costs nothing, but it is not said to be right', () => {
    const fields = { category: 'hardware', subcategory: 'monitor', shortDescription: 'wifi drops' };
    expect(answer(subcategoryFit, fields, ['right', 'wrong'], ['right', 'wrong'])).toBe('right (presence)');
  });

  test('listed under another category: defensible where the text speaks for it, else wrong', () => {
    const left = ['better-exists', 'wrong'];
    expect(
      answer(subcategoryFit, { category: 'hardware', subcategory: 'vpn', shortDescription: 'VPN drops' }, left),
    ).toBe('better-exists');
    expect(
      answer(subcategoryFit, { category: 'hardware', subcategory: 'vpn', shortDescription: 'Screen is black' }, left),
    ).toBe('wrong');
  });
});

describe('service and configuration item', () => {
  test.each<[string, Partial<Ticket>, string]>([
    ['an application of it is named', { service: 'Messaging', shortDescription: 'Outlook crashes' }, 'right'],
    ['the profile’s name of a sys_id counts', { service: 'abc', shortDescription: 'Outlook crashes' }, 'right'],
    ['its own word is named', { service: 'Payroll Services', description: 'The payroll run stopped.' }, 'right'],
    [
      'only an application of another one is named',
      { service: 'Messaging', shortDescription: 'VPN drops' },
      'better-exists',
    ],
    ['both are named', { service: 'Messaging', shortDescription: 'VPN drops, Outlook too' }, 'right'],
    [
      'generic words say nothing',
      { service: 'Global Windows Service', description: 'The service desk called about Windows.' },
      'right (presence)',
    ],
  ])('%s', (_, fields, expected) => expect(answer(serviceFit, fields)).toBe(expected));

  test('the configuration item is weighed by its own name', () => {
    expect(
      answer(configurationItemFit, {
        configurationItem: 'Exchange Online',
        shortDescription: 'Cannot open the mailbox',
      }),
    ).toBe('right');
    expect(answer(configurationItemFit, { configurationItem: 'Exchange Online', shortDescription: 'VPN drops' })).toBe(
      'better-exists',
    );
  });
});

test.each([
  ['Sales - Oslo - VPN - drops every ten minutes', 'VPN - drops every ten'],
  [
    'Since Monday the wifi drops whenever the microwave in the kitchen runs, says she.',
    'wifi drops whenever the microwave in the kitchen',
  ],
  ['She cannot use the VPN', 'cannot use the VPN'],
])('quotes the words around a single one: %s', (shortDescription, quote) => {
  const context = buildContext({ category: 'network', shortDescription }, profile);
  const criterion = { levels: LEVELS.map((id) => ({ id })) } as unknown as Criterion;
  expect(categoryFit.answer({} as Grade, criterion, LEVELS, context).quotes).toMatchObject([{ quote }]);
});
