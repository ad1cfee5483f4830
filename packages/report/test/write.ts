import type { Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import {
  memorySink,
  openReport,
  openTextReport,
  type ReviewFailure,
  type RunInfo,
  type RunOutcome,
  type StreamFormat,
  type StreamFormatId,
  textCollector,
} from '../src/index.ts';
import { outcome, run } from './fixtures.ts';

/** What a test feeds to a report. */
export interface ReportInput {
  readonly cards: readonly { readonly ticket: Ticket; readonly scorecard: Scorecard }[];
  readonly failures?: readonly ReviewFailure[];
  readonly run?: RunInfo;
  readonly outcome?: RunOutcome;
}

/** The text that a stream format makes of the input. */
export async function writeStream(format: StreamFormat, input: ReportInput): Promise<string> {
  const sink = textCollector();
  const writer = openTextReport(input.run ?? run, format.id as StreamFormatId, sink);
  for (const { ticket, scorecard } of input.cards) await writer.add(ticket, scorecard);
  for (const failure of input.failures ?? []) await writer.fail(failure);
  await writer.close(input.outcome ?? outcome);
  return sink.text;
}

/** The files that the HTML format makes of the input. */
export async function writeHtml(input: ReportInput): Promise<ReadonlyMap<string, string>> {
  const files = memorySink();
  const writer = await openReport(input.run ?? run, { formats: ['html'], files });
  for (const { ticket, scorecard } of input.cards) await writer.add(ticket, scorecard);
  for (const failure of input.failures ?? []) await writer.fail(failure);
  await writer.close(input.outcome ?? outcome);
  return files.files;
}
