import type { Manifest, UnscoredReason } from '@tqrs/core';
import { counted, number, shareOf, usd, wrapped } from './format.ts';
import type { Paint } from './output.ts';
import { plain } from './plain.ts';

const INDENT = ' '.repeat(4);
const ROW_INDENT = ' '.repeat(20);

/** Why there is no score, and what to do about it. */
const UNSCORED: Readonly<Record<UnscoredReason, readonly [what: string, cure: string]>> = {
  'field-not-exported': ['a field was not exported', 'Export it; see “What this export cannot show”.'],
  'contact-type-unknown': ['the contact type is not known', 'Add it to the profile.'],
  'no-conversation': ['the ticket holds no conversation', 'Export the comments, if there are any.'],
  'needs-second-key': ['a severe outcome was shown once only', 'A person should look.'],
  'needs-model': ['only a model can answer', 'Set one up; tqrs doctor helps.'],
  undecided: ['nothing in the ticket decides it', 'A person may know more.'],
  'evidence-not-found': ['the model’s quotes did not hold', 'A person should look.'],
  'language-not-supported': ['the language cannot be examined', 'A person should look.'],
  'judge-failed': ['a request or a rule failed', 'tqrs review --resume <run> --retry-unscored asks again.'],
  refused: ['the model refused to answer', 'A person should look.'],
  filtered: ['the provider’s content filter stopped it', 'A person should look, or the filter be set otherwise.'],
  'not-asked': ['the run ended before', 'Do what the error says, and go on with the run: --resume.'],
};

/** What the summary tells of a language model. */
export interface ModelSummaryInput {
  readonly manifest: Manifest;
  readonly unscored: readonly (readonly [UnscoredReason, number])[];
}

/** What was asked of the model, what it took, and what was left unscored, for a person at a terminal. */
export function modelSummary({ manifest, unscored }: ModelSummaryInput, paint: Paint, width: number): string {
  const { usage, answers, masked, redacted, flaggedTickets } = manifest;
  const { requests, inputTokens, cachedInputTokens, outputTokens, costUsd } = usage;
  const tokens = (count: number | null) => (count === null ? 'unknown' : number(count));
  const kept = answers.kept > 0 ? paint('dim', `; ${counted(answers.kept, 'answer')} kept from before`) : '';
  const cached =
    inputTokens === null || cachedInputTokens === null
      ? 'cached share unknown'
      : `${shareOf(cachedInputTokens, inputTokens)} of them from the provider’s cache`;
  const values = Object.values(masked).reduce((sum, count) => sum + count, 0);
  const rows: (readonly [string, string])[] = [
    ['Asked', `${counted(requests, 'request')} about ${counted(manifest.tickets, 'ticket')}${kept}`],
    ['Tokens', `${tokens(inputTokens)} in ${paint('dim', `(${cached})`)}, ${tokens(outputTokens)} out`],
    ['Cost', costUsd === null ? 'unknown' : usd(costUsd)],
    [
      'Masked',
      redacted ? counted(values, 'personal value') : paint('yellow', 'nothing but passwords and keys: --no-redact'),
    ],
  ];
  if (flaggedTickets > 0)
    rows.push(['For a person', `${counted(flaggedTickets, 'ticket')} with text that tries to instruct`]);
  const title = `${paint('bold', 'Language model')}${paint('dim', `  ${plain(manifest.model)} at ${plain(manifest.host)}`)}`;
  const lines = [title, ...rows.map(([label, value]) => wrapped(`  ${label.padEnd(16)}  ${value}`, width, ROW_INDENT))];
  if (unscored.length > 0) {
    lines.push('', paint('bold', 'Left unscored'));
    for (const [reason, tickets] of unscored) {
      const [what, cure] = UNSCORED[reason];
      lines.push(wrapped(`  ${counted(tickets, 'ticket')}: ${what}. ${paint('dim', cure)}`, width, INDENT));
    }
  }
  return `${lines.join('\n')}\n`;
}
