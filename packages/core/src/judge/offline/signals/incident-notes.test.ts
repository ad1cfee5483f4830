import { expect, test } from 'vitest';
import type { Criterion, Grade } from '../../../rubric/schema.ts';
import { buildContext, journal } from '../../../testing/build.ts';
import { incidentNotes } from './incident-notes.ts';

const LEVELS = ['sufficient', 'gaps', 'none'];
const criterion = { levels: LEVELS.map((id) => ({ id })) } as Criterion;
const grade = (fields: Parameters<typeof buildContext>[0]) =>
  incidentNotes.answer({} as Grade, criterion, LEVELS, buildContext(fields));
const VISIT =
  'At desk 4.017: power brick dead, measured 0 V on the second rail. Swapped the brick for one from stock, battery charges at 90 W.';
const at = (text: string) => ({ text });

test.each([
  ['sufficient', { workNotes: journal(VISIT) }],
  ['gaps', { workNotes: journal('was there, ok now') }],
  ['gaps', { comments: journal(VISIT), caller: 'Ada Example' }],
  ['gaps', { description: `Dock is dead.\n\n18.5. 10:00 ${VISIT}\n19.5. 09:00 cable changed` }],
  ['none', {}],
  ['none', { closeNotes: 'ok', openedAt: at('2026-05-05 10:00:00'), resolvedAt: at('2026-05-05 10:05:00') }],
  [
    'none',
    {
      closeNotes: 'Changed the batteries of the mouse.',
      openedAt: at('2026-05-05 10:00:00'),
      resolvedAt: at('2026-05-09 10:05:00'),
    },
  ],
  [
    'not-applicable',
    {
      closeNotes: 'Changed both batteries of the mouse at the counter, pointer moves.',
      openedAt: at('2026-05-05 10:00:00'),
      resolvedAt: at('2026-05-05 10:08:00'),
    },
  ],
])('%s', (expected, fields) => {
  expect(grade(fields).value).toBe(expected);
});

test('work notes that were not exported cost nothing', () => {
  expect(grade({ workNotes: undefined })).toMatchObject({ value: 'cannot-assess', reason: 'field-not-exported' });
});
