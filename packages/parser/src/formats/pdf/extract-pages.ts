import { getDocumentProxy } from 'unpdf';
import { checkIntegrity, type Integrity } from './integrity.ts';
import { withNewDirectory } from './rebuild.ts';
import { type Line, linesOf, type TextItem } from './text-lines.ts';

/** What is told of a document, in this order: that it is open, each page, and the end; or why it cannot be opened. */
export type PdfEvent =
  | {
      readonly kind: 'opened';
      readonly pages: number;
      /** Pages may be missing anywhere between others. */
      readonly gaps: boolean;
      /** The end of the document is missing. */
      readonly cut: boolean;
    }
  | { readonly kind: 'page'; readonly lines: readonly Line[] | undefined }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly reason: PdfRefusal };

/** Why a document cannot be opened. */
export type PdfRefusal = 'password' | 'damaged' | 'unpacked' | 'tooComplex';

/** Texts of a page that are read; a page of an export has hundreds. */
const MOST_ITEMS = 100_000;

/** A damaged document may claim to have millions. */
const MOST_PAGES = 20_000;

/**
 * Reads a document with PDF.js, for its text only: no script is run, no font is loaded, nothing is fetched. It takes over the
 * bytes. A page that cannot be read has no lines.
 */
export async function* extractPages(bytes: Uint8Array): AsyncGenerator<PdfEvent, void, undefined> {
  const integrity = checkIntegrity(bytes);
  if (integrity.bomb || integrity.everywhere) {
    yield { kind: 'refused', reason: integrity.bomb ? 'unpacked' : 'damaged' };
    return;
  }
  const rebuilt = integrity.cut ? withNewDirectory(bytes, integrity.pages) : undefined;
  const opened = await open(bytes);
  const isRebuilt = opened === 'damaged' && rebuilt !== undefined && integrity.pages.size > 0;
  const pdf = isRebuilt ? await open(rebuilt) : opened;
  if (typeof pdf === 'string') {
    yield { kind: 'refused', reason: pdf };
    return;
  }
  try {
    if (pdf.numPages > MOST_PAGES) {
      yield { kind: 'refused', reason: 'tooComplex' };
      return;
    }
    const pages = await pagesOf(pdf, integrity);
    const found = new Set(pages.map((page) => page?.ref?.num));
    // Nobody knows the order of pages in a new directory.
    const gaps = isRebuilt || (integrity.isOriginal && [...integrity.pages].some((page) => !found.has(page)));
    yield { kind: 'opened', pages: pages.length, gaps, cut: integrity.cut };
    for (const [at, page] of pages.entries()) {
      yield { kind: 'page', lines: page && (await linesOfPage(page, at + 1).catch(() => undefined)) };
    }
    yield { kind: 'end' };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<Document | PdfRefusal> {
  try {
    return await getDocumentProxy(bytes, {
      disableAutoFetch: true,
      disableFontFace: true,
      disableRange: true,
      disableStream: true,
      enableXfa: false,
      stopAtErrors: true,
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      // Warnings would go to the console, and may quote the document.
      verbosity: 0,
    });
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged';
  }
}

type Page = Awaited<ReturnType<Document['getPage']>>;

/** The pages that can be trusted. Where PDF.js repairs a document, it may take one page for several. */
async function pagesOf(pdf: Document, { damagedPages }: Integrity): Promise<(Page | undefined)[]> {
  const pages: (Page | undefined)[] = [];
  const seen = new Set<number>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number).catch(() => undefined);
    const object = page?.ref?.num;
    const isSound = object === undefined || !(seen.has(object) || damagedPages.has(object));
    pages.push(isSound ? page : undefined);
    if (object !== undefined) seen.add(object);
  }
  return pages;
}

async function linesOfPage(page: Page, number: number): Promise<Line[] | undefined> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const items = await itemsOf(page.streamTextContent({ includeMarkedContent: false }));
  page.cleanup();
  return items && linesOf({ page: number, width, height, transform, items });
}

/** The texts of a page, or nothing where they are too many to be an export's. */
async function itemsOf(stream: ReadableStream): Promise<TextItem[] | undefined> {
  const items: TextItem[] = [];
  for await (const part of stream as AsyncIterable<{ readonly items: readonly (TextItem | object)[] }>) {
    for (const item of part.items) if ('str' in item) items.push(item);
    if (items.length > MOST_ITEMS) return undefined;
  }
  return items;
}
