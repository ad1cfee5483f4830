import { describe, expect, test } from 'vitest';
import { type RunSettingsInput, runSettingsSchema } from '../../api/index.ts';
import { estimateArguments, type ReviewArguments, runArguments } from './run-arguments.ts';

const review = (settings: Partial<RunSettingsInput>, more: Partial<ReviewArguments> = {}): ReviewArguments => ({
  settings: runSettingsSchema.parse({ rubrics: ['a'], profile: 'p', judge: 'offline', ...settings }),
  judge: 'offline',
  rubrics: ['a'],
  profile: 'p',
  sources: ['/data/1'],
  names: ['--quiet'],
  ...more,
});

describe('the arguments of a run', () => {
  test('begin it, or go on with it', () => {
    expect(runArguments(review({}), '/data/report', false)).toEqual([
      'review',
      '--rubric=a',
      '--profile=p',
      '--judge=offline',
      '--format=html,json,ndjson,csv,xlsx,md,junit,coaching',
      '--resume=/data/report',
      '--events=3',
      '--quiet',
      '--name=--quiet',
      '--',
      '/data/1',
    ]);
  });

  test.each<[Partial<RunSettingsInput>, string[]]>([
    [{ spelling: false }, ['--no-spelling']],
    [{ anonymize: true, locale: 'en-GB' }, ['--anonymize', '--locale=en-GB']],
    [
      { selection: { where: ['--out=/x', 'priority<=2'], since: '2026-03-01' } },
      ['--where=--out=/x', '--where=priority<=2', '--since=2026-03-01'],
    ],
    [
      { selection: { sample: 50, seed: '--force', stratify: 'analyst' } },
      ['--sample=50', '--seed=--force', '--stratify=analyst'],
    ],
  ])('follow the settings, and no value becomes an option: %j', (settings, expected) => {
    const args = runArguments(review(settings), '/r', false);
    expect(args).toEqual(expect.arrayContaining(expected));
    expect(args.filter((arg) => !arg.includes('=') && arg.startsWith('--'))).toEqual(
      expect.arrayContaining(['--quiet', '--']),
    );
    for (const option of ['--force', '--out=/x']) expect(args).not.toContain(option);
  });

  test('say of a model what it may cost, and nothing of it where none judges', () => {
    const settings = { maxCostUsd: 2.5, votes: 3, redact: false } as const;
    const asked = ['--max-cost=2.5', '--votes=3', '--no-redact'];
    const model = { ...settings, judge: 'model' } as const;
    expect(runArguments(review(model, { judge: 'azure' }), '/r', true)).toEqual(
      expect.arrayContaining([...asked, '--judge=azure', '--retry-unscored']),
    );
    for (const option of asked) expect(runArguments(review(settings), '/r', false)).not.toContain(option);
    expect(estimateArguments(review(model, { judge: 'openai' }))).toEqual(
      expect.arrayContaining(['--estimate', '--format=json', '--votes=3']),
    );
  });
});
