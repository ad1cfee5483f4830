import type { Manifest } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { type ModelSummaryInput, modelSummary } from './model-summary.ts';

const MANIFEST: Manifest = {
  provider: 'openai',
  host: 'api.openai.com',
  model: 'gpt-4o',
  answeredBy: ['gpt-4o-2024-08-06'],
  fingerprints: [],
  promptVersion: '1',
  redacted: true,
  tickets: 52,
  flaggedTickets: 0,
  fields: {},
  masked: { PERSON: 90, PHONE: 40 },
  answers: { asked: 55, kept: 0 },
  failures: {},
  usage: { requests: 58, inputTokens: 210_000, cachedInputTokens: 165_900, outputTokens: 31_000, costUsd: 0.6273 },
};
const shown = (manifest: Partial<Manifest> = {}, unscored: ModelSummaryInput['unscored'] = [], width = 100) =>
  modelSummary({ manifest: { ...MANIFEST, ...manifest }, unscored }, (_format, text) => text, width);

describe('the summary of a model', () => {
  test('says what was asked, what it took, and what was masked', () => {
    expect(shown().split('\n')).toEqual([
      'Language model  gpt-4o at api.openai.com',
      '  Asked             58 requests about 52 tickets',
      '  Tokens            210,000 in (79% of them from the provider’s cache), 31,000 out',
      '  Cost              $0.6273',
      '  Masked            130 personal values',
      '',
    ]);
  });

  test('says what nobody knows, and does not make it nothing', () => {
    const usage = { requests: 3, inputTokens: null, cachedInputTokens: null, outputTokens: null, costUsd: null };
    expect(shown({ usage })).toMatch(/unknown in \(cached share unknown\), unknown out\n {2}Cost +unknown/);
  });

  test.each([
    [{ redacted: false }, 'nothing but passwords and keys: --no-redact'],
    [{ answers: { asked: 1, kept: 12 } }, '12 answers kept from before'],
    [{ flaggedTickets: 2 }, '2 tickets with text that tries to instruct'],
  ])('says what is out of the ordinary: %j', (manifest, said) => {
    expect(shown(manifest)).toContain(said);
  });

  test('says what was left unscored, and what to do about it', () => {
    const text = shown({}, [
      ['judge-failed', 7],
      ['refused', 1],
    ]);
    expect(text).toContain(
      '7 tickets: a request or a rule failed. tqrs review --resume <run> --retry-unscored asks again.',
    );
    expect(text).toContain('1 ticket: the model refused to answer. A person should look.');
  });

  test('fits a narrow terminal, and cannot steer it', () => {
    const text = shown({ model: 'evil\u001b[2J' }, [['filtered', 3]], 60);
    expect(text.split('\n').filter((line) => line.length > 60)).toEqual([]);
    expect(text).not.toContain('\u001b');
  });
});
