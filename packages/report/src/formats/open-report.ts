import type { Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import { asQuoted } from '../as-quoted.ts';
import { localisationOf } from '../catalogue/localisation.ts';
import type { RenderedCard, ReportWriter, RunInfo } from '../report.ts';
import type { FileSink, TextSink } from '../sinks/sinks.ts';
import type { FormatWriter, RenderedTexts } from './format.ts';
import { FORMATS, type FormatId, type StreamFormatId } from './index.ts';

/** Where a report goes, and in which formats. */
export interface ReportOptions {
  readonly formats: readonly FormatId[];
  readonly files: FileSink;
}

/** One format of a report that is being written. */
interface OpenFormat {
  readonly id: FormatId;
  readonly writer: FormatWriter;
  /** Ends the file, where the format is a single text in a file of its own. */
  close?(): Promise<void>;
}

/**
 * Opens a report in several formats at once, side by side in one folder. Each format is written once.
 * @throws {LocaleError} for a locale that is not known.
 */
export async function openReport(run: RunInfo, { formats, files }: ReportOptions): Promise<ReportWriter> {
  requireLocale(run);
  return reportWriter(run, await Promise.all([...new Set(formats)].map((id) => openFormat(id, run, files))));
}

/**
 * Opens a report in one format that is a single text.
 * @throws {LocaleError} for a locale that is not known.
 */
export function openTextReport(run: RunInfo, id: StreamFormatId, sink: TextSink): ReportWriter {
  requireLocale(run);
  return reportWriter(run, [{ id, writer: FORMATS[id].open(run, sink) }]);
}

/** Renders what a ticket adds to a report in these formats. Pure: any thread may do it, in any order. */
export function renderCard(
  run: RunInfo,
  formats: readonly FormatId[],
  ticket: Ticket,
  scorecard: Scorecard,
): RenderedCard {
  const texts: Partial<Record<FormatId, RenderedTexts>> = {};
  const shown = asQuoted(ticket, scorecard);
  for (const id of formats) texts[id] = FORMATS[id].render(run, shown, scorecard);
  return { number: scorecard.ticket.number, texts };
}

/** Also formats that do not go by the locale refuse a wrong one: it would come as a surprise in the next. */
function requireLocale({ locale }: RunInfo): void {
  localisationOf(locale);
}

async function openFormat(id: FormatId, run: RunInfo, files: FileSink): Promise<OpenFormat> {
  const format = FORMATS[id];
  if (format.kind === 'folder') return { id, writer: await format.open(run, files) };
  const file = await files.open(format.entry);
  return { id, writer: format.open(run, file), close: () => file.close() };
}

function reportWriter(run: RunInfo, parts: readonly OpenFormat[]): ReportWriter {
  const formats = parts.map(({ id }) => id);
  const addRendered = async ({ number, texts }: RenderedCard) => {
    for (const { id, writer } of parts) await writer.add(number, texts[id] ?? []);
  };
  return {
    formats,
    add: (ticket, scorecard) => addRendered(renderCard(run, formats, ticket, scorecard)),
    addRendered,
    async fail(failure) {
      for (const { writer } of parts) await writer.fail(failure);
    },
    async close(outcome) {
      for (const { writer, close } of parts) {
        await writer.close(outcome);
        await close?.();
      }
    },
  };
}
