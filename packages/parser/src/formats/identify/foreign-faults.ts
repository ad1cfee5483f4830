import type { ProblemDetails } from '../../problems.ts';

/** Files that are no export, by what they are. */
export type Foreign =
  | 'image'
  | 'utf-32'
  | 'old-excel'
  | 'protected'
  | 'word'
  | 'presentation'
  | 'open-document'
  | 'zip'
  | 'html'
  | 'excel-xml'
  | 'binary-excel'
  | 'gzip-nesting';

type Fault = Pick<ProblemDetails, 'code' | 'what' | 'hint'>;

const EXPORT_AGAIN = 'Export the incident list as JSON, XML, CSV or Excel, and pass that file.';
const SAVE_AS_XLSX =
  'Open it in Excel (with its password, if it has one), save it as .xlsx without a password or as CSV, and pass that file.';

const FAULTS: Readonly<Record<Foreign, Fault>> = {
  image: { code: 'not-an-export-image', what: 'this is an image', hint: EXPORT_AGAIN },
  'utf-32': {
    code: 'not-an-export-utf32',
    what: 'the text is UTF-32',
    hint: 'Save the file as UTF-8 and pass it again.',
  },
  'old-excel': {
    code: 'not-an-export-excel',
    what: 'this is an old Excel workbook (.xls), or one that is protected by a password',
    hint: SAVE_AS_XLSX,
  },
  protected: {
    code: 'not-an-export-protected',
    what: 'this is a workbook that is protected by a password',
    hint: SAVE_AS_XLSX,
  },
  word: { code: 'not-an-export-word', what: 'this is a Word document', hint: EXPORT_AGAIN },
  presentation: { code: 'not-an-export-presentation', what: 'this is a presentation', hint: EXPORT_AGAIN },
  'open-document': {
    code: 'not-an-export-opendocument',
    what: 'this is a file of OpenOffice or LibreOffice',
    hint: 'Open it there, save it as Excel (.xlsx) or CSV, and pass that file.',
  },
  zip: {
    code: 'not-an-export-zip',
    what: 'this is a zip archive without an Excel workbook',
    hint: 'Unpack the archive and pass the file inside it.',
  },
  html: {
    code: 'not-an-export-html',
    what: 'this is a web page, perhaps the sign-in page of the instance',
    hint: 'Sign in (or check the credentials of the request), then export again. A table that was saved as a page: open it in Excel and save it as .xlsx.',
  },
  'excel-xml': {
    code: 'not-an-export-excel-xml',
    what: 'this is an Excel workbook in the XML of 2003',
    hint: SAVE_AS_XLSX,
  },
  'binary-excel': {
    code: 'not-an-export-excel',
    what: 'this is a binary Excel workbook (.xlsb)',
    hint: SAVE_AS_XLSX,
  },
  'gzip-nesting': {
    code: 'not-an-export-gzip',
    what: 'this is compressed several times over',
    hint: 'Decompress it (gunzip) and pass the file inside.',
  },
};

/** Why a file that is no export cannot be read. */
export function foreignFault(foreign: Foreign): ProblemDetails {
  return { severity: 'error', ...FAULTS[foreign] };
}
