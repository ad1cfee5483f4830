import { describe, expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { identityTrace } from './trace.ts';

function traceIn(description: string, isAboutFactors = false): string | undefined {
  const [passage] = buildContext({ description }).text.passages(['description']);
  return passage && identityTrace(passage, isAboutFactors)?.quote;
}

describe('wording that may tell of an identification leaves a trace', () => {
  test.each([
    'Caller is well known to the desk.',
    'I recognised her voice.',
    'Asked two security questions, both right.',
    'Manager vouched for the caller.',
    'Compared his badge photo on Teams video.',
    'Checked his details against the HR record.',
    'Push accepted.',
    'Ada Example 48213',
  ])('%s', (description) => {
    expect(traceIn(description)).toBe(description);
  });
});

describe('wording about things leaves none', () => {
  test.each([
    'Outlook cannot verify the certificate.',
    'User confirmed that the drive works again.',
    'Please verify the caller.',
    'Validation was skipped.',
    'Printer 48213 jams on every page.',
    'Laptop does not start.',
  ])('%s', (description) => {
    expect(traceIn(description)).toBeUndefined();
  });

  test('a second factor that the ticket is about', () => {
    expect(traceIn('Push accepted.', true)).toBeUndefined();
  });
});
