import { readCsv } from './csv/read-csv.ts';
import type { FormatReader } from './format.ts';
import type { ExportFormat } from './identify/identify.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** How each format is read. JSON has a way of its own: its records are cut out first, and may be read in other threads. */
export const READERS: { readonly [Format in Exclude<ExportFormat, 'json'>]?: FormatReader } = {
  csv: readCsv,
  xlsx: readXlsx,
};
