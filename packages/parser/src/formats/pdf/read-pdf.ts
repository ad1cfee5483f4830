import type { FieldAliases } from '../../normalise/columns.ts';
import type { ProblemDetails } from '../../problems.ts';
import type { FormatItem, FormatReader, RawRecord } from '../format.ts';
import { FAULTS, fieldUnreadable, pageUnreadable, pageWithoutText, strayText } from './faults.ts';
import { FormReader } from './form-reader.ts';
import type { Form } from './forms.ts';
import { withoutFurniture } from './furniture.ts';
import { LineJoiner } from './join-lines.ts';
import { LabelBook } from './labels.ts';
import { learnLayout } from './layout.ts';
import { isList } from './list-view.ts';
import type { Line } from './text-lines.ts';
import { joinWrappedLabels } from './wrapped-labels.ts';

/** A PDF has its directory at the end, so it has to be in memory. An incident takes some 10 kB. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Of its height: text that goes further down fills a page. */
const FULL_PAGE = 0.85;
/** Anything else in the place of a number shows that the labels were not understood. */
const NUMBER = /^\p{L}{0,15}[-_]?\d{2,20}$/u;
/** What fonts without their meaning, or damage, leave in place of letters. */
const UNREADABLE = /[\p{Cc}\p{Co}\ufffd]/u;

/**
 * Reads incidents as ServiceNow prints them to PDF: forms of labels and values, one incident after the other. Columns are
 * named by the labels as they are printed. A document is read whole, up to 64 MiB.
 */
export const readPdf: FormatReader = async function* (bytes, { aliases }) {
  const whole = await gather(bytes);
  if (!(whole instanceof Uint8Array)) {
    yield problem({ severity: 'error', ...whole });
    return;
  }
  // Loaded only where a PDF is read, and apart from the rest: see there.
  const { readPages } = await import('./pdf-thread.ts');
  const document: Document = { count: 0, gaps: false, cut: false, pages: [] };
  for await (const event of readPages(whole)) {
    if (event.kind === 'refused' && document.count === 0) {
      yield problem({ severity: 'error', ...FAULTS[event.reason] });
      return;
    }
    if (event.kind === 'opened') Object.assign(document, { count: event.pages, gaps: event.gaps, cut: event.cut });
    if (event.kind === 'page') document.pages.push(event.lines);
  }
  yield* readDocument(document, aliases);
};

/** What was read of a document: the lines of each page. Undefined for one that cannot be read. */
interface Document {
  count: number;
  /** Pages may be missing anywhere between others. */
  gaps: boolean;
  /** Its end is missing. */
  cut: boolean;
  readonly pages: (readonly Line[] | undefined)[];
}

async function gather(
  bytes: AsyncIterable<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer> | (typeof FAULTS)[keyof typeof FAULTS]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) return FAULTS.tooLarge;
    chunks.push(Uint8Array.from(chunk));
  }
  if (size === 0) return FAULTS.empty;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  // A few bytes may stand before the header.
  return Buffer.from(whole.buffer, 0, Math.min(size, 1_024)).includes('%PDF-') ? whole : FAULTS.notPdf;
}

function* readDocument(
  { count, gaps, cut, pages: found }: Document,
  aliases: FieldAliases | undefined,
): Generator<FormatItem> {
  // Where the reading broke off, the rest is missing.
  const pages = Array.from({ length: count }, (_, at) => found[at]);
  for (const [at, page] of pages.entries()) if (page === undefined) yield problem(pageUnreadable(at + 1));
  if (gaps && !cut) yield problem({ severity: 'error', ...FAULTS.gaps });
  if (cut) yield problem({ severity: 'error', ...FAULTS.cut });
  const book = new LabelBook(aliases);
  const bodies = withoutFurniture(
    pages.map((lines) => lines ?? []),
    book,
  );
  const readable = bodies.map((lines) => joinWrappedLabels(lines, book));
  const lines = readable.flat();
  if (lines.length === 0) {
    if (pages.some((page) => page !== undefined)) yield problem({ severity: 'error', ...FAULTS.noText });
    return;
  }
  const layout = learnLayout(lines, book);
  if (layout === undefined || isList(lines, book)) {
    yield problem({ severity: 'error', ...(layout === undefined ? FAULTS.noForm : FAULTS.list) });
    return;
  }
  const reader = new FormReader(book, layout);
  for (const [at, page] of pages.entries()) {
    const isBlank = page?.length === 0;
    if (isBlank) yield problem(pageWithoutText(at + 1));
    // A last page may well be blank, unless the text before it ends where the page does.
    const isLost = isBlank && (pages.slice(at).some((other) => other?.length) || fillsPage(readable[at - 1]));
    reader.page(page === undefined || isLost ? undefined : readable[at]);
    if (gaps) reader.page(undefined);
  }
  if (cut && !gaps) reader.page(undefined);
  const forms = reader.finish();
  const joiner = new LineJoiner(
    layout,
    forms.flatMap(({ cells }) => cells),
  );
  for (const [at, form] of forms.entries()) yield* itemsOf(form, at + 1, joiner);
  if (reader.strayLines > 0) yield problem(strayText(reader.strayLines));
}

function fillsPage(lines: readonly Line[] | undefined): boolean {
  const last = lines?.at(-1);
  return last !== undefined && last.y > FULL_PAGE * last.pageHeight;
}

function* itemsOf(form: Form, record: number, joiner: LineJoiner): Generator<FormatItem> {
  const fields = new Map<string, string>();
  const unreadable: string[] = [];
  for (const cell of form.cells) {
    if (cell.isReport || fields.has(cell.name) || unreadable.includes(cell.name)) continue;
    const text = joiner.join(cell.lines);
    if (cell.isNumber && !NUMBER.test(text)) continue;
    if (cell.torn || UNREADABLE.test(text.replaceAll('\n', ''))) unreadable.push(cell.name);
    else fields.set(cell.name, text);
  }
  const result: RawRecord = Object.fromEntries(fields);
  for (const field of unreadable) yield problem(fieldUnreadable(field, record));
  yield { kind: 'record', record: result };
}

function problem(details: ProblemDetails): FormatItem {
  return { kind: 'problem', details };
}
