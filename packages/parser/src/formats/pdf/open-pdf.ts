import { getDocumentProxy } from 'unpdf';
import { checkIntegrity, type Integrity } from './integrity.ts';
import type { PageText, TextItem } from './text-lines.ts';

/** A document, page by page. */
export interface PdfDocument {
  readonly pages: number;
  /** The end of the document is missing; its pages could be found all the same. */
  readonly cut: boolean;
  /** The text of a page, counted from 1. Undefined where it cannot be read. */
  page(number: number): Promise<PageText | undefined>;
  close(): Promise<void>;
}

/** A document, or why it cannot be opened. */
export type OpenedPdf =
  | { readonly ok: true; readonly document: PdfDocument }
  | { readonly ok: false; readonly reason: 'password' | 'damaged' | 'unpacked' };

/** Texts of a page that are read; a page of an export has hundreds. */
const MOST_ITEMS = 100_000;

/**
 * Opens a document with PDF.js, for its text only: no script is run, no font is loaded, nothing is fetched. It takes over
 * the bytes.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const integrity = checkIntegrity(bytes);
  if (integrity.bomb) return { ok: false, reason: 'unpacked' };
  if (integrity.everywhere) return { ok: false, reason: 'damaged' };
  try {
    const pdf = await getDocumentProxy(bytes, {
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
    return { ok: true, document: documentOf(pdf, integrity) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged' };
  }
}

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

function documentOf(pdf: Proxy, { damagedPages, cut }: Integrity): PdfDocument {
  return {
    pages: pdf.numPages,
    cut,
    async page(number) {
      try {
        const page = await pdf.getPage(number);
        if (page.ref !== null && damagedPages.has(page.ref.num)) return undefined;
        const { width, height, transform } = page.getViewport({ scale: 1 });
        const items = await itemsOf(page.streamTextContent({ includeMarkedContent: false }));
        page.cleanup();
        return items && { page: number, width, height, transform, items };
      } catch {
        return undefined;
      }
    },
    close: () => pdf.loadingTask.destroy(),
  };
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
