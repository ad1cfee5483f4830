import type { Formatter } from '../formatter.ts';

const REQUEST = { one: 'request', other: 'requests' };

/** How a result came about. */
export const provenance = (f: Formatter) => {
  const tokens = (count: number | null) => (count === null ? 'unknown' : f.number(count));
  return {
    terms: {
      files: 'Files',
      rubric: 'Rubric',
      profile: 'Profile',
      judge: 'Judge',
      languageModel: 'Language model',
      usage: 'Model usage',
      export: 'Export',
      exportFacts: 'Export facts',
      selection: 'Selection',
      names: 'Names',
      started: 'Started',
      reviewed: 'Reviewed',
      madeBy: 'Made by',
      engine: 'Engine',
    },
    pseudonyms: 'Replaced by pseudonyms',
    noUsage: 'None',
    usage: (requests: number, tokensIn: number | null, tokensOut: number | null, costUsd: number | null) => {
      const cost = costUsd === null ? 'cost unknown' : f.money(costUsd);
      return `${f.plural(requests, REQUEST)}, ${tokens(tokensIn)} tokens in, ${tokens(tokensOut)} tokens out, ${cost}`;
    },
    model: (model: string, provider: string, host: string) => `${model} at ${provider} (${host})`,
    answeredBy: (models: string) => `answered by ${models}`,
    fingerprints: (marks: string) => `fingerprint ${marks}`,
    prompt: (version: string) => `prompt ${version}`,
    masked: 'personal values masked',
    notMasked: 'personal values not masked',
    wholeExport: (records: number) => `${f.number(records)} records looked at, all of it`,
    beginningOfExport: (records: number) => `${f.number(records)} records looked at, its beginning`,
  };
};
