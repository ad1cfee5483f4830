import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Check,
  type CompiledRubric,
  createOfflineJudge,
  extendableRubric,
  loadBuiltInProfile,
  loadRubric,
  reviewTicket,
} from '@tqrs/core';
import { JOURNAL_FIELDS, TEXT_FIELDS } from '@tqrs/parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { rubricText } from '../src/commands/init/rubric-text.ts';
import { callTqrs } from './call-tqrs.ts';
import { folderForAll } from './test-folder.ts';

const page = readFileSync(new URL('../../../docs/own-rubric.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
/** The name of a JSON file stands before its block, that of a YAML file in its first line. */
const blocks = [...page.matchAll(/(?:`(\S+\.json)`:\n\n)?^```(?:yaml|json)\n([\s\S]*?)^```$/gm)].map(
  ([, json, text = '']) => ({ name: json ?? /^# (\S+\.yaml)$/m.exec(text)?.[1] ?? '', text }),
);
const textOf = (name: string) => blocks.find((block) => block.name === name)?.text ?? '';

const folder = folderForAll();
beforeAll(() => {
  for (const { name, text } of blocks) writeFileSync(join(folder, name), text);
});

interface Reviewed {
  readonly ticket: { readonly number: string };
  readonly status: string;
  readonly score: { readonly earned: number; readonly possible: number };
  readonly criteria: readonly { readonly id: string; readonly points: number; readonly verdict: { levelId: string } }[];
}

async function review(file: string, ...args: readonly string[]): Promise<readonly Reviewed[]> {
  const { stdout, stderr } = await callTqrs(
    ['review', file, '--rubric', 'facilities.yaml', '--format', 'json', '--quiet', ...args],
    { cwd: folder },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout).scorecards;
}

describe('the page about a rubric of your own', () => {
  test.each(blocks.map(({ name }) => name).filter((name) => name.endsWith('.yaml')))('%s is valid', async (name) => {
    const kind = name.includes('profile') ? 'profile' : 'rubric';
    const { code, stdout, stderr } = await callTqrs([kind, 'validate', name], { cwd: folder });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).not.toContain('warning');
  });

  test('scores its tickets as it says, without a model', async () => {
    const [first, second] = await review('reports.json');
    expect(first).toMatchObject({ status: 'complete', score: { earned: 45, possible: 45 } });
    expect(second).toMatchObject({ status: 'complete', score: { earned: 15, possible: 45 } });
    expect(second?.criteria.map(({ id, verdict }) => [id, verdict.levelId])).toEqual([
      ['location', 'two-missing'],
      ['hazard', 'told'],
      ['made-safe', 'not-told'],
      ['work-order', 'not-given'],
    ]);
  });

  test('scores them the same under its profile', async () => {
    const scorecards = await review('reports.json', '--profile', 'facilities-profile.yaml');
    expect(scorecards.map(({ score }) => score.earned)).toEqual([45, 15]);
  });

  test('reads an export of other columns by the names that the profile gives', async () => {
    const [only] = await review('other-reports.json', '--profile', 'facilities-profile.yaml');
    expect(only).toMatchObject({ ticket: { number: 'R-1' }, status: 'complete', score: { earned: 35, possible: 35 } });
  });

  test('has a report that shows the words behind the points', async () => {
    const out = join(folder, 'report');
    await callTqrs(['review', 'reports.json', '--rubric', 'facilities.yaml', '--out', out, '--quiet'], { cwd: folder });
    const ticket = readFileSync(join(out, 'tickets/FAC0000101.html'), 'utf8');
    for (const words of ['Facilities desk', 'Made safe', 'taped off', 'work order 48213'])
      expect(ticket).toContain(words);
  });

  test('names every field that a rubric can look at', () => {
    const named = page.slice(page.indexOf('### Fields'), page.indexOf('## A profile')).match(/(?<=`)\w+(?=`)/g);
    expect(named).toEqual(expect.arrayContaining([...TEXT_FIELDS, ...JOURNAL_FIELDS]));
  });

  test.each(examplesOf([textOf('facilities.yaml'), rubricText('ours', extendableRubric('gates'))]))(
    'the example of %s counts, and its trap does not',
    async (_, rubric, check) => {
      const { positive = '', trap = '' } = check.examples ?? {};
      expect(await answerOf(rubric, check, positive), positive).toBe('met');
      expect(await answerOf(rubric, check, trap), trap).not.toBe('met');
    },
  );
});

/** Each check that has an example and phrases, with its rubric. */
function examplesOf(texts: readonly string[]): [string, CompiledRubric, Check][] {
  return texts.flatMap((text) => {
    const rubric = loadRubric(text);
    const checks = rubric.data.criteria.flatMap(({ evaluator: { judge } }) =>
      judge?.type === 'checklist' ? judge.checks : [],
    );
    return checks
      .filter(({ examples, phrases }) => examples && phrases)
      .map((check): [string, CompiledRubric, Check] => [check.id, rubric, check]);
  });
}

async function answerOf(rubric: CompiledRubric, check: Check, text: string): Promise<string | undefined> {
  const blank = { shortDescription: '', description: '', closeNotes: 'Done.', state: 'Closed' };
  const ticket = { number: 'FAC1', ...blank, [check.fields.at(-1) ?? '']: text, codes: {}, flags: {}, source: {} };
  const { criteria } = await reviewTicket(ticket, {
    rubric,
    profile: loadBuiltInProfile('default'),
    judge: createOfflineJudge(),
  });
  const answers = criteria.flatMap(({ verdict }) => ('checks' in verdict ? (verdict.checks ?? []) : []));
  return answers.find(({ id }) => id === check.id)?.answer;
}
