import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { workingLocation } from './working-location.ts';

const answer = (fields: Partial<Ticket>) => workingLocation.answer(buildCheck(), buildContext(fields)).value;

describe('working location', () => {
  test.each([
    'Location: Lyon',
    'Work location - Pune office',
    'User is based in Lyon and cannot print.',
    'Caller from the Leeds office cannot print',
    'She is calling from Oslo',
    'Working in Oslo today',
    'She works from home in Lyon today.',
    'Working remotely from a hotel in Lyon.',
    'WFH near Lyon this week',
    'Printer in Oslo does not print',
    'It does not print.\nKind regards,\nAda Example | Oslo',
  ])('met: %s', (description) => {
    expect(answer({ description })).toBe('met');
  });

  test.each([
    'Location:',
    'Location: N/A',
    'Office/Remote: Office',
    'Location: WFH',
    'Work location: Remote',
    'Working remotely in Excel',
    'Working from home',
    'User is working in Outlook',
    'Calling from home',
    'Outlook closes',
  ])('not met: %s', (description) => {
    expect(answer({ description })).toBe('not-met');
  });

  test('the place that the record names counts where it is written', () => {
    expect(answer({ description: 'Nobody in Montevideo can print', location: 'Montevideo' })).toBe('met');
  });

  test.each([
    ['She verified herself with her badge; calling from Gdansk, at home, number 555-0185.', 'calling from Gdansk'],
    ['He is based in New York and cannot print since Monday, nor can his team.', 'based in New York'],
    ['User moves between rooms of the Madrid office and each time the wireless drops.', 'Madrid office'],
    ['Chat, user Ada Savchuk-Hart, WFH from Kyiv, 555-0172.', 'WFH from Kyiv'],
    ['Caller is in the Lisbon office, phone 555-0127.', 'Caller is in the Lisbon office'],
    ['The caller, home office in Zurich, sees the landing page in one column only.', 'home office in Zurich'],
  ])('quotes the words that tell it: %s', (description, quote) => {
    const [evidence] = workingLocation.answer(buildCheck(), buildContext({ description })).quotes;
    expect(evidence?.quote).toBe(quote);
  });
});
