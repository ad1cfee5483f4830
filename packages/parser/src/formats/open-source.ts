import { type ByteSource, chunksOf } from '../bytes/chunks.ts';
import { peek } from '../bytes/peek.ts';
import type { FieldAliases } from '../normalise/columns.ts';
import type { ProblemDetails } from '../problems.ts';
import { CompressedSource, unpackedHead } from './compressed-source.ts';
import type { FormatItem, FormatOptions } from './format.ts';
import { gzipFault } from './gzip-faults.ts';
import { foreignFault } from './identify/foreign-faults.ts';
import { type ExportFormat, IDENTIFY_BYTES, identify, isEnough } from './identify/identify.ts';
import { READERS } from './readers.ts';

/** A source whose content is known. What it holds can be read once. */
export type OpenSource = (
  | { readonly kind: 'json'; readonly format: 'json'; bytes(): AsyncGenerator<Uint8Array, void, undefined> }
  | {
      readonly kind: 'items';
      readonly format: Exclude<ExportFormat, 'json'>;
      items(options: FormatOptions): AsyncGenerator<FormatItem>;
    }
  | { readonly kind: 'fault'; readonly format: undefined; readonly fault: ProblemDetails }
) & {
  /**
   * Checks what has to be checked before anything is believed. Call it before reading.
   * @returns Why nothing can be believed. The source is closed then.
   */
  check(): Promise<ProblemDetails | undefined>;
  /** What is wrong with the compression around the export, though what it holds can be believed. Known once checked. */
  damage(): ProblemDetails | undefined;
  /** Closes the source. Needed only where what it holds is not read. */
  close(): Promise<void>;
};

/** Compressed data may hold compressed data, but hardly more than once. */
const MOST_LAYERS = 2;

/** Finds out what a source holds. Errors of the source are thrown when it is checked or read. */
export async function openSource(input: ByteSource, aliases?: FieldAliases): Promise<OpenSource> {
  const { head, bytes, close } = await peek(chunksOf(input), IDENTIFY_BYTES, isEnough);
  let found = identify(head, aliases);
  let layers = 0;
  for (let packed = head; 'compressed' in found && layers < MOST_LAYERS; layers++) {
    packed = await unpackedHead(packed, IDENTIFY_BYTES);
    found = identify(packed, aliases);
  }
  if ('compressed' in found) found = { fault: foreignFault('gzip-nesting') };
  if ('fault' in found) {
    const { fault } = found;
    return { kind: 'fault', format: undefined, fault, check: async () => undefined, damage: () => undefined, close };
  }
  const { format } = found;
  const compressed = layers === 0 ? undefined : new CompressedSource(bytes, layers);
  const content = () => compressed?.bytes() ?? bytes;
  const fault = () => compressed?.fault && gzipFault(compressed.fault);
  const around = {
    async check() {
      await compressed?.check();
      return compressed?.fault === 'truncated' ? undefined : fault();
    },
    damage: fault,
    async close() {
      await compressed?.close();
      await close();
    },
  };
  if (format === 'json') return { ...around, kind: 'json', format, bytes: content };
  return { ...around, kind: 'items', format, items: (options) => READERS[format](content(), options) };
}
