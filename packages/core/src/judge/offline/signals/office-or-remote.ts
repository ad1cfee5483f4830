import type { Evidence } from '../../../verdict.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notMetByAbsence } from '../replies.ts';
import { type WorkMode, workModeClaims } from './work-mode.ts';

/**
 * Whether the caller works in an office or remotely. A no to one of the two says that it is the other; a no to both says
 * nothing.
 */
export const officeOrRemote = defineCheckSignal({
  id: 'office-or-remote',
  description:
    'Says whether the caller is in an office or remote: "WFH", "from the Oslo office", a form line that names either.',
  answer(check, { text }) {
    const denied = new Map<WorkMode, Evidence>();
    for (const passage of text.passages(check.fields)) {
      for (const { mode, isDenied, evidence } of workModeClaims(passage)) {
        if (!isDenied) return met([evidence], 'Says whether office or remote.');
        if (mode !== undefined && !denied.has(mode)) denied.set(mode, evidence);
      }
    }
    const quotes = [...denied.values()];
    if (quotes.length === 1) return met(quotes, 'Says which of office and remote it is not.', 'medium');
    return notMetByAbsence(check, quotes);
  },
});
