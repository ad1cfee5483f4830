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
    what: 'the compressed file is damaged: its checksum shows that what it holds is not what was compressed',
    hint: 'Fetch or compress the file again. Nothing of it was read, because it cannot be told which values are wrong.',
  },
  bomb: {
    code: 'gzip-too-large',
    what: 'the compressed file unpacks to more than 400 times its size, which no export does',
    hint: 'If the file is right, decompress it (gunzip) and pass the file inside.',
  },
};

/** What is wrong with the compression around an export. */
export function gzipFault(fault: InflateFault): ProblemDetails {
  return { severity: 'error', ...FAULTS[fault] };
}
