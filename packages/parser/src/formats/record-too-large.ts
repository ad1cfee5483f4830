import type { ProblemDetails } from '../problems.ts';

/** A record that is longer than the limit. */
export function recordTooLarge(maxRecordBytes: number): Pick<ProblemDetails, 'code' | 'what' | 'hint'> {
  return {
    code: 'record-too-large',
    what: `it is larger than ${sizeOf(maxRecordBytes)}`,
    hint: 'Raise maxRecordBytes if the record is right, or leave its large fields out of the export.',
  };
}

function sizeOf(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MiB` : `${bytes} bytes`;
}
