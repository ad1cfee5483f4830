import { inflateSync } from 'node:zlib';
import { decodeAscii85 } from './ascii85.ts';

/** Parts of a document that PDF.js would read without noticing that they are damaged. */
export interface Integrity {
  /** Objects of pages whose text is damaged. */
  readonly damagedPages: ReadonlySet<number>;
  /** Damage that may concern every page, such as what letters mean. */
  readonly everywhere: boolean;
  /** Objects that are pages, as far as they can be found; some may have been taken out of the document. */
  readonly pages: ReadonlySet<number>;
  /** The document was never changed after it was written, so all its pages belong to it. */
  readonly isOriginal: boolean;
  /** The end of the document is missing. */
  readonly cut: boolean;
  /** A part unpacks to more than any export needs. */
  readonly bomb: boolean;
}

const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const OBJECT = /(?:^|[\s>])(\d{1,9})\s+\d{1,5}\s+obj\b/g;
const STREAM = /^[\s\S]*?>>\s*stream\r?\n/;
const FLATE = /\/Filter\s*(?:\[\s*)?(\/ASCII85Decode\s*)?\/FlateDecode\s*(?:\]|[/>\s])/;
const IS_PAGE = /\/Type\s*\/Page(?![A-Za-z])/;
/** Streams whose damage changes no text. */
const NO_TEXT = /\/Type\s*\/XRef|\/Subtype\s*\/Image|\/Type\s*\/Metadata|\/FunctionType|\/ShadingType/;
const LONGEST_DICTIONARY = 20_000;
const END_BYTES = 2_048;

interface PdfObject {
  readonly number: number;
  /** Its dictionary, as Latin-1. */
  readonly head: string;
  /** What its stream unpacks to. Undefined where it has none, or one of another filter. */
  readonly content: Buffer | 'damaged' | 'bomb' | undefined;
}

/**
 * Checks the sums that compressed streams carry. PDF.js reads damaged ones as far as it can and says nothing, so that a text
 * could come out shortened or changed.
 */
export function checkIntegrity(bytes: Uint8Array): Integrity {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cut = !buffer.subarray(-END_BYTES).includes('%%EOF');
  // The streams of an encrypted document cannot be looked into.
  if (buffer.includes('/Encrypt'))
    return { damagedPages: new Set(), everywhere: false, pages: new Set(), isOriginal: false, cut, bomb: false };
  const contents = new Map<number, number>();
  const damaged: PdfObject[] = [];
  let bomb = false;
  const pageObjects = new Set<number>();
  const objects = new Set<number>();
  /** What letters mean stands there. */
  const meanings = new Set<number>();
  for (const object of objectsOf(buffer)) {
    for (const [page, dictionary] of dictionariesOf(object)) {
      for (const content of contentsOf(dictionary)) contents.set(content, page);
      if (IS_PAGE.test(dictionary)) pageObjects.add(page);
      const meaning = /\/ToUnicode\s+(\d+)\s+\d+\s+R/.exec(dictionary)?.[1];
      if (meaning !== undefined) meanings.add(Number(meaning));
      objects.add(page);
    }
    if (object.content === 'damaged') damaged.push(object);
    bomb ||= object.content === 'bomb';
  }
  const pages = damaged.map(({ number }) => contents.get(number));
  return {
    damagedPages: new Set(pages.filter((page) => page !== undefined)),
    everywhere: pages.some((page) => page === undefined) || [...meanings].some((meaning) => !objects.has(meaning)),
    pages: pageObjects,
    isOriginal: buffer.indexOf('startxref') === buffer.lastIndexOf('startxref'),
    cut,
    bomb,
  };
}

function* objectsOf(buffer: Buffer): Generator<PdfObject> {
  const text = buffer.toString('latin1');
  OBJECT.lastIndex = 0;
  for (let found = OBJECT.exec(text); found !== null; found = OBJECT.exec(text)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endobj', start);
    const body = text.slice(start, Math.min(end < 0 ? text.length : end, start + LONGEST_DICTIONARY));
    const stream = STREAM.exec(body)?.[0];
    const head = stream ?? body;
    let content: PdfObject['content'];
    if (stream !== undefined) {
      const from = start + stream.length;
      const to = text.indexOf('endstream', from);
      const filters = NO_TEXT.test(head) ? null : FLATE.exec(head);
      const packed = to < 0 ? undefined : buffer.subarray(from, to);
      const bytes = filters?.[1] === undefined ? packed : packed && decodeAscii85(packed.toString('latin1'));
      if (filters !== null) content = bytes === undefined ? 'damaged' : unpack(bytes);
      OBJECT.lastIndex = to < 0 ? text.length : to;
    }
    yield { number: Number(found[1]), head, content };
  }
}

function unpack(bytes: Buffer): Buffer | 'damaged' | 'bomb' {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_UNPACKED_BYTES });
  } catch (error) {
    return error instanceof RangeError ? 'bomb' : 'damaged';
  }
}

/** The dictionary of an object, and of all that are packed into it. */
function* dictionariesOf({ number, head, content }: PdfObject): Generator<[number, string]> {
  yield [number, head];
  if (!(content instanceof Buffer) || !/\/Type\s*\/ObjStm/.test(head)) return;
  const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? 0);
  const text = content.toString('latin1');
  const table = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at + 1 < table.length; at += 2) {
    const [packed = 0, offset = 0] = table.slice(at, at + 2);
    yield [packed, text.slice(first + offset, first + (table[at + 3] ?? text.length))];
  }
}

/** The streams that hold the text of a page. */
function contentsOf(dictionary: string): number[] {
  if (!IS_PAGE.test(dictionary)) return [];
  const [, list, single] = /\/Contents\s*(?:\[([^\]]*)\]|(\d+)\s+\d+\s+R)/.exec(dictionary) ?? [];
  if (single !== undefined) return [Number(single)];
  return [...(list ?? '').matchAll(/(\d+)\s+\d+\s+R/g)].map(([, number]) => Number(number));
}
