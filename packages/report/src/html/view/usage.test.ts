import type { Usage } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { localisationOf } from '../../catalogue/localisation.ts';
import { usageView } from './usage.ts';

const USAGE: Usage = {
  requests: 30,
  inputTokens: 41_000,
  cachedInputTokens: 12_300,
  outputTokens: 2_500,
  costUsd: 0.04,
};
const tilesOf = (usage: Partial<Usage> = {}, tickets = 20) =>
  usageView({ usage: { ...USAGE, ...usage }, tickets }, localisationOf())?.tiles.map(({ label, value, detail }) => [
    label,
    value,
    detail,
  ]);

describe('what a language model took', () => {
  test('is told in whole and for a ticket', () => {
    expect(tilesOf()).toEqual([
      ['Requests', '30', '1.5 a ticket'],
      ['Tokens in', '41,000', '12,300 of them from the provider’s cache'],
      ['Tokens out', '2,500', '125 a ticket'],
      ['Cost', '$0.04', '$0.002 a ticket'],
    ]);
  });

  test('is unknown where nobody told, and never 0', () => {
    const told = { inputTokens: null, cachedInputTokens: null, outputTokens: null, costUsd: null };
    expect(tilesOf(told)?.slice(1)).toEqual([
      ['Tokens in', '—', 'the provider does not tell'],
      ['Tokens out', '—', 'the provider does not tell'],
      ['Cost', '—', 'no price is known'],
    ]);
    expect(tilesOf({ cachedInputTokens: null })?.[1]).toEqual(['Tokens in', '41,000', 'cached share unknown']);
  });

  test('is told in whole alone where no ticket was reviewed', () => {
    expect(tilesOf({}, 0)?.[3]).toEqual(['Cost', '$0.04', '']);
  });

  test('is left out where none was asked', () => {
    expect(tilesOf({ requests: 0 })).toBeUndefined();
  });
});
