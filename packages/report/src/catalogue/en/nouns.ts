import type { PluralForms } from '../formatter.ts';

/** Forms of words that several places count. */
export const POINT: PluralForms = { one: 'point', other: 'points' };
export const TICKET: PluralForms = { one: 'ticket', other: 'tickets' };
export const AUTOMATIC_FAIL: PluralForms = { one: 'automatic fail', other: 'automatic fails' };
