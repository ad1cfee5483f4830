import type { ProblemDetails } from '../problems.ts';
import type { Damage } from './pieces.ts';
import type { SourcePiece } from './read-pieces.ts';

type Fault = Pick<ProblemDetails, 'code' | 'what' | 'hint'>;

const EXPORT_AGAIN = 'Export the incident list as JSON again and pass that file.';

/** Records whose structure is broken, by how. */
export const DAMAGE_FAULTS: Readonly<Record<Damage, Fault>> = {
  'control-character': {
    code: 'json-damaged',
    what: 'a text holds a raw line break or control character, or its closing quote is missing',
    hint: `The file was changed after the export. ${EXPORT_AGAIN}`,
  },
  'single-quotes': {
    code: 'json-single-quotes',
    what: 'single quotes stand where JSON needs double quotes, as when Python prints a dictionary',
    hint: 'Write the file with json.dump instead of str() or print(), or export it again.',
  },
  brackets: {
    code: 'json-damaged',
    what: 'its brackets do not match',
    hint: `The file was changed after the export, or joined from parts. ${EXPORT_AGAIN}`,
  },
  character: {
    code: 'json-damaged',
    what: 'something that is not JSON stands outside the quotes, as when a quote is missing',
    hint: `The file was changed after the export. ${EXPORT_AGAIN}`,
  },
  nesting: { code: 'json-nesting', what: 'it is nested too deeply for an incident', hint: EXPORT_AGAIN },
};

/** What makes a source unreadable from its start: nothing comes of it. */
export function wholeSourceFault(piece: SourcePiece): ProblemDetails | undefined {
  if (piece.kind === 'garbage' && piece.first) {
    return {
      severity: 'error',
      code: 'not-an-export',
      what: 'this is not JSON: it starts with neither { nor [',
      hint: EXPORT_AGAIN,
    };
  }
  if (piece.kind !== 'empty') return undefined;
  return {
    severity: 'error',
    code: 'empty',
    what: 'it is empty',
    hint: 'Check the export, and whether its download finished.',
  };
}
