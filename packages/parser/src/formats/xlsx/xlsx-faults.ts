import type { ProblemDetails } from '../../problems.ts';
import { foreignFault } from '../identify/foreign-faults.ts';

const EXPORT_AGAIN = 'Export the list again, or download the file again.';

const FAULTS = {
  damaged: {
    code: 'xlsx-damaged',
    what: 'the workbook is damaged: its checksums show that values in it are not what was exported',
    hint: `${EXPORT_AGAIN} Nothing of it was read, because it cannot be told which values are wrong.`,
  },
  malformed: {
    code: 'xlsx-malformed',
    what: 'a sheet of the workbook cannot be followed to its end',
    hint: `${EXPORT_AGAIN} The rows before that place were read.`,
  },
  truncated: {
    code: 'xlsx-truncated',
    what: 'the workbook ends too early',
    hint: 'The export or its download was cut off: export again. Complete rows before the cut were read where the workbook still tells what they hold.',
  },
  bomb: {
    code: 'xlsx-too-large',
    what: 'a part of the workbook unpacks to more than 400 times its size, which no export does',
    hint: 'If the file is right, open it in Excel and save it as CSV, and pass that file.',
  },
  size: {
    code: 'xlsx-too-large',
    what: 'the workbook is larger than 2 GiB',
    hint: 'Export as CSV, JSON or XML, which are read in little memory whatever their size.',
  },
  method: {
    code: 'xlsx-compression',
    what: 'the workbook is compressed in a way that Excel does not use',
    hint: 'Open it in Excel, save it as .xlsx or CSV, and pass that file.',
  },
} as const satisfies Readonly<Record<string, Pick<ProblemDetails, 'code' | 'what' | 'hint'>>>;

/** What may be wrong with a workbook as a whole. */
export type XlsxFault = keyof typeof FAULTS | 'zip' | 'protected' | 'binary-excel';

/** The problem that is told of it. */
export function xlsxFault(fault: XlsxFault): ProblemDetails {
  if (fault === 'zip' || fault === 'protected' || fault === 'binary-excel') return foreignFault(fault);
  return { severity: 'error', ...FAULTS[fault] };
}
