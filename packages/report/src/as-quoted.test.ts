import { createOfflineJudge, loadBuiltInProfile, loadBuiltInRubric, reviewTicket } from '@tqrs/core';
import { expect, test } from 'vitest';
import { makeCard, makeTicket, outcome, run } from '../test/fixtures.ts';
import { asQuoted } from './as-quoted.ts';
import { FORMAT_IDS } from './formats/index.ts';
import { openReport } from './formats/open-report.ts';
import { memorySink } from './sinks/memory-sink.ts';

const SECRET = 'Harbour!Blue72';
const ticket = makeTicket({
  shortDescription: `Login fails with password ${SECRET}`,
  description: 'Contact Number: 555 0142\nThe login fails.',
  workNotes: [{ text: 'Called.' }, { text: `Reset the password and set it to ${SECRET}. Works now.` }],
});

const review = () =>
  reviewTicket(ticket, {
    rubric: loadBuiltInRubric('incident-logging'),
    profile: loadBuiltInProfile('default'),
    judge: createOfflineJudge(),
  });

test('no format shows a secret, not even of a ticket that the caller kept from before the review', async () => {
  const files = memorySink();
  const report = await openReport(run, { formats: FORMAT_IDS, files });
  await report.add(ticket, await review());
  await report.close(outcome);
  const texts = [...files.files.values()].join('\n');
  expect(texts).toContain('█'.repeat(SECRET.length));
  expect(texts).not.toContain(SECRET);
});

test('only the secrets change, and what is shown is as long', async () => {
  const shown = asQuoted(ticket, await review());
  expect(shown.shortDescription).toBe(`Login fails with password ${'█'.repeat(SECRET.length)}`);
  expect(shown.workNotes?.[1]?.text).toBe(ticket.workNotes?.[1]?.text.replace(SECRET, '█'.repeat(SECRET.length)));
  expect(shown.workNotes?.[0]).toBe(ticket.workNotes?.[0]);
  expect(shown.description).toBe(ticket.description);
});

test('a ticket that is so already, or that has no secret, stays the very same', async () => {
  const scorecard = await review();
  const shown = asQuoted(ticket, scorecard);
  expect(asQuoted(shown, scorecard)).toBe(shown);
  expect(asQuoted(ticket, makeCard(ticket, []))).toBe(ticket);
});
