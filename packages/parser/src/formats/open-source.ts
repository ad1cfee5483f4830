import { createGunzip } from 'node:zlib';
import { type ByteSource, chunksOf } from '../bytes/chunks.ts';
import { type Inflation, inflate } from '../bytes/inflate.ts';
import { peek } from '../bytes/peek.ts';
import type { FieldAliases } from '../normalise/columns.ts';
import type { ProblemDetails } from '../problems.ts';
import type { FormatItem, FormatOptions } from './format.ts';
import { gzipFault } from './gzip-faults.ts';
import { foreignFault } from './identify/foreign-faults.ts';
import { type ExportFormat, IDENTIFY_BYTES, identify, isEnough } from './identify/identify.ts';
import { READERS } from './readers.ts';

/** A source whose content is known. What it holds can be read once. */
export type OpenSource = (
  | { readonly kind: 'json'; readonly format: 'json'; readonly bytes: AsyncGenerator<Uint8Array, void, undefined> }
  | {
      readonly kind: 'items';
      readonly format: Exclude<ExportFormat, 'json'>;
      items(options: FormatOptions): AsyncGenerator<FormatItem>;
    }
  | { readonly kind: 'fault'; readonly format: undefined; readonly fault: ProblemDetails }
) & {
  /** What was wrong with the compression around the export. Known once it has been read to its end. */
  damage(): ProblemDetails | undefined;
  /** Closes the source. Needed only where what it holds is not read. */
  close(): Promise<void>;
};

/** Compressed data may hold compressed data, but hardly more than once. */
const MOST_LAYERS = 2;

/** Finds out what a source holds. Errors of the source are thrown when it is read. */
export async function openSource(input: ByteSource, aliases?: FieldAliases): Promise<OpenSource> {
  const layers: Inflation[] = [];
  const damage = () => layers.map(({ fault }) => fault && gzipFault(fault)).find((fault) => fault !== undefined);
  let peeked = await peek(chunksOf(input), IDENTIFY_BYTES, isEnough);
  for (;;) {
    const { head, bytes, close } = peeked;
    const found = identify(head, aliases);
    if ('fault' in found) return { kind: 'fault', format: undefined, fault: found.fault, damage, close };
    if ('format' in found) {
      const { format } = found;
      if (format === 'json') return { kind: 'json', format, bytes, damage, close };
      const read = READERS[format];
      return { kind: 'items', format, items: (options) => read(bytes, options), damage, close };
    }
    if (layers.length === MOST_LAYERS) {
      return { kind: 'fault', format: undefined, fault: foreignFault('gzip-nesting'), damage, close };
    }
    const inflation = inflate(bytes, createGunzip());
    layers.push(inflation);
    peeked = await peek(inflation.bytes, IDENTIFY_BYTES, isEnough);
  }
}
