import type { RunSummary } from '@tqrs/core';
import { NO_NUMBER, number, percent, plural } from '../html/view/numbers.ts';
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
    const failures: ReviewFailure[] = [];
    return {
      async add() {},
      async fail(failure) {
        if (failures.length < MOST_LINES) failures.push(failure);
      },
      async close(outcome) {
        const parts = [
          head(run, outcome),
          bands(outcome.summary),
          losses(outcome.summary),
          causes(outcome.summary),
          notes(outcome.summary, failures),
        ];
        await sink.write(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
      },
    };
  },
};

function head({ rubric, judge, sources }: RunInfo, { summary, interrupted }: RunOutcome): string {
  const { tickets, scored, passed, passRate, meanPercent, autoFailed, needsReview, usage } = summary;
  const title = passRate === null ? 'no ticket has a score' : `${percent(passRate)} passed`;
  const facts = [
    `${plural(tickets, 'ticket')}, ${number(scored)} with a score, ${number(passed)} passed`,
    meanPercent === null ? '' : `mean score ${percent(meanPercent)}`,
    autoFailed > 0 ? plural(autoFailed, 'automatic fail') : '',
    needsReview > 0 ? `${number(needsReview)} for a person to look at` : '',
  ];
  const provenance = [
    ...sources.map(markdownText),
    `rubric ${markdownText(rubric.id)} ${markdownText(rubric.version)}, pass mark ${number(rubric.passMark)}%`,
    `judge: ${markdownText(judge)}`,
    usage.costUsd !== null && usage.costUsd > 0 ? `${usage.costUsd.toFixed(2)} USD` : '',
  ];
  const filled = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return [
    `## ${markdownText(rubric.title)}: ${title}`,
    ...(interrupted ? ['**This run was stopped before its last ticket.**'] : []),
    filled(facts),
    filled(provenance),
    rangesInWords(summary.ranges),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function bands({ bands: all, scored }: RunSummary): string {
  if (scored === 0) return '';
  return markdownTable(
    [
      { title: 'Band' },
      { title: 'From', isNumber: true },
      { title: 'Tickets', isNumber: true },
      { title: 'Share', isNumber: true },
    ],
    all.map(({ title, from, tickets }) => [
      markdownText(title),
      `${number(from)}%`,
      number(tickets),
      scored === 0 ? NO_NUMBER : percent((100 * tickets) / scored),
    ]),
  );
}

function losses({ criteria }: RunSummary): string {
  const lost = criteria.filter((criterion) => criterion.lost > 0 || criterion.autoFails > 0);
  if (lost.length === 0) return '';
  const rows = lost
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, MOST_LINES)
    .map((criterion) => [
      markdownText(criterion.title),
      number(criterion.lost),
      criterion.possible === 0 ? NO_NUMBER : number(criterion.possible),
      number(criterion.autoFails),
    ]);
  const columns = ['Points lost', 'Of', 'Automatic fails'].map((title) => ({ title, isNumber: true }));
  return `### Where the points go\n\n${markdownTable([{ title: 'Criterion' }, ...columns], rows)}`;
}

function causes({ causes: all }: RunSummary): string {
  if (all.length === 0) return '';
  const rows = all
    .toSorted((a, b) => b.tickets - a.tickets)
    .slice(0, MOST_LINES)
    .map(({ text, tickets, examples }) => [
      markdownText(text),
      number(tickets),
      examples.slice(0, 3).map(markdownText).join(', '),
    ]);
  const columns = [{ title: 'Cause' }, { title: 'Tickets', isNumber: true }, { title: 'For example' }];
  return `### Commonest causes\n\n${markdownTable(columns, rows)}`;
}

function notes({ exportFindings, failedReviews }: RunSummary, failures: readonly ReviewFailure[]): string {
  const lines = [
    ...exportFindings.map(({ message, recipe }) => `- ${markdownText(message)} ${markdownText(recipe)}`),
    ...failures.map(
      ({ number: ticket, message }) => `- ${ticket ? `${markdownText(ticket)}: ` : ''}${markdownText(message)}`,
    ),
    ...(failedReviews > failures.length ? [`- ${plural(failedReviews, 'ticket')} not reviewed in all.`] : []),
  ];
  return lines.length === 0 ? '' : `### Notes\n\n${lines.join('\n')}`;
}
