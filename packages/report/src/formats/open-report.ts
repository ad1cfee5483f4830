import type { ReportWriter, RunInfo } from '../report.ts';
import type { FileSink, OpenFile } from '../sinks/sinks.ts';
import { FORMATS, type FormatId } from './index.ts';

/** Where a report goes, and in which formats. */
export interface ReportOptions {
  readonly formats: readonly FormatId[];
  readonly files: FileSink;
}

/** A writer for one format, and the file that it writes into where the format is a single text. */
async function openFormat(
  id: FormatId,
  run: RunInfo,
  files: FileSink,
): Promise<{ writer: ReportWriter; file?: OpenFile }> {
  const format = FORMATS[id];
  if (format.kind === 'folder') return { writer: await format.open(run, files) };
  const file = await files.open(format.entry);
  return { writer: format.open(run, file), file };
}

/** Opens a report in several formats at once, side by side in one folder. Each format is written once. */
export async function openReport(run: RunInfo, { formats, files }: ReportOptions): Promise<ReportWriter> {
  const parts = await Promise.all([...new Set(formats)].map((id) => openFormat(id, run, files)));
  return {
    async add(ticket, scorecard) {
      for (const { writer } of parts) await writer.add(ticket, scorecard);
    },
    async fail(failure) {
      for (const { writer } of parts) await writer.fail(failure);
    },
    async close(outcome) {
      for (const { writer, file } of parts) {
        await writer.close(outcome);
        await file?.close();
      }
    },
  };
}
