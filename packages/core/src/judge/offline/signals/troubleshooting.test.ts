import { expect, test } from 'vitest';
import type { Criterion, Grade } from '../../../rubric/schema.ts';
import { buildContext, journal } from '../../../testing/build.ts';
import { troubleshooting } from './troubleshooting.ts';

const LEVELS = ['sufficient', 'poorly-documented', 'some', 'little', 'none'];
const criterion = { levels: LEVELS.map((id) => ({ id })) } as Criterion;
const grade = (fields: Parameters<typeof buildContext>[0], levels = LEVELS) =>
  troubleshooting.answer({} as Grade, criterion, levels, buildContext(fields));

test.each([
  [
    'sufficient',
    journal(
      'Replaced the power supply of the dock by one from stock: charges at 90 W.',
      'Event log shows no error. Own charger at the notebook: charges. Same dock with my notebook: no charge -> dock side.',
      'Measured the power brick: 0 V on the second rail. Cables and firmware are fine.',
    ),
  ],
  ['poorly-documented', journal('checked gateway, creds, cleared the cache, restarted svc, ok in the end')],
  ['some', journal('Restarted the spooler, resent a job, still nothing in the queue. Looked at the driver.')],
  ['little', journal('Restarted Teams.')],
  ['none', journal('Assigned to Network Operations.')],
  ['none', []],
])('%s', (expected, workNotes) => {
  expect(grade({ workNotes }).value).toBe(expected);
});

test('the resolution notes alone are little', () => {
  expect(grade({ closeNotes: 'Reinstalled the scanner driver.' }).value).toBe('little');
});

test('steps in the description count where its form names them', () => {
  const steps =
    'pinged the printer: 4 replies. Opened the queue: 12 jobs held. Deleted the held jobs, restarted the spooler.';
  const more =
    'Printed from Notepad: fine. Printed from Excel: blank page. Reinstalled the Excel driver, page complete.';
  expect(grade({ description: `Issue: no print\nTroubleshooting steps: ${steps}\n${more}` }).value).toBe('sufficient');
  expect(grade({ description: `I tried this: ${steps}` }).value).toBe('none');
});

test('a loss is told with what was searched, and not where the work notes were not exported', () => {
  expect(grade({ workNotes: [] }).missing).toMatchObject([{ searched: ['workNotes', 'description', 'closeNotes'] }]);
  expect(grade({ workNotes: undefined })).toMatchObject({ value: 'cannot-assess', reason: 'field-not-exported' });
});

test('a level that the rules closed is not picked', () => {
  expect(grade({ workNotes: [] }, ['sufficient', 'some']).value).toBe('cannot-assess');
});
