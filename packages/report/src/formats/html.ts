import { openHtmlReport, renderTicket } from '../html/html-report.ts';
import type { FolderFormat } from './format.ts';

/** A page for the run and a page for each ticket, to be opened from disk: nothing is loaded from anywhere. */
export const html: FolderFormat = {
  id: 'html',
  kind: 'folder',
  description: 'a page for the run and one for each ticket, to open in a browser',
  entry: 'index.html',
  render: renderTicket,
  open: openHtmlReport,
};
