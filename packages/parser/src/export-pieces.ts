import type { FormatItem } from './formats/format.ts';
import type { OpenSource } from './formats/open-source.ts';
import { wholeSourceFault } from './json/faults.ts';
import { readPieces, type SourcePiece } from './json/read-pieces.ts';
import { DEFAULT_MAX_RECORD_BYTES, type ParseOptions } from './options.ts';

/** What an export of any format consists of. */
export type ExportPiece = SourcePiece | FormatItem;

/**
 * Reads a source to its end. Use a batch before asking for the next: the bytes in it are used again. Pull-driven. Errors of
 * the source itself pass through.
 */
export async function* exportPieces(
  source: OpenSource,
  { maxRecordBytes = DEFAULT_MAX_RECORD_BYTES, aliases }: Pick<ParseOptions, 'maxRecordBytes' | 'aliases'>,
): AsyncGenerator<readonly ExportPiece[], void, undefined> {
  if (source.kind === 'fault') {
    await source.close();
    yield [{ kind: 'problem', details: source.fault }];
    return;
  }
  const broken = await source.check();
  if (broken !== undefined) {
    yield [{ kind: 'problem', details: broken }];
    return;
  }
  if (source.kind === 'json') {
    for await (const pieces of readPieces(source.bytes(), maxRecordBytes)) {
      yield pieces;
      if (pieces.some((piece) => wholeSourceFault(piece) !== undefined)) break;
    }
  } else {
    for await (const item of source.items({ maxRecordBytes, aliases })) yield [item];
  }
  const damage = source.damage();
  if (damage !== undefined) yield [{ kind: 'problem', details: damage }];
}
