import { amount, plural } from '../format.ts';

/** The list of runs. */
export const runs = {
  title: 'Past reviews',
  none: 'No review yet',
  noneHint: 'Your reviews are listed here, to reopen, resume or delete.',
  first: 'Start the first one',
  tickets: (done: number, total: number | null) =>
    total === null || total === done ? plural(done, 'ticket') : `${amount(done)} of ${plural(total, 'ticket')}`,
  passed: (rate: string) => `${rate} passed`,
  mean: (mean: string) => `mean ${mean}`,
  resume: (name: string, made: string) => `Resume ${name}, ${made}`,
  delete: 'Delete',
  deleteOf: (name: string, made: string) => `Delete ${name}, ${made}`,
  confirmTitle: 'Delete this review?',
  confirm: (name: string) => `The review of ${name}, its report and its exports are deleted from the server for good.`,
  confirmGoing: 'It is going on right now, and is stopped.',
  deleting: 'Deleting…',
  deleted: 'The review was deleted.',
};
