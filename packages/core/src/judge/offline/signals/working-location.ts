import { findWorkingLocation } from '../../../location/find-working-location.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notMetByAbsence } from '../replies.ts';

/** Where the caller works: a city, a site or an office by name. */
export const workingLocation = defineCheckSignal({
  id: 'working-location',
  description:
    'A location line of the form with a value, a place of the profile or the record, or "based in …", "from the … office".',
  answer(check, { text, profile }) {
    const found = findWorkingLocation(text.passages(check.fields), text.ticket, profile);
    return found === undefined ? notMetByAbsence(check) : met([found], 'The working location is given.');
  },
});
