import type { ComponentChildren } from 'preact';
import type { Run } from '../../../api/index.ts';
import { amount, day, languageName, moment, money, percent } from '../../format.ts';
import { profileTitle, rubricTitles } from '../../parts/run-summary.ts';
import { Tile } from '../../parts/tile.tsx';
import { useApp } from '../../state/app.ts';
import type { Tally } from '../../state/tally.ts';
import { words } from '../../words/index.ts';
import { ProblemList } from './problem-list.tsx';

const { settings: labels, selection: phrases, summary } = words.run;

/** How a run was made: the settings that it was begun with, what it took, and what went wrong. */
export function Details({ run, tally }: { readonly run: Run; readonly tally: Tally }) {
  const { catalogue } = useApp();
  const { settings, model } = run;
  return (
    <div class="stack">
      {run.summaries.length > 0 && <Results run={run} />}
      <section class="card" aria-labelledby="frozen">
        <h2 id="frozen">{words.run.frozen}</h2>
        <p class="muted">{words.run.frozenNote}</p>
        <dl class="facts">
          <Fact label={labels.files}>{run.files.join(', ')}</Fact>
          <Fact label={labels.rubrics}>{rubricTitles(run, catalogue).join(', ')}</Fact>
          <Fact label={labels.profile}>{profileTitle(run, catalogue)}</Fact>
          <Fact label={labels.judge}>
            {model === null ? words.run.judge(null) : words.run.model(model.model, model.host, model.origin)}
          </Fact>
          <Fact label={labels.selection}>{selectionText(run)}</Fact>
          <Fact label={labels.spelling}>{settings.spelling ? labels.on : labels.off}</Fact>
          <Fact label={labels.anonymize}>{settings.anonymize ? labels.pseudonyms : labels.asTheyAre}</Fact>
          {settings.locale !== undefined && <Fact label={labels.locale}>{languageName(settings.locale)}</Fact>}
          {model !== null && (
            <>
              <Fact label={labels.redact}>{settings.redact ? labels.masked : labels.unmasked}</Fact>
              <Fact label={labels.votes}>{settings.votes}</Fact>
              {settings.maxCostUsd !== undefined && <Fact label={labels.maxCost}>{money(settings.maxCostUsd)}</Fact>}
              <Fact label={words.run.cost}>
                {run.costUsd === null ? words.unknown : money(run.costUsd)} ({words.run.requests(run.requests)})
              </Fact>
            </>
          )}
          <Fact label={labels.created}>{moment(run.createdAt)}</Fact>
          {run.startedAt !== null && <Fact label={labels.started}>{moment(run.startedAt)}</Fact>}
          {run.endedAt !== null && <Fact label={labels.ended}>{moment(run.endedAt)}</Fact>}
        </dl>
      </section>
      {tally.problemCount > 0 && <ProblemList tally={tally} />}
    </div>
  );
}

function Results({ run }: { readonly run: Run }) {
  return (
    <section class="card" aria-labelledby="result">
      <h2 id="result">{words.run.result}</h2>
      {run.summaries.map(({ tickets, scored, passRate, meanPercent, needsReview }, place) => (
        <div key={run.rubrics[place]?.id} class="result">
          {run.summaries.length > 1 && <h3>{run.rubrics[place]?.title}</h3>}
          <dl class="tiles">
            <Tile label={summary.passRate} value={passRate === null ? words.unknown : percent(passRate)} />
            <Tile label={summary.mean} value={meanPercent === null ? words.unknown : percent(meanPercent)} />
            <Tile label={summary.review} value={amount(needsReview)} />
            <Tile label={words.run.done} value={amount(tickets)} detail={summary.scored(scored, tickets)} />
          </dl>
        </div>
      ))}
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function selectionText({ settings }: Run): string {
  const { where = [], since, until, limit, sample, seed, stratify } = settings.selection;
  const parts = [...where];
  if (sample !== undefined) parts.push(phrases.sample(sample));
  if (stratify !== undefined) parts.push(phrases.over(words.prepare.strata[stratify]));
  if (seed !== undefined) parts.push(phrases.seed(seed));
  if (limit !== undefined) parts.push(phrases.first(limit));
  if (since !== undefined) parts.push(phrases.since(day(since)));
  if (until !== undefined) parts.push(phrases.until(day(until)));
  return parts.length === 0 ? phrases.all : parts.join(', ');
}
