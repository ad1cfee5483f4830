import { describe, expect, test } from 'vitest';
import type { Evidence } from '../verdict.ts';
import { fillCoaching } from './fill-coaching.ts';

const evidence = (...quotes: string[]): Evidence[] =>
  quotes.map((quote) => ({ field: 'description', start: 0, end: quote.length, quote }));
const missing = (...elements: string[]) => elements.map((element) => ({ element, searched: ['description'] }));

describe('coaching is filled with words of the ticket', () => {
  test.each([
    ['Look at {quote}.', 'Look at “VPN drops”.'],
    ['Look at {quotes}.', 'Look at “VPN drops” and “dial tone”.'],
    ['Add {missing}. Then save.', 'Add employee id and location. Then save.'],
    ['No placeholder. "Example." Done.', 'No placeholder. "Example." Done.'],
  ])('%s', (text, expected) => {
    const proof = {
      evidence: evidence('VPN drops', 'VPN drops', 'dial tone.'),
      missing: missing('employee id', 'location'),
    };
    expect(fillCoaching(text, proof)).toBe(expected);
  });

  test('a sentence whose words are not there is left out', () => {
    expect(fillCoaching('Look at {quote}. Choose again, for example "network". Add {missing}.', {})).toBe(
      'Choose again, for example "network".',
    );
  });

  test('long quotes are cut between words, and many are not all told', () => {
    const [long] = evidence(`The monitor ${'flickers and '.repeat(10)}hums`);
    expect(fillCoaching('See {quote}.', { evidence: long && [long] })).toBe(
      'See “The monitor flickers and flickers and flickers and flickers …”.',
    );
    expect(fillCoaching('{quotes}', { evidence: evidence('a', 'b', 'c', 'd', 'e', 'f') })).toBe(
      '“a”, “b”, “c”, “d”, “e” and others',
    );
  });

  test('what a ticket says is not filled again', () => {
    expect(
      fillCoaching('See {quote}. Add {missing}.', { evidence: evidence('{missing}'), missing: missing('x') }),
    ).toBe('See “{missing}”. Add x.');
  });
});
