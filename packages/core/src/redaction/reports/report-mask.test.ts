import { readField, type Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { createOfflineJudge } from '../../judge/offline/offline-judge.ts';
import { createReviewer } from '../../review/create-reviewer.ts';
import type { Reviewed } from '../../review/open-run.ts';
import { loadBuiltInRubric } from '../../rubric/load.ts';
import { buildProfile, buildTicket, FACTS, journal } from '../../testing/build.ts';
import type { Evidence } from '../../verdict.ts';
import { createReportMask } from './report-mask.ts';

const profile = buildProfile();
const rubrics = ['incident-logging', 'incident-handling'].map((id) => loadBuiltInRubric(id));
const anonymous = (key: string) => createReportMask({ rubrics, profile, pseudonymKey: key });
const mask = anonymous('a key');
const ticket = buildTicket({
  caller: 'Zelda Exempel',
  openedBy: 'Muster, Ruth',
  assignedTo: 'Ruth Muster',
  shortDescription: 'Retail - Leeds - Outlook - Zelda cannot open the shared mailbox',
  description:
    'Zelda Exempel called from 0113 496 0000 (zelda.exempel@acme.example). Employee ID: 80412233. Host LT-4471. Validated by OKTA & full name.',
  workNotes: [
    ...journal('Ruth: asked Zelda Exempel for a callback number, she gave 0113 496 0000').map((entry) => ({
      ...entry,
      author: 'Ruth Muster',
    })),
  ],
  closeNotes: 'Zelda confirmed that the mailbox opens. Kind regards,\nRuth Muster',
  source: { caller_id: 'Zelda Exempel' },
});

function review(reviewed: Ticket): Reviewed {
  const result = createReviewer({
    rubrics,
    profile,
    judge: createOfflineJudge(),
    facts: FACTS,
    now: () => new Date(0),
  })(reviewed);
  if (result instanceof Promise || 'error' in result) throw new Error('The review did not answer.');
  return result;
}

/** Every piece of evidence, wherever it stands in a value. */
function evidenceIn(value: unknown): Evidence[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('quote' in value && 'start' in value) return [value as Evidence];
  return Object.values(value).flatMap(evidenceIn);
}

describe('createReportMask', () => {
  const reviewed = review(ticket);

  test('is undefined where nothing is to be hidden', () => {
    expect(createReportMask({ rubrics, profile })).toBeUndefined();
  });

  test('leaves nothing that tells who somebody is, in the ticket and in its scorecards', () => {
    const shown = JSON.stringify(mask?.reviewed(reviewed));
    for (const telling of ['Zelda', 'Exempel', 'Ruth', 'Muster', '0113', 'acme.example', '80412233'])
      expect(shown).not.toContain(telling);
    for (const kept of ['LT-4471', 'shared mailbox', 'OKTA', 'Leeds']) expect(shown).toContain(kept);
  });

  test('gives a person one pseudonym in every field, text and scorecard, however the name is written', () => {
    const shown = mask?.reviewed(reviewed);
    const ruth = shown?.ticket.assignedTo ?? '';
    expect(ruth).toMatch(/^Person [2-9A-HJ-NP-Z]{6}$/);
    expect(shown?.ticket.openedBy).toBe(ruth);
    expect(shown?.ticket.workNotes?.[0]?.author).toBe(ruth);
    expect(shown?.ticket.closeNotes).toContain(ruth);
    expect(shown?.scorecards.map((card) => card.ticket.assignedTo)).toEqual([ruth, ruth]);
    expect(shown?.ticket.shortDescription).toContain(`${shown?.ticket.caller} cannot open`);
    expect(shown?.ticket.caller).not.toBe(ruth);
  });

  test('gives the same pseudonyms in every run with the same key, and others with another', () => {
    const of = (key: string) => anonymous(key)?.reviewed(reviewed).ticket.assignedTo;
    expect(of('a key')).toBe(of('a key'));
    expect(of('a key')).not.toBe(of('another key'));
  });

  test('changes no score, and every quote stands at its place in the masked ticket', () => {
    const shown = mask?.reviewed(reviewed);
    const points = (cards: Reviewed['scorecards'] = []) =>
      cards.map(({ score, range, criteria }) => [score, range, criteria.map(({ id, points }) => [id, points])]);
    expect(points(shown?.scorecards)).toEqual(points(reviewed.scorecards));
    const evidence = evidenceIn(shown?.scorecards);
    expect(evidence.length).toBeGreaterThan(10);
    expect(evidence.some(({ quote }) => quote.includes('Person '))).toBe(true);
    for (const { field, entry, start, end, quote } of evidence)
      expect(readField(shown?.ticket as Ticket, field, entry)?.slice(start, end)).toBe(quote);
  });

  test('says what is advised of the masked words, and leaves the words of the rubric alone', () => {
    const coaching = mask?.reviewed(reviewed).scorecards[1]?.criteria.flatMap((criterion) => criterion.coaching) ?? [];
    expect(coaching.join(' ')).toMatch(/“Person \w+: asked Person \w+ for a callback number, …”/);
    expect(coaching.join(' ')).toContain('for example');
  });

  test('leaves the review that it was given alone', () => {
    const before = JSON.stringify(reviewed);
    mask?.reviewed(reviewed);
    expect(JSON.stringify(reviewed)).toBe(before);
  });

  test('hides what the profile names, and shows names then', () => {
    const hiding = buildProfile({ redaction: { names: [], keep: [], reports: ['PHONE', 'EMAIL'] } });
    const shown = createReportMask({ rubrics, profile: hiding })?.reviewed(reviewed);
    expect(shown?.ticket.description).toBe(
      'Zelda Exempel called from [PHONE_1] ([EMAIL_1]). Employee ID: 80412233. Host LT-4471. Validated by OKTA & full name.',
    );
    expect(shown?.ticket.workNotes?.[0]?.text).toContain('she gave [PHONE_1]');
    expect(shown?.ticket.assignedTo).toBe('Ruth Muster');
  });

  test('takes names out of what a selection was made by', () => {
    const ruth = mask?.reviewed(reviewed).ticket.assignedTo ?? '';
    const report = mask?.selection({
      options: {
        assignedTo: ['Muster, Ruth'],
        where: ['caller=Zelda Exempel', 'priority<=2'],
        sample: { size: 2, seed: '1', stratify: 'analyst' },
      },
      tickets: 9,
      selected: 2,
      leftOut: [
        { option: 'assigned-to', value: 'Muster, Ruth', reason: 'not-met', tickets: 3 },
        { option: 'where', value: 'caller=Zelda Exempel', reason: 'not-met', tickets: 3 },
        { option: 'sample', value: '2', reason: 'not-sampled', tickets: 1 },
      ],
      strata: [
        { name: 'Ruth Muster', tickets: 2, selected: 1 },
        { name: '(blank)', tickets: 1, selected: 1 },
      ],
    });
    expect(report?.options).toMatchObject({ assignedTo: [ruth], where: ['a condition on caller', 'priority<=2'] });
    expect(report?.leftOut.map(({ value }) => value)).toEqual([ruth, 'a condition on caller', '2']);
    expect(report?.strata?.map(({ name }) => name)).toEqual([ruth, '(blank)']);
  });
});
