import * as fs from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extendableRubric, loadRubric, type Rule, type Signal } from '@tqrs/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rubricText } from '../apps/cli/src/commands/init/rubric-text.ts';
import { createRun } from '../packages/core/src/runs/index.ts';
import { configuration } from '../packages/core/src/testing/runs.ts';
import { completion, model, startFaultServer } from '../packages/fault-server/src/index.ts';
import type { FormatItem, FormatReader } from '../packages/parser/src/formats/format.ts';

const RECORD = {
  number: 'INC0010001',
  short_description: 'Mercer - Oslo - Outlook - Calendar does not sync',
  description: 'Since this morning the calendar of Outlook does not sync on her phone.',
  contact_type: 'phone',
  work_notes: '',
};
const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'tqrs-readme-'));
  fs.writeFileSync(join(folder, 'incident.json'), JSON.stringify({ records: [RECORD] }));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The code blocks of a document in one language, without their indentation. */
function blocksOf(path: string, language: string): string[] {
  const text = fs.readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  const blocks = text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\`$`, 'gm'));
  return [...blocks].map(([, indent = '', code = '']) => code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

/** What an example imports: the sources of the packages, with the paths of a reader's folder leading into ours. */
async function load(name: string, place = ''): Promise<Record<string, unknown>> {
  if (name.startsWith('.')) return import(pathToFileURL(join(root, place, name)).href);
  if (name === 'node:fs') return { ...fs, createReadStream: (path: string) => fs.createReadStream(join(folder, path)) };
  if (name === '@tqrs/parser') return import('@tqrs/parser');
  if (name === '@tqrs/core') return import('@tqrs/core');
  if (name === '@tqrs/core/runs') {
    const runs = await import('../packages/core/src/runs/index.ts');
    return { ...runs, readRun: (path: string) => runs.readRun(join(folder, path)) };
  }
  if (name === 'zod') return import('zod');
  if (name === '@tqrs/llm') return import('../packages/llm/src/index.ts');
  if (name === '@tqrs/llm/openai') return import('../packages/llm/src/openai/index.ts');
  if (name === '@tqrs/fault-server') return import('../packages/fault-server/src/index.ts');
  if (name === '@tqrs/report/marking') return import('../packages/report/src/marking/index.ts');
  if (name !== '@tqrs/report') throw new Error(`An example imports ${name}.`);
  const report = await import('../packages/report/src/index.ts');
  return { ...report, directorySink: (path: string) => report.directorySink(join(folder, path)) };
}

/** Runs an example as it is printed, and returns what it logged and what it exports, if anything. */
async function run(example: string, place?: string): Promise<{ readonly lines: string[]; readonly exported: unknown }> {
  const exported = /^export (?:async function|const) (\w+)/m.exec(example)?.[1];
  const code = stripTypeScriptTypes(example)
    .replaceAll(/^import (\{[^}]*\}) from '([^']+)';$/gm, (_, names: string, from: string) => {
      return `const ${names} = await load('${from}');`;
    })
    .replaceAll(/^export /gm, '');
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const lines: string[] = [];
  const log = (...words: unknown[]) => lines.push(words.join(' '));
  const body = AsyncFunction('load', 'console', `${code}\nreturn ${exported};`);
  return { lines, exported: await body((name: string) => load(name, place), { log, warn: log }) };
}

