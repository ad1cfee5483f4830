import type { FormatItem, FormatOptions, FormatReader, RawRecord } from '../src/formats/format.ts';
import { RecordNormaliser } from '../src/normalise/record.ts';
import type { ProblemDetails } from '../src/problems.ts';
import type { Ticket } from '../src/ticket.ts';

/** Everything that a format reads out of bytes, in chunks of a size. */
export async function readFormat(
  reader: FormatReader,
  bytes: Uint8Array | string,
  {
    maxRecordBytes = 1_048_576,
    chunkBytes = 65_536,
    ...more
  }: Partial<FormatOptions> & { readonly chunkBytes?: number } = {},
): Promise<{ items: FormatItem[]; records: RawRecord[]; problems: ProblemDetails[]; tickets: Ticket[] }> {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  const items: FormatItem[] = [];
  for await (const item of reader(chunks(whole, chunkBytes), { maxRecordBytes, ...more })) items.push(item);
  const records = items.filter((item) => item.kind === 'record').map(({ record }) => record);
  const normaliser = new RecordNormaliser(more.aliases);
  return {
    items,
    records,
    problems: items.filter((item) => item.kind === 'problem').map(({ details }) => details),
    tickets: records.map((record) => normaliser.normalise(record).ticket).filter((ticket) => ticket !== undefined),
  };
}

/** Bytes in chunks of a size, each in memory of its own. */
export async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.subarray(at, at + size));
}
