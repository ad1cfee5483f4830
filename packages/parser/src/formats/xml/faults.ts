import { type ProblemDetails, safeName } from '../../problems.ts';
import type { XmlPiece } from './pieces.ts';

type Fault = Pick<ProblemDetails, 'code' | 'what' | 'hint'>;

const EXPORT_AGAIN = 'Export the incident list as XML again and pass that file.';
const CHANGED = `The file was changed after the export. ${EXPORT_AGAIN}`;

/** Why a row cannot be read. */
export const ROW_FAULTS = {
  encoding: {
    code: 'bad-encoding',
    what: 'its bytes are not of the encoding that the file declares (UTF-8, where it declares none)',
    hint: 'Correct the encoding in the first line of the file, or save the file as UTF-8.',
  },
  syntax: { code: 'xml-invalid', what: 'it is not well-formed XML', hint: CHANGED },
  broken: { code: 'xml-damaged', what: 'its closing tag is missing', hint: CHANGED },
  stray: {
    code: 'xml-stray',
    what: 'something that is no row stands between the rows and was passed over',
    hint: `Check whether records are missing. ${CHANGED}`,
  },
  cut: {
    code: 'xml-truncated',
    what: 'the source ends in the middle of it',
    hint: 'The export or its download was cut off: export again. Every complete record before the cut was read.',
  },
  deleted: {
    code: 'record-deleted',
    what: 'it says that the incident was deleted',
    hint: 'Export the list of incidents, not an update set.',
  },
} as const satisfies Record<string, Fault>;

/** A journal entry that is lost. */
export function journalFault(fault: Fault): ProblemDetails {
  const hint = 'The journals concerned count as not exported. Export again to have them.';
  return { severity: 'error', code: 'journal-unreadable', what: `a journal entry cannot be read: ${fault.what}`, hint };
}

/** What makes a source unreadable from its start: nothing comes of it. */
export function wholeSourceFault(piece: XmlPiece): ProblemDetails | undefined {
  const isPage =
    (piece.kind === 'root' && /^(?:html|head|body)$/i.test(piece.name)) ||
    (piece.kind === 'doctype' && /^<!DOCTYPE\s+html/i.test(piece.text));
  if (isPage) {
    return {
      severity: 'error',
      code: 'not-xml-html',
      what: 'this is a web page, not an XML export, perhaps the sign-in page of the instance',
      hint: 'Sign in (or check the credentials of the request), then export again.',
    };
  }
  if (piece.kind === 'doctype') {
    return {
      severity: 'error',
      code: 'xml-doctype',
      what: 'it has a document type (<!DOCTYPE>), which ServiceNow does not write and which can define hostile entities',
      hint: `Remove the document type if you trust the file. ${EXPORT_AGAIN}`,
    };
  }
  if (piece.kind === 'encoding') {
    const what = `the encoding that it declares, "${safeName(piece.label)}", cannot be read`;
    return { severity: 'error', code: 'xml-encoding', what, hint: 'Save the file as UTF-8 and declare UTF-8.' };
  }
  if (piece.kind === 'empty') {
    const hint = 'Check the export, and whether its download finished.';
    return { severity: 'error', code: 'empty', what: 'it is empty', hint };
  }
  if (piece.kind === 'not-xml') {
    return { severity: 'error', code: 'not-xml', what: 'this is not XML: no tag begins in it', hint: EXPORT_AGAIN };
  }
  return undefined;
}

/** An export that has rows, but none of incidents. */
export function noIncidents(tables: readonly string[]): ProblemDetails {
  const names = tables.map((table) => `<${safeName(table)}>`).join(', ');
  const hint = 'Export the list of the incident table, and check its filter.';
  return { severity: 'error', code: 'no-records', what: `it has no <incident> rows, only ${names}`, hint };
}
