/**
 * From when on something is worth a finding. In working days of the profile, so that a desk that works around the clock
 * and one that keeps office hours are held to the same measure. Findings cost no points.
 */

/** Everybody who waits for an answer expects one on the next working day. */
export const FIRST_RESPONSE_DAYS = 1;
/** Three working days without a word are half a week and more: a user asks what became of it. */
export const SILENT_DAYS = 3;
/** Users on hold are usually reminded every working day, and given up after three. */
export const HOLD_DAYS = 3;
/** Where no time was promised, "I will get back to you" is taken to mean within two working days. */
export const PROMISE_DAYS = 2;
/** An entry is written after the call that it tells of. In minutes of working time. */
export const LATE_MINUTES = 60;
/** What is written so soon after a promise, and says it again, belongs to the same conversation. In milliseconds. */
export const SAME_CONVERSATION = 15 * 60_000;
/** Being passed on once is routing; twice is worth a look. */
export const MANY_REASSIGNMENTS = 2;
