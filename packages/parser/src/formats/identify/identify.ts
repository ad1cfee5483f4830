import { type BinaryFormat, detectEncoding, HEAD_BYTES, type TextEncoding } from '../../bytes/encoding.ts';
import { ColumnFinder, type FieldAliases } from '../../normalise/columns.ts';
import type { ProblemDetails } from '../../problems.ts';
import { readDialect } from '../csv/dialect.ts';
import { foreignFault } from './foreign-faults.ts';
import { identifyOle } from './identify-ole.ts';
import { identifyZip } from './identify-zip.ts';

/** The formats that an export may have. */
export type ExportFormat = 'json' | 'csv' | 'xlsx' | 'xml' | 'pdf';

/** What a source is by its beginning. */
export type Identified =
  | { readonly format: ExportFormat }
  | { readonly compressed: 'gzip' }
  | { readonly fault: ProblemDetails };

/** How many bytes {@link identify} may want to see. */
export const IDENTIFY_BYTES = 65_536;

const JSON_STARTS = /^[[{]/;
const HTML = /^<(?:!doctype html|html|head|body|table)\b/i;
const COMMENTS_AND_DECLARATIONS = /^(?:<\?[^>]{0,2000}\?>|<!--(?:(?!-->)[\s\S]){0,4000}-->|\s+)+/;

/** Files whose parts tell what they are. */
const CONTAINERS: ReadonlySet<BinaryFormat> = new Set<BinaryFormat>(['zip', 'gzip', 'old-excel']);

/** Whether the beginning tells enough. The rest of a text matters only where it starts neither JSON nor XML. */
export function isEnough(head: Buffer): boolean {
  if (head.length < HEAD_BYTES) return false;
  const detected = detectEncoding(head);
  if ('binary' in detected) return !CONTAINERS.has(detected.binary);
  return JSON_STARTS.test(textOf(head, detected).trimStart());
}

/**
 * Tells what a source is from its content.
 *
 * @param head Its first {@link IDENTIFY_BYTES}, or as many as are {@link isEnough | enough}.
 */
export function identify(head: Buffer, aliases?: FieldAliases): Identified {
  const detected = detectEncoding(head);
  if (!('binary' in detected)) return identifyText(textOf(head, detected), head, detected, aliases);
  switch (detected.binary) {
    case 'gzip':
      return { compressed: 'gzip' };
    case 'pdf':
      return { format: 'pdf' };
    case 'zip':
      return identifyZip(head);
    case 'old-excel':
      return { fault: foreignFault(identifyOle(head)) };
    default:
      return { fault: foreignFault(detected.binary) };
  }
}

function identifyText(
  text: string,
  head: Buffer,
  { encoding, skip }: TextEncoding,
  aliases: FieldAliases | undefined,
): Identified {
  const start = text.trimStart();
  // A blank source is told of by the reader of JSON.
  if (start === '' || JSON_STARTS.test(start)) return { format: 'json' };
  if (start.startsWith('<')) {
    const root = start.replace(COMMENTS_AND_DECLARATIONS, '');
    if (HTML.test(root)) return { fault: foreignFault('html') };
    if (/^<(?:\w+:)?Workbook\b/.test(root)) return { fault: foreignFault('excel-xml') };
    return { format: 'xml' };
  }
  const bytes = encoding === 'utf-8' ? head.subarray(skip) : Buffer.from(text, 'utf8');
  const dialect = readDialect(bytes, new ColumnFinder(aliases));
  return 'fault' in dialect ? { fault: dialect.fault } : { format: 'csv' };
}

/** The text of a beginning. It may end inside of a character. */
function textOf(head: Buffer, { encoding, skip }: TextEncoding): string {
  const bytes = head.subarray(skip);
  return encoding === 'utf-8' ? bytes.toString('utf8') : new TextDecoder(encoding).decode(bytes);
}
