import type { ProblemDetails } from '../problems.ts';
import type { BinaryFormat } from './encoding.ts';
import type { Damage } from './pieces.ts';
import type { SourcePiece } from './read-pieces.ts';

type Fault = Pick<ProblemDetails, 'code' | 'what' | 'hint'>;

const EXPORT_AGAIN = 'Export the incident list as JSON again and pass that file.';

/** Files that are no JSON, by what they are. */
const BINARY_FAULTS: Readonly<Record<BinaryFormat, Fault>> = {
  zip: {
    code: 'not-json-zip',
    what: 'this is a zip archive (or an .xlsx workbook), not JSON',
    hint: 'Unpack the archive and pass the JSON file inside it.',
  },
  gzip: {
    code: 'not-json-gzip',
    what: 'this is gzip-compressed, not JSON',
    hint: 'Decompress it first (gunzip) and pass the JSON file.',
  },
  pdf: { code: 'not-json-pdf', what: 'this is a PDF document, not JSON', hint: EXPORT_AGAIN },
  image: { code: 'not-json-image', what: 'this is an image, not JSON', hint: EXPORT_AGAIN },
  'old-excel': { code: 'not-json-excel', what: 'this is an old Excel workbook (.xls), not JSON', hint: EXPORT_AGAIN },
  'utf-32': { code: 'not-json-utf32', what: 'the text is UTF-32', hint: 'Save the file as UTF-8 and pass it again.' },
};

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
  if (piece.kind === 'binary') return { severity: 'error', ...BINARY_FAULTS[piece.format] };
  if (piece.kind === 'garbage' && piece.first) {
    return { severity: 'error', ...foreignText(piece.bytes.toString('latin1', 0, 1_024)) };
  }
  if (piece.kind !== 'empty') return undefined;
  return {
    severity: 'error',
    code: 'empty',
    what: 'it is empty',
    hint: 'Check the export, and whether its download finished.',
  };
}

/** What a text that starts no JSON value seems to be. */
function foreignText(start: string): Fault {
  const text = start.trimStart();
  if (/^<(?:!doctype html|html|head|body)/i.test(text)) {
    return {
      code: 'not-json-html',
      what: 'this is a web page, not JSON, perhaps the sign-in page of the instance',
      hint: 'Sign in (or check the credentials of the request), then export again.',
    };
  }
  if (text.startsWith('<')) return { code: 'not-json-xml', what: 'this is XML, not JSON', hint: EXPORT_AGAIN };
  const firstLine = text.split(/[\r\n]/, 1)[0] ?? '';
  if (/^["\w][^{}]*[,;\t]/.test(firstLine.slice(0, 1_000))) {
    return { code: 'not-json-csv', what: 'this looks like CSV, not JSON', hint: EXPORT_AGAIN };
  }
  return { code: 'not-json', what: 'this is not JSON: it starts with neither { nor [', hint: EXPORT_AGAIN };
}
