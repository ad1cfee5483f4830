import { readCsv } from './csv/read-csv.ts';
import type { FormatReader } from './format.ts';
import type { ExportFormat } from './identify/identify.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { readXml } from './xml/read-xml.ts';

/** How each format is read. JSON has a way of its own: its records are cut out first, and may be read in other threads. */
export const READERS: Readonly<Record<Exclude<ExportFormat, 'json'>, FormatReader>> = {
  csv: readCsv,
  pdf: readPdf,
  xlsx: readXlsx,
  xml: readXml,
};
