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
  /** Undefined: there are none, or they were cut off. */
  readonly strings: SharedStrings | undefined;
  /** Undefined: cut off. */
  readonly styles: Styles | undefined;
  readonly uses1904: boolean;
  readonly isCut: boolean;
}

const SHEET_NAME = /^xl\/worksheets\/[^/]+\.xml$/;

/** Opens what a workbook's sheets share. */
export async function openWorkbook(
  spool: Spool,
  maxTextBytes: number,
): Promise<Workbook | { readonly fault: XlsxFault }> {
  const archive = await openArchive(spool);
  if (archive.state === 'encrypted') return { fault: 'protected' };
  const opener = new WorkbookOpener(spool, archive);
  const workbook = await opener.open(maxTextBytes);
  if (opener.fault === undefined) return workbook;
  await workbook.strings?.dispose();
  return { fault: opener.fault };
}

class WorkbookOpener {
  /** The first thing that is wrong with a part. */
  fault: XlsxFault | undefined;
  readonly #spool: Spool;
  readonly #parts: Archive['parts'];
  readonly #isCut: boolean;

  constructor(spool: Spool, { parts, state }: Archive) {
    this.#spool = spool;
    this.#parts = parts;
    this.#isCut = state === 'cut';
  }

  async open(maxTextBytes: number): Promise<Workbook> {
    const root = new Relationships('');
    await this.#read(this.#parts.get('_rels/.rels'), root);
    const name = root.ofType('officeDocument') ?? 'xl/workbook.xml';
    if (name.endsWith('.bin')) this.fault ??= 'binary-excel';
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const related = new Relationships(folder);
    await this.#read(this.#parts.get(`${folder}_rels/${name.slice(folder.length)}.rels`), related);
    const book = new WorkbookPart();
    await this.#read(this.#parts.get(name), book);
    const sheets = this.#sheets(book.sheets.map((id) => related.target(id)));

    const stringsPart = this.#find(related.ofType('sharedStrings'));
    const strings = stringsPart && new SharedStrings(maxTextBytes);
    if (strings !== undefined) await this.#read(stringsPart, strings, () => strings.settle());
    const stylesPart = this.#find(related.ofType('styles'));
    // Without a part for them a workbook has no styles; one that was cut off may have had it.
    const styles = stylesPart !== undefined || !this.#isCut ? new Styles() : undefined;
    if (styles !== undefined) await this.#read(stylesPart, styles);
    return { sheets, strings, styles, uses1904: book.uses1904, isCut: this.#isCut };
  }

  #sheets(names: readonly (string | undefined)[]): PartPlace[] {
    const found = names.map((name) => this.#find(name)).filter((part) => part !== undefined);
    if (found.length > 0) return found;
    const parts = [...this.#parts.values()];
    const byName = this.#isCut ? parts.filter(({ name }) => SHEET_NAME.test(name)) : [];
    const isWorkbook = parts.some(({ name }) => name.startsWith('xl/') || name === '[Content_Types].xml');
    if (byName.length === 0) this.fault ??= !isWorkbook ? 'zip' : this.#isCut ? 'truncated' : 'damaged';
    return byName;
  }

  /** A part that another one refers to. */
  #find(name: string | undefined): PartPlace | undefined {
    if (name === undefined) return undefined;
    const part = this.#parts.get(name);
    if (part === undefined && !this.#isCut) this.fault ??= 'damaged';
    return part;
  }

  async #read(part: PartPlace | undefined, handler: XmlHandler, behindChunk = async () => {}): Promise<void> {
    if (part === undefined || this.fault !== undefined) return;
    // Before anything in it is believed.
    const fault = await checkPart(this.#spool, part);
    if (fault !== undefined && fault !== 'truncated') this.fault = fault;
    else for await (const _ of readXml(readPart(this.#spool, part).bytes, handler)) await behindChunk();
    await behindChunk();
  }
}
