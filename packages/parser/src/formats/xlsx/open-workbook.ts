import type { Spool } from '../spool.ts';
import { type Archive, openArchive } from './archive.ts';
import { checkPart, type PartPlace, readPart } from './part.ts';
import { readXml, type XmlHandler } from './read-xml.ts';
import { SharedStrings } from './shared-strings.ts';
import { Styles } from './styles.ts';
import { Relationships, WorkbookPart } from './workbook.ts';
import type { XlsxFault } from './xlsx-faults.ts';

/** A workbook whose sheets can be read. */
export interface Workbook {
  readonly sheets: readonly PartPlace[];
  /** Undefined: cut off, though the workbook has them. */
  readonly strings: SharedStrings | undefined;
  readonly styles: Styles | undefined;
  readonly uses1904: boolean;
  readonly isCut: boolean;
}

const SHEET_NAME = /^xl\/worksheets\/[^/]+\.xml$/;

/** Opens what a workbook's sheets share. Each part is checked before anything in it is believed, unless it is cut off. */
export async function openWorkbook(
  spool: Spool,
  maxTextBytes: number,
): Promise<Workbook | { readonly fault: XlsxFault }> {
  const { parts, state } = await openArchive(spool);
  if (state === 'encrypted') return { fault: 'protected' };
  const isCut = state === 'cut';
  const root = await read(spool, parts.get('_rels/.rels'), new Relationships(''));
  const name = root.ofType('officeDocument') ?? 'xl/workbook.xml';
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const related = await read(
    spool,
    parts.get(`${folder}_rels/${name.slice(folder.length)}.rels`),
    new Relationships(folder),
  );
  const book = await read(spool, parts.get(name), new WorkbookPart());
  const places = book.sheets.map((id) => parts.get(related.target(id) ?? '')).filter((part) => part !== undefined);
  const sheets = places.length > 0 ? places : isCut ? sheetsByName(parts) : [];
  if (sheets.length === 0) return { fault: isCut && parts.size > 0 && holdsWorkbook(parts) ? 'truncated' : 'zip' };

  const stringsPart = parts.get(related.ofType('sharedStrings') ?? `${folder}sharedStrings.xml`);
  const stylesPart = parts.get(related.ofType('styles') ?? `${folder}styles.xml`);
  for (const part of [stringsPart, stylesPart, ...sheets]) {
    const fault = part && (await checkPart(spool, part));
    if (fault !== undefined && !(isCut && fault === 'truncated'))
      return { fault: fault === 'truncated' ? 'damaged' : fault };
  }
  const strings = stringsPart && (await readStrings(spool, stringsPart, maxTextBytes));
  const styles = stylesPart && (await read(spool, stylesPart, new Styles()));
  const missing = isCut ? undefined : new Styles();
  return { sheets, strings, styles: styles ?? missing, uses1904: book.uses1904, isCut };
}

async function read<Handler extends XmlHandler>(
  spool: Spool,
  part: PartPlace | undefined,
  handler: Handler,
): Promise<Handler> {
  if (part !== undefined) for await (const _ of readXml(readPart(spool, part).bytes, handler));
  return handler;
}

async function readStrings(spool: Spool, part: PartPlace, maxTextBytes: number): Promise<SharedStrings> {
  const strings = new SharedStrings(maxTextBytes);
  for await (const _ of readXml(readPart(spool, part).bytes, strings)) await strings.settle();
  await strings.settle();
  return strings;
}

function sheetsByName(parts: Archive['parts']): PartPlace[] {
  return [...parts.values()].filter((part) => SHEET_NAME.test(part.name));
}

function holdsWorkbook(parts: Archive['parts']): boolean {
  return [...parts.keys()].some((name) => name.startsWith('xl/') || name === '[Content_Types].xml');
}
