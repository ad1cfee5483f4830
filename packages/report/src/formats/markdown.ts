import type { RunSummary } from '@tqrs/core';
import { NO_NUMBER } from '../catalogue/formatter.ts';
import { type Localisation, localisationOf } from '../catalogue/localisation.ts';
import { markdownTable, markdownText } from '../markdown/markdown-text.ts';
import { rangesInWords } from '../ranges-in-words.ts';
import type { ReviewFailure, RunInfo, RunOutcome } from '../report.ts';
import type { StreamFormat } from './format.ts';

/** So many criteria, causes and failures are named. */
const MOST_LINES = 5;

/** A run in short, for a pull request or a chat: numbers, losses and causes, and no ticket text. */
export const markdown: StreamFormat = {
  id: 'md',
  kind: 'stream',
  description: 'the run in short, for pull requests and chats',
  entry: 'summary.md',
  render: () => [],
  open(run, sink) {
    const local = localisationOf(run.locale);
    const failures: ReviewFailure[] = [];
    return {
      async add() {},
      async fail(failure) {
        if (failures.length < MOST_LINES) failures.push(failure);
      },
      async close(outcome) {
        const parts = [
          head(run, outcome, local),
          bands(outcome.summary, local),
          losses(outcome.summary, local),
          causes(outcome.summary, local),
          notes(outcome.summary, failures, local),
        ];
        await sink.write(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
      },
    };
  },
};

function head(
  { rubric, judge, sources, locale }: RunInfo,
  { summary, interrupted }: RunOutcome,
  { t, format }: Localisation,
): string {
  const { tickets, scored, passed, passRate, meanPercent, autoFailed, needsReview, human, usage } = summary;
  const { markdown: words } = t;
  const title = markdownText(rubric.title);
  const facts = [
    words.counts(tickets, scored, passed),
    meanPercent === null ? '' : words.mean(meanPercent),
    autoFailed > 0 ? t.shared.automaticFails(autoFailed) : '',
    needsReview > 0 ? words.secondLook(needsReview) : '',
    human === null ? '' : words.decided(human.accepted, human.overruled),
  ];
  const provenance = [
    ...sources.map(markdownText),
    words.rubric(markdownText(rubric.id), markdownText(rubric.version), rubric.passMark),
    words.judge(markdownText(judge)),
    usage.costUsd !== null && usage.costUsd > 0 ? format.money(usage.costUsd) : '',
  ];
  const filled = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return [
    `## ${passRate === null ? words.titleWithoutScore(title) : words.title(title, passRate)}`,
    ...(interrupted ? [`**${t.runPage.stopped}**`] : []),
    filled(facts),
    filled(provenance),
    rangesInWords(summary.ranges, locale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function bands({ bands: all, scored }: RunSummary, { t, format }: Localisation): string {
  if (scored === 0) return '';
  const { columns } = t.markdown;
  return markdownTable(
    [
      { title: columns.band },
      { title: columns.from, isNumber: true },
      { title: columns.tickets, isNumber: true },
      { title: columns.share, isNumber: true },
    ],
    all.map(({ title, from, tickets }) => [
      markdownText(title),
      format.limit(from),
      format.number(tickets),
      format.percent((100 * tickets) / scored),
    ]),
  );
}

function losses({ criteria }: RunSummary, { t, format }: Localisation): string {
  const lost = criteria.filter((criterion) => criterion.lost > 0 || criterion.autoFails > 0);
  if (lost.length === 0) return '';
  const { columns: words } = t.markdown;
  const rows = lost
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, MOST_LINES)
    .map((criterion) => [
      markdownText(criterion.title),
      format.number(criterion.lost),
      criterion.possible === 0 ? NO_NUMBER : format.number(criterion.possible),
      format.number(criterion.autoFails),
    ]);
  const columns = [words.lost, words.of, words.automaticFails].map((title) => ({ title, isNumber: true }));
  return `### ${t.runPage.losses.title}\n\n${markdownTable([{ title: words.criterion }, ...columns], rows)}`;
}

function causes({ causes: all }: RunSummary, { t, format }: Localisation): string {
  if (all.length === 0) return '';
  const { columns: words } = t.markdown;
  const rows = all
    .toSorted((a, b) => b.tickets - a.tickets)
    .slice(0, MOST_LINES)
    .map(({ text, tickets, examples }) => [
      markdownText(text),
      format.number(tickets),
      examples.slice(0, 3).map(markdownText).join(', '),
    ]);
  const columns = [{ title: words.cause }, { title: words.tickets, isNumber: true }, { title: words.examples }];
  return `### ${t.runPage.causes.title}\n\n${markdownTable(columns, rows)}`;
}

function notes(
  { exportFindings, failedReviews }: RunSummary,
  failures: readonly ReviewFailure[],
  { t }: Localisation,
): string {
  const lines = [
    ...exportFindings.map(({ message, recipe }) => `- ${markdownText(message)} ${markdownText(recipe)}`),
    ...failures.map(
      ({ number: ticket, message }) => `- ${ticket ? `${markdownText(ticket)}: ` : ''}${markdownText(message)}`,
    ),
    ...(failedReviews > failures.length ? [`- ${t.markdown.notReviewed(failedReviews)}`] : []),
  ];
  return lines.length === 0 ? '' : `### ${t.markdown.notes}\n\n${lines.join('\n')}`;
}
