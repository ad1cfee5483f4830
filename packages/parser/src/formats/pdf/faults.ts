import type { ProblemDetails } from '../../problems.ts';

type Fault = Pick<ProblemDetails, 'code' | 'what' | 'hint'>;

const EXPORT_AGAIN = 'Export the incidents as JSON, XML, CSV or Excel instead, or print them to PDF again.';

/** Why a document cannot be read at all. */
export const FAULTS = {
  empty: { code: 'empty', what: 'it is empty', hint: 'Check the export, and whether its download finished.' },
  notPdf: { code: 'not-pdf', what: 'this is not a PDF document', hint: EXPORT_AGAIN },
  tooLarge: {
    code: 'pdf-too-large',
    what: 'it is larger than 64 MiB',
    hint: 'Print fewer incidents into one document, or export them as JSON, XML or CSV, which may have any size.',
  },
  unpacked: {
    code: 'pdf-too-large',
    what: 'a part of it unpacks to more than 64 MiB',
    hint: 'An export has no such part: do not open the document if you do not know where it comes from.',
  },
  tooComplex: {
    code: 'pdf-too-complex',
    what: 'it takes more time or memory than any export does',
    hint: `Do not open the document if you do not know where it comes from. ${EXPORT_AGAIN}`,
  },
  gaps: {
    code: 'pdf-pages-missing',
    what: 'pages are missing in it; what runs from one page to the next counts as not exported',
    hint: `The document is damaged. ${EXPORT_AGAIN}`,
  },
  cut: {
    code: 'pdf-truncated',
    what: 'the end of the document is missing; what could be found before the cut was read',
    hint: `Its download was cut off: download it again. ${EXPORT_AGAIN}`,
  },
  password: {
    code: 'pdf-password',
    what: 'it is protected by a password',
    hint: 'Save a copy without the password (open it, then print it to PDF) and pass that file.',
  },
  damaged: {
    code: 'pdf-damaged',
    what: 'the document is damaged or cut off, and cannot be opened',
    hint: `Check whether its download finished. ${EXPORT_AGAIN}`,
  },
  noText: {
    code: 'pdf-no-text',
    what: 'it holds no text, only pictures, as a scanned page does',
    hint: 'Export the incidents from ServiceNow instead of scanning or photographing them.',
  },
  noForm: {
    code: 'pdf-no-incident',
    what: 'no labels of an incident form are found in it ("Number", "Short description", …)',
    hint: 'Pass the PDF of an incident form. Labels in another language go into the field aliases.',
  },
  list: {
    code: 'pdf-list',
    what: 'this is a list of incidents, whose columns are too narrow to hold their texts',
    hint: 'Export the list as JSON, XML, CSV or Excel, or print each incident by its form.',
  },
} as const satisfies Record<string, Fault>;

/** A page that is lost, with what stands on it. */
export function pageUnreadable(page: number): ProblemDetails {
  return {
    severity: 'error',
    code: 'pdf-page-unreadable',
    what: `page ${page} cannot be read; what stands on it, and behind it up to the next incident, counts as not exported`,
    hint: `The document is damaged. ${EXPORT_AGAIN}`,
  };
}

/** A page that is blank, or whose text cannot be found. */
export function pageWithoutText(page: number): ProblemDetails {
  return {
    severity: 'warning',
    code: 'pdf-page-without-text',
    what: `page ${page} holds no text, unlike other pages`,
    hint: 'Look at the page: if it is not blank, export the incidents again, or as JSON, XML, CSV or Excel.',
  };
}

/** A field of an incident that is there and cannot be read. */
export function fieldUnreadable(field: string, record: number): ProblemDetails {
  return {
    severity: 'warning',
    code: 'field-unreadable',
    what: 'the text of the field cannot be read, and it counts as not exported',
    hint: `Part of the document, or the meaning of its letters, is lost. ${EXPORT_AGAIN}`,
    field,
    record,
  };
}

/** Texts that no label claims. */
export function strayText(lines: number): ProblemDetails {
  return {
    severity: 'warning',
    code: 'pdf-stray-text',
    what: `${lines} lines of text stand under no label, and belong to no field`,
    hint: 'Compare a ticket with the document. If text is missing, export the incidents as JSON, XML or CSV.',
  };
}
