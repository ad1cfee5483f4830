import type { ModelProvenance, Scorecard, SelectionReport, Usage } from '@tqrs/core';
import type { RunInfo } from '../../report.ts';
import { moment, money, number, plural } from './numbers.ts';
import { visible } from './visible.ts';

/** How a result came about, for whoever asks: a term and its value a line. */
export type ProvenanceView = readonly { readonly term: string; readonly value: string }[];

/** Hashes are shown this long; the scorecard has all of them. */
const HASH_LENGTH = 12;
const short = (hash: string) => visible(hash.slice(0, HASH_LENGTH));

function usageText({ requests, inputTokens, outputTokens, costUsd }: Usage): string {
  if (requests === 0) return 'None';
  const tokens = (count: number | null) => (count === null ? 'unknown' : number(count));
  const cost = costUsd === null ? 'cost unknown' : money(costUsd);
  return `${plural(requests, 'request')}, ${tokens(inputTokens)} tokens in, ${tokens(outputTokens)} tokens out, ${cost}`;
}

/** The language model, as far as it was one that judged. */
function modelText({
  provider,
  host,
  model,
  answeredBy,
  fingerprints,
  promptVersion,
  redacted,
}: ModelProvenance): string {
  const named = answeredBy.filter((name) => name !== model);
  const parts = [
    `${model} at ${provider} (${host})`,
    ...(named.length > 0 ? [`answered by ${named.join(', ')}`] : []),
    ...(fingerprints.length > 0 ? [`fingerprint ${fingerprints.join(', ')}`] : []),
    `prompt ${promptVersion}`,
    redacted ? 'personal values masked' : 'personal values not masked',
  ];
  return visible(parts.join(', '));
}

/** The options of a selection, and what they came to. */
function selectionText({ options, selected, tickets }: SelectionReport): string {
  const { since, until, assignedTo = [], groups = [], where = [], limit, sample } = options;
  const told = [
    since === undefined ? '' : `since ${since}`,
    until === undefined ? '' : `until ${until}`,
    assignedTo.length === 0 ? '' : `assigned to ${assignedTo.join(', ')}`,
    groups.length === 0 ? '' : `group ${groups.join(', ')}`,
    ...where,
    limit === undefined ? '' : `the first ${number(limit)}`,
    sample === undefined ? '' : `a sample of ${number(sample.size)} with the seed ${sample.seed}`,
    sample?.stratify === undefined ? '' : `stratified by ${sample.stratify}`,
  ].filter((part) => part !== '');
  return `${number(selected)} of ${plural(tickets, 'ticket')}: ${told.join('; ')}`;
}

/** The provenance of a whole run. */
export function runProvenance(run: RunInfo, usage: Usage): ProvenanceView {
  const { rubric, profile, judge, engine, facts, sources, selection, startedAt } = run;
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
    ...(selection === undefined ? [] : [{ term: 'Selection', value: visible(selectionText(selection)) }]),
    { term: 'Started', value: moment(startedAt) },
    { term: 'Made by', value: visible(engine) },
  ];
}

/** The provenance of one scorecard. */
export function provenanceView(run: RunInfo, card: Scorecard): ProvenanceView {
  const { profile, judge, model, facts, engine, reviewedAt } = card.provenance;
  return [
    {
      term: 'Rubric',
      value: `${visible(run.rubric.title)} ${visible(card.rubric.version)} (${short(card.rubric.hash)})`,
    },
    { term: 'Profile', value: `${visible(profile.id)} (${short(profile.hash)})` },
    { term: 'Judge', value: visible(judge) },
    ...(model === undefined ? [] : [{ term: 'Language model', value: modelText(model) }]),
    { term: 'Model usage', value: usageText(card.usage) },
    { term: 'Export facts', value: short(facts) },
    { term: 'Reviewed', value: moment(reviewedAt) },
    { term: 'Engine', value: visible(engine) },
  ];
}
