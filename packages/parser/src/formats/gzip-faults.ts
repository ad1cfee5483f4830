import type { InflateFault } from '../bytes/inflate.ts';
import type { ProblemDetails } from '../problems.ts';

const FAULTS: Readonly<Record<InflateFault, Pick<ProblemDetails, 'code' | 'what' | 'hint'>>> = {
  truncated: {
    code: 'gzip-truncated',
    what: 'the compressed file ends too early',
    hint: 'Its download was cut off: fetch it again. Every complete record before the cut was read.',
  },
  damaged: {
    code: 'gzip-damaged',
    what: 'the compressed file is damaged: its checksum or its structure is wrong, so the records that were read may be wrong too',
    hint: 'Fetch or compress the file again; do not rely on these records.',
  },
  bomb: {
    code: 'gzip-too-large',
    what: 'the compressed file unpacks to more than 400 times its size, which no export does; reading stopped',
    hint: 'If the file is right, decompress it (gunzip) and pass the file inside.',
  },
};

/** What is wrong with the compression around an export. */
export function gzipFault(fault: InflateFault): ProblemDetails {
  return { severity: 'error', ...FAULTS[fault] };
}
