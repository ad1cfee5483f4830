/** Every text of the catalogue stands in ⟦ ⟧, and every letter of the data is a wide one: what is neither is a stray word. */
import type { ModelProvenance, SelectionReport } from '@tqrs/core';
import { beforeAll, expect, test, vi } from 'vitest';
import { memorySink, openReport, type RunInfo, type RunOutcome } from '../src/index.ts';
import { decided, failed, middling, outcome, partial, run, summary } from './fixtures.ts';

vi.mock(import('../src/catalogue/languages.ts'), async (original) => {
  const { LANGUAGES } = await original();
  const marked = (value: unknown): unknown => {
    if (typeof value === 'string') return `⟦${value}⟧`;
    if (typeof value === 'function') return (...given: unknown[]) => marked(value(...given));
    return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, marked(inner)]));
  };
  return { LANGUAGES: { en: (format) => marked(LANGUAGES.en(format)) as ReturnType<typeof LANGUAGES.en> } };
});

/** What code goes by, and what is read as a time. */
const CODE = new Set([
  ...[
    'status',
    'method',
    'confidence',
    'answer',
    'reason',
    'basis',
    'field',
    'searched',
    'beside',
    'option',
    'outcome',
    'at',
  ],
  ...['startedAt', 'finishedAt', 'reviewedAt', 'instant', 'openedAt', 'exported', 'filled'],
]);

/** The same data with wide letters, so that no word of it is mistaken for one of ours. Offsets stay as they are. */
function wide<Data>(data: Data, key = ''): Data {
  if (CODE.has(key)) return data;
  if (typeof data === 'string')
    return data.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)) as Data;
  if (Array.isArray(data)) return data.map((item) => wide(item)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  const isBreakdown = 'rows' in data;
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    isBreakdown && name === 'id' ? value : wide(value, name),
  ]);
  return Object.fromEntries(entries) as Data;
}

const usage = { requests: 7, inputTokens: 900, cachedInputTokens: 300, outputTokens: 120, costUsd: 0.0123 };
const model: ModelProvenance = {
  provider: 'openai',
  host: 'localhost',
  model: 'gpt',
  answeredBy: ['gpt-1'],
  fingerprints: ['fp'],
  promptVersion: '1',
  redacted: true,
};
const selection: SelectionReport = {
  options: {
    since: '2026-03-01',
    until: '2026-03-31',
    assignedTo: ['Ada'],
    groups: ['Desk'],
    where: ['priority<=2'],
    sample: { size: 50, seed: 'march', stratify: 'analyst' },
  },
  tickets: 40,
  selected: 3,
  leftOut: [
    { option: 'since', value: '2026-03-01', reason: 'not-met', tickets: 1 },
    { option: 'until', value: '2026-03-31', reason: 'unclear', tickets: 2 },
    { option: 'where', value: 'company=Retail', reason: 'not-exported', tickets: 5 },
    { option: 'sample', value: '50', reason: 'not-sampled', tickets: 29 },
  ],
  strata: Array.from({ length: 15 }, (_, place) => ({ name: `n${place}`, tickets: 2, selected: 1 })),
  zoneAssumed: { zone: 'Europe/Oslo', tickets: 7 },
};
const [analyst] = summary.breakdowns.flatMap(({ rows }) => rows);
if (analyst === undefined) throw new Error('the fixtures have no breakdown');
const BESIDE = ['above', 'below', 'no-difference-shown', 'too-few'] as const;
const rich: RunOutcome = {
  ...outcome,
  interrupted: true,
  summary: {
    ...summary,
    ranges: { passing: 1, failing: 2, open: 1 },
    notApplicable: 1,
    failedReviews: 1,
    human: {
      tickets: 1,
      accepted: 1,
      overruled: 1,
      machine: { scored: 3, passed: 1, passRate: 33.3, meanPercent: 50 },
    },
    causes: summary.causes.flatMap((cause) => Array.from({ length: 6 }, (_, place) => ({ ...cause, lost: place }))),
    breakdowns: summary.breakdowns.map((breakdown) => ({
      ...breakdown,
      rows: Array.from({ length: 4 }, () => BESIDE)
        .flat()
        .map((beside, place) => ({
          ...analyst,
          value: `n${place}`,
          beside,
          passRate: place === 0 ? null : analyst.passRate,
        })),
      others: analyst,
      unknown: analyst,
    })),
    usage,
  },
};

const files = new Map<string, string>();

beforeAll(async () => {
  const sink = memorySink();
  const info: RunInfo = wide({ ...run, selection });
  const writer = await openReport(info, { formats: ['html', 'coaching', 'md'], files: sink });
  for (const { ticket, scorecard } of [middling(), partial(), failed(), decided()]) {
    const provenance = { ...scorecard.provenance, model };
    await writer.add(wide(ticket), wide({ ...scorecard, usage, provenance }));
  }
  await writer.fail(wide({ record: 7, code: 'broken', message: 'Broken record.' }));
  await writer.close(wide(rich));
  for (const [path, text] of sink.files) files.set(path, text);
});

/** What people read on a page or hear from it, a text a line. */
function readable(page: string): string[] {
  const markup = page.replace(/<(style|script)>.*?<\/\1>/gs, '');
  const attributes = [...markup.matchAll(/\s(?:aria-label|title|alt|placeholder|data-(?:label|one|other))="([^"]*)"/g)];
  return [...markup.replace(/<[^>]*>/g, '\n').split('\n'), ...attributes.map(([, value = '']) => value)];
}

/** Words that come neither from the catalogue nor from the data. */
function strayWords(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    let rest = text.replace(/&[a-z]+;|&#x?[0-9a-fA-F]+;/g, ' ');
    // What a flag holds is the ticket's.
    if (rest === 'true') return [];
    while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    return rest.replace(/\d UTC\b/g, '').match(/[A-Za-z⟦⟧]+/g) ?? [];
  });
}

test('no word of a report comes from anywhere but the catalogue and the data', () => {
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  expect(pages).toHaveLength(8);
  expect(files.size).toBe(9);
  for (const [path, text] of files) {
    const texts = path.endsWith('.html') ? readable(text) : text.split('\n');
    expect([path, ...strayWords(texts)]).toEqual([path]);
    expect(texts.filter((line) => line.includes('⟦')).length).toBeGreaterThan(5);
  }
});
