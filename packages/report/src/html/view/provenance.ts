import type { Scorecard, Usage } from '@tqrs/core';
import type { RunInfo } from '../../report.ts';
import { moment, money, number } from './numbers.ts';
import { visible } from './visible.ts';

/** How a result came about, for whoever asks: a term and its value a line. */
export type ProvenanceView = readonly { readonly term: string; readonly value: string }[];

/** Hashes are shown this long; the scorecard has all of them. */
const HASH_LENGTH = 12;
const short = (hash: string) => visible(hash.slice(0, HASH_LENGTH));

function usageText({ requests, inputTokens, outputTokens, costUsd }: Usage): string {
  if (requests === 0) return 'None';
  return `${number(requests)} requests, ${number(inputTokens)} tokens in, ${number(outputTokens)} tokens out, ${money(costUsd)}`;
}

/** The provenance of a whole run. */
export function runProvenance(run: RunInfo, usage: Usage): ProvenanceView {
  const { rubric, profile, judge, engine, facts, sources, startedAt } = run;
  return [
    { term: 'Files', value: visible(sources.join(', ')) },
    { term: 'Rubric', value: `${visible(rubric.title)} ${visible(rubric.version)} (${short(rubric.hash)})` },
    { term: 'Profile', value: `${visible(profile.id)} (${short(profile.hash)})` },
    { term: 'Judge', value: visible(judge) },
    { term: 'Model usage', value: usageText(usage) },
    {
      term: 'Export',
      value: `${number(facts.records)} records looked at, ${facts.complete ? 'all of it' : 'its beginning'}`,
    },
    { term: 'Started', value: moment(startedAt) },
    { term: 'Made by', value: visible(engine) },
  ];
}

/** The provenance of one scorecard. */
export function provenanceView(run: RunInfo, card: Scorecard): ProvenanceView {
  const { profile, judge, facts, engine, reviewedAt } = card.provenance;
  return [
    {
      term: 'Rubric',
      value: `${visible(run.rubric.title)} ${visible(card.rubric.version)} (${short(card.rubric.hash)})`,
    },
    { term: 'Profile', value: `${visible(profile.id)} (${short(profile.hash)})` },
    { term: 'Judge', value: visible(judge) },
    { term: 'Model usage', value: usageText(card.usage) },
    { term: 'Export facts', value: short(facts) },
    { term: 'Reviewed', value: moment(reviewedAt) },
    { term: 'Engine', value: visible(engine) },
  ];
}
