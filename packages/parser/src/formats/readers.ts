import { readCsv } from './csv/read-csv.ts';
import type { FormatReader } from './format.ts';
import type { ExportFormat } from './identify/identify.ts';

/**
 * How each format is read. JSON has a way of its own: its records are cut out first, and may be read in other threads. What
 * needs a library that takes long to load is loaded when it is needed.
 */
export const READERS: Readonly<Record<Exclude<ExportFormat, 'json'>, FormatReader>> = {
  csv: readCsv,
  pdf: loaded(async () => (await import('./pdf/read-pdf.ts')).readPdf),
  xlsx: loaded(async () => (await import('./xlsx/read-xlsx.ts')).readXlsx),
  xml: loaded(async () => (await import('./xml/read-xml.ts')).readXml),
};

function loaded(load: () => Promise<FormatReader>): FormatReader {
  return async function* (bytes, options) {
    const read = await load();
    yield* read(bytes, options);
  };
}
