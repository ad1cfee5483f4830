import type { ModelProvenance, Scorecard, SelectionReport, Usage } from '@tqrs/core';
import type { Catalogue } from '../../catalogue/languages.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { RunInfo } from '../../report.ts';
import { visible } from './visible.ts';

/** How a result came about, for whoever asks: a term and its value a line. */
export type ProvenanceView = readonly { readonly term: string; readonly value: string }[];

/** Hashes are shown this long; the scorecard has all of them. */
const HASH_LENGTH = 12;
const short = (hash: string) => visible(hash.slice(0, HASH_LENGTH));

function usageText({ requests, inputTokens, outputTokens, costUsd }: Usage, { provenance: t }: Catalogue): string {
  return requests === 0 ? t.noUsage : t.usage(requests, inputTokens, outputTokens, costUsd);
}

/** The language model, as far as it was one that judged. */
function modelText(
  { provider, host, model, answeredBy, fingerprints, promptVersion, redacted }: ModelProvenance,
  { provenance: t }: Catalogue,
): string {
  const named = answeredBy.filter((name) => name !== model);
  const parts = [
    t.model(model, provider, host),
    ...(named.length > 0 ? [t.answeredBy(named.join(', '))] : []),
    ...(fingerprints.length > 0 ? [t.fingerprints(fingerprints.join(', '))] : []),
    t.prompt(promptVersion),
    redacted ? t.masked : t.notMasked,
  ];
  return visible(parts.join(', '));
}

/** The options of a selection, and what they came to. */
function selectionText({ options, selected, tickets }: SelectionReport, { selection }: Catalogue): string {
  const { since, until, assignedTo = [], groups = [], where = [], limit, sample } = options;
  const t = selection.options;
  const told = [
    since === undefined ? '' : t.since(since),
    until === undefined ? '' : t.until(until),
    assignedTo.length === 0 ? '' : t.assignedTo(assignedTo.join(', ')),
    groups.length === 0 ? '' : t.groups(groups.join(', ')),
    ...where,
    limit === undefined ? '' : t.limit(limit),
    sample === undefined ? '' : t.sample(sample.size, sample.seed),
    sample?.stratify === undefined ? '' : t.stratified(sample.stratify),
  ].filter((part) => part !== '');
  return selection.summary(selected, tickets, told.join('; '));
}

/** The provenance of a whole run. */
export function runProvenance(run: RunInfo, usage: Usage, { t, format }: Localisation): ProvenanceView {
  const { rubric, profile, judge, engine, facts, sources, selection, anonymous, startedAt } = run;
  const { terms, wholeExport, beginningOfExport } = t.provenance;
  return [
    { term: terms.files, value: visible(sources.join(', ')) },
    { term: terms.rubric, value: `${visible(rubric.title)} ${visible(rubric.version)} (${short(rubric.hash)})` },
    { term: terms.profile, value: `${visible(profile.id)} (${short(profile.hash)})` },
    { term: terms.judge, value: visible(judge) },
    { term: terms.usage, value: usageText(usage, t) },
    { term: terms.export, value: facts.complete ? wholeExport(facts.records) : beginningOfExport(facts.records) },
    ...(selection === undefined ? [] : [{ term: terms.selection, value: visible(selectionText(selection, t)) }]),
    ...(anonymous ? [{ term: terms.names, value: t.provenance.pseudonyms }] : []),
    { term: terms.started, value: format.moment(startedAt) },
    { term: terms.madeBy, value: visible(engine) },
  ];
}

/** The provenance of one scorecard. */
export function provenanceView(run: RunInfo, card: Scorecard, { t, format }: Localisation): ProvenanceView {
  const { profile, judge, model, facts, engine, reviewedAt } = card.provenance;
  const { terms } = t.provenance;
  return [
    {
      term: terms.rubric,
      value: `${visible(run.rubric.title)} ${visible(card.rubric.version)} (${short(card.rubric.hash)})`,
    },
    { term: terms.profile, value: `${visible(profile.id)} (${short(profile.hash)})` },
    { term: terms.judge, value: visible(judge) },
    ...(model === undefined ? [] : [{ term: terms.languageModel, value: modelText(model, t) }]),
    { term: terms.usage, value: usageText(card.usage, t) },
    { term: terms.exportFacts, value: short(facts) },
    ...(run.anonymous ? [{ term: terms.names, value: t.provenance.pseudonyms }] : []),
    { term: terms.reviewed, value: format.moment(reviewedAt) },
    { term: terms.engine, value: visible(engine) },
  ];
}
