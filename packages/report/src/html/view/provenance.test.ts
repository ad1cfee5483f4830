import type { ModelProvenance, Usage } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { middling, run } from '../../../test/fixtures.ts';
import { localisationOf } from '../../catalogue/localisation.ts';
import { provenanceView } from './provenance.ts';

const MODEL: ModelProvenance = {
  provider: 'openai',
  host: 'api.openai.com',
  model: 'gpt-4o',
  answeredBy: ['gpt-4o-2024-08-06'],
  fingerprints: ['fp_1'],
  promptVersion: '1',
  redacted: true,
};

function shown(model: ModelProvenance | undefined, usage: Partial<Usage> = {}): Record<string, string> {
  const card = middling().scorecard;
  const provenance = { ...card.provenance, ...(model !== undefined && { model }) };
  const view = provenanceView(run, { ...card, provenance, usage: { ...card.usage, ...usage } }, localisationOf());
  return Object.fromEntries(view.map(({ term, value }) => [term, value]));
}

describe('the provenance of a scorecard', () => {
  test('tells which model was asked, which answered, and what was masked', () => {
    expect(shown(MODEL)['Language model']).toBe(
      'gpt-4o at openai (api.openai.com), answered by gpt-4o-2024-08-06, fingerprint fp_1, prompt 1, personal values masked',
    );
    expect(shown({ ...MODEL, answeredBy: ['gpt-4o'], fingerprints: [], redacted: false })['Language model']).toBe(
      'gpt-4o at openai (api.openai.com), prompt 1, personal values not masked',
    );
  });

  test('says nothing of a model where none judged', () => {
    expect(shown(undefined)).not.toHaveProperty('Language model');
    expect(shown(undefined)['Model usage']).toBe('None');
  });

  test('makes what nobody told unknown, and not nothing', () => {
    const usage = { requests: 1, inputTokens: null, cachedInputTokens: null, outputTokens: 12, costUsd: null };
    expect(shown(MODEL, usage)['Model usage']).toBe('1 request, unknown tokens in, 12 tokens out, cost unknown');
  });

  test('neutralises what a server calls itself', () => {
    expect(shown({ ...MODEL, answeredBy: ['evil\u202e'] })['Language model']).not.toContain('\u202e');
  });
});
