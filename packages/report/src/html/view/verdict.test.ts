import { describe, expect, test } from 'vitest';
import { failed, makeCard, makeTicket, middling, partial, rubric } from '../../../test/fixtures.ts';
import { localisationOf } from '../../catalogue/localisation.ts';
import { bandView } from './band-view.ts';
import { verdictView } from './verdict.ts';

const local = localisationOf();

describe('verdictView', () => {
  test('a score is shown with its points, band and pass mark', () => {
    expect(verdictView(middling().scorecard, rubric, local)).toMatchObject({
      headline: '38.1%',
      detail: '16 of 42 points',
      band: { title: 'Purple', tone: 'purple' },
      outcome: 'Not passed',
      passMark: 'Pass mark 90%',
      gauge: { label: 'Score 38.1%, pass mark 90%', tone: 'purple', open: '' },
    });
  });

  test('no score is the range, never a number', () => {
    const view = verdictView(partial().scorecard, rubric, local);
    expect(view).toMatchObject({
      headline: '76.2% to 100.0%',
      detail: '32 to 42 points',
      band: null,
      outcome: 'Open',
      gauge: { label: 'Score open from 76.2% to 100.0%, pass mark 90%', open: expect.stringMatching(/^M/) },
    });
    expect(view.notes).toContain('There is no score because 1 criterion is not scored.');
  });

  test('a range on one side of the pass mark says so', () => {
    const { scorecard } = partial();
    const range = { min: { earned: 0, percent: 0 }, max: { earned: 30, percent: 71.4 } };
    const view = verdictView({ ...scorecard, passed: false, range }, rubric, local);
    expect(view.outcome).toBe('Not passed');
    expect(view.notes).toContain('The ticket does not pass, whatever the open criteria come to.');
  });

  test('an automatic fail keeps the calculated score beside it', () => {
    const view = verdictView(failed().scorecard, rubric, local);
    expect(view).toMatchObject({ headline: '0.0%', outcome: 'Automatic fail' });
    expect(view.notes).toEqual([
      'Failed by: Caller validation. An automatic fail makes the score 0.',
      'Without it the score would be 97.6%, 41 of 42 points.',
    ]);
  });

  test('an automatic fail with open criteria says one thing', () => {
    const { scorecard } = partial();
    const nothing = { earned: 0, percent: 0 };
    const fails = { passed: false, range: { min: nothing, max: nothing }, autoFailedBy: ['validation'] };
    const view = verdictView({ ...scorecard, ...fails }, rubric, local);
    expect(view).toMatchObject({ headline: '0.0%', detail: '0 points', outcome: 'Automatic fail' });
    expect(view.notes).toContain('1 criterion is not scored: what the score would be without the fail is open.');
    expect(view.notes.join(' ')).not.toContain('There is no score');
  });

  test('a ticket to which nothing applies has neither score nor gauge', () => {
    const none = { status: 'not-applicable', score: null, calculated: null, band: null, passed: null } as const;
    const view = verdictView(makeCard(makeTicket(), [], none), rubric, local);
    expect(view).toMatchObject({ headline: '—', outcome: 'Nothing to score', gauge: null, band: null });
  });
});

describe('bandView', () => {
  test('bands without a colour in their name take one by their place', () => {
    const bands = ['gold', 'silver', 'bronze'].map((id, place) => ({ id, title: id, from: 90 - place * 45 }));
    expect(bands.map(({ id }) => bandView({ bands }, id)?.tone)).toEqual(['blue', 'yellow', 'purple']);
  });
});