describe('the examples of the READMEs run as they are printed', () => {
  test('core: prints the score of each ticket', async () => {
    const [example = ''] = blocksOf('packages/core/README.md', 'js');
    expect(example.trim().split('\n').length).toBeLessThanOrEqual(10);
    expect((await run(example)).lines).toEqual([expect.stringMatching(/^INC0010001 /)]);
  });

  test('core: scores with a language model, and prints what it cost', async () => {
    const [, example = ''] = blocksOf('packages/core/README.md', 'js');
    expect(example.trim().split('\n').length).toBeLessThanOrEqual(25);
    const answer = { field: 'description', quote: 'Since this morning the calendar' };
    await using server = await startFaultServer(model(() => answer));
    vi.stubEnv('OPENAI_API_KEY', 'sk-test');
    vi.stubEnv('OPENAI_BASE_URL', `${server.url}/v1`);
    const { lines } = await run(example);
    vi.unstubAllEnvs();
    expect(lines).toEqual([expect.stringMatching(/^INC0010001 /), '0.0004']);
    expect(server.requests).toHaveLength(1);
  });

  test('core: compares two kept runs', async () => {
    const [, , example = ''] = blocksOf('packages/core/README.md', 'js');
    for (const month of ['june', 'july']) {
      fs.mkdirSync(join(folder, month));
      createRun(join(folder, month, 'run.sqlite'), configuration()).close();
    }
    expect((await run(example)).lines).toEqual(['Incident logging 0 0']);
  });

  test('parser: prints the tickets, and warns of journals that no record has', async () => {
    const [tickets = '', opened = '', facts = ''] = blocksOf('packages/parser/README.md', 'js');
    expect((await run(tickets)).lines).toEqual([expect.stringContaining(RECORD.short_description)]);
    expect((await run(opened)).lines).toEqual([`json ${RECORD.number}`]);
    expect((await run(facts)).lines).toEqual(['No record has work notes: were they exported?']);
  });

  test('report: writes the report that it speaks of', async () => {
    const [example = ''] = blocksOf('packages/report/README.md', 'js');
    await run(example);
    expect(fs.readdirSync(join(folder, 'report')).toSorted()).toEqual(['index.html', 'scorecards.csv', 'tickets']);
  });

  test('report: tells the words that points were lost on', async () => {
    const [, example = ''] = blocksOf('packages/report/README.md', 'js');
    expect((await run(example)).lines).toContain('screen is black loss');
  });

  test('llm: asks a language model', async () => {
    const [example = ''] = blocksOf('packages/llm/README.md', 'ts');
    await using server = await startFaultServer([completion({ greeting: true })]);
    vi.stubEnv('OPENAI_API_KEY', 'sk-test');
    vi.stubEnv('OPENAI_BASE_URL', `${server.url}/v1`);
    expect((await run(example)).lines).toEqual(['true 100 0.0004']);
    vi.unstubAllEnvs();
  });

  test('fault-server: fails, and answers', async () => {
    const [example = ''] = blocksOf('packages/fault-server/README.md', 'ts');
    expect((await run(example)).lines).toEqual(['500 1']);
  });
});

describe('the recipes of CONTRIBUTING work as they are printed', () => {
  const [rule = '', , signal = '', , format = '', reader = ''] = blocksOf('CONTRIBUTING.md', 'ts');
  const core = 'packages/core/src';

  test('the criterion is one that a rubric can have, and is answered without a model', () => {
    const [criterion = ''] = blocksOf('CONTRIBUTING.md', 'yaml');
    const rubric = loadRubric(`${rubricText('my-rubric', extendableRubric('incident-logging'))}\n${criterion}`);
    expect(rubric.criteria.at(-1)?.data.id).toBe('closure');
    expect(rubric.warnings).toEqual([]);
  });

  test('the rule, the signal and the format can be declared', async () => {
    const declared = await Promise.all([
      run(rule, `${core}/rules`),
      run(signal, `${core}/judge/offline/signals`),
      run(format, 'packages/report/src/formats'),
    ]);
    const [reopened, closureAgreed, markdown] = declared.map(({ exported }) => exported);
    expect((reopened as Rule).levels({ never: 'once', again: 'reopened' })).toEqual(['once', 'reopened']);
    expect((closureAgreed as Signal).kind).toBe('check');
    expect((markdown as { entry: string }).entry).toBe('scores.md');
  });

  test('the export format is read', async () => {
    const { exported } = await run(reader, 'packages/parser/src/formats/lines');
    async function* bytes() {
      for (const part of ['number=INC1\nstate=', '7\n\nnumber=INC2']) yield Buffer.from(part);
    }
    const items: FormatItem[] = [];
    for await (const item of (exported as FormatReader)(bytes(), { maxRecordBytes: 100 })) items.push(item);
    expect(items).toEqual([
      { kind: 'record', record: { number: 'INC1', state: '7' } },
      { kind: 'record', record: { number: 'INC2' } },
    ]);
  });
});
