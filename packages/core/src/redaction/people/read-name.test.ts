import { describe, expect, test } from 'vitest';
import { buildProfile, buildTicket } from '../../testing/build.ts';
import { namesInProse } from './names-in-prose.ts';
import { namesInFields, namesInHeaders } from './names-told.ts';
import { nameInField, nameInValue } from './read-name.ts';

describe('in a field that holds a person', () => {
  test.each([
    ['Ada Example', 'Ada Example'],
    ['Example, Ada (Contractor)', 'Example, Ada'],
    ['ada.example@acme.example', 'ada.example'],
    ['Ada Example [aexample]', 'Ada Example'],
    ['Service Desk', undefined],
    ['System Administrator', undefined],
    ['Virtual Agent', undefined],
    ['0123456789abcdef0123456789abcdef', undefined],
    ['', undefined],
    ['4711', undefined],
  ])('%s', (value, name) => {
    expect(nameInField(value)).toBe(name);
  });

  test('goes by the profile for a bare sys_id, and takes authors of entries as well', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const ticket = buildTicket({ caller: id, openedBy: 'System', workNotes: [{ text: 'x', author: 'Ben Sample' }] });
    expect(namesInFields(ticket, buildProfile({ names: { [id]: 'Ada Example' } }))).toEqual([
      'Ada Example',
      'Ben Sample',
    ]);
  });
});

describe('in a labelled value', () => {
  test.each([
    ['Ada Example', 'Ada Example'],
    ['ada example', 'ada example'],
    ['Ada', 'Ada'],
    ['Mrs. Ada Example', 'Ada Example'],
    ['Example, Ada', 'Example, Ada'],
    ['Ada Example called about her printer', 'Ada Example'],
    ['Ada Example - Finance', 'Ada Example'],
    ['Ada Example/100234', 'Ada Example'],
    ['Ada Example, Oslo', 'Ada Example'],
    ['Jean-Luc O’Example', 'Jean-Luc O’Example'],
    ['Zoë van der Example', 'Zoë van der Example'],
    ['A. B. Example', 'A. B. Example'],
    ['ada', undefined],
    ['printer does not print', undefined],
    ['Service Desk', undefined],
    ["It's Tuesday", undefined],
    ['12 Sample Street', undefined],
  ])('%s', (value, name) => {
    expect(nameInValue(value, true)).toBe(name);
  });

  test('one word is no name where the label may ask for something else', () => {
    expect(nameInValue('Outlook', false)).toBeUndefined();
    expect(nameInValue('Ada', false)).toBeUndefined();
    expect(nameInValue('Ada Example', false)).toBe('Ada Example');
  });
});

test.each([
  ['[10:02:33] Ada Example: hello', ['Ada Example']],
  ['2026-03-02 10:15:00 - Ada Example (Work notes)\nCalled.', ['Ada Example']],
  ['It works.\n\nKind regards,\nAda Example\nFinance', ['Ada Example']],
  ['Mit freundlichen Grüßen\n\nAda Example', ['Ada Example']],
  ['Thanks,\nIT Service Desk', []],
  ['Thanks for the help.\nAda Example', []],
  ['10:15 restarted the server', []],
  ['Error: at 10:15', []],
])('%j: names in front of turns and below sign-offs', (text, names) => {
  expect(namesInHeaders(text)).toEqual(names);
});

test.each([
  ['Mr Example rang, Frau Sample as well.', ['Example', 'Sample']],
  ['spoke to Ada Example today', ['Ada Example']],
  ['My name is Ada Example.', ['Ada Example']],
  ['full name Ada Example, Oslo', ['Ada Example']],
  ['Hi Ada,\nit is done.', ['Ada']],
  ['Dear Team,\nHello everyone,', []],
  ['Ms Teams and MS Office', []],
  ['caller Windows profile', []],
  ['manager approved it', []],
  ['this is Outlook', []],
])('%j: names that words tell', (text, names) => {
  expect(namesInProse(text)).toEqual(names);
});
