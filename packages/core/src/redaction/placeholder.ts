import type { Span } from '../text/spans.ts';

/** What a profile can hide in reports. Secrets are hidden always, and names where people are to be anonymous. */
export const HIDEABLE_TYPES = ['EMAIL', 'PHONE', 'EMPLOYEE_ID', 'ADDRESS', 'IP', 'MAC', 'USER'] as const;

/** What redaction tells apart. The names stand in the placeholders: `[PHONE_1]`. */
export const REDACTED_TYPES = ['PERSON', ...HIDEABLE_TYPES, 'SECRET'] as const;
/** See {@link REDACTED_TYPES}. */
export type RedactedType = (typeof REDACTED_TYPES)[number];

/** A placeholder where it stands in a text. */
export interface Placeholder extends Span {
  readonly type: RedactedType;
  readonly number: number;
}

const NAMES = REDACTED_TYPES.join('|').replaceAll('_', '[ _-]');
/** As somebody may write them who copies: in another case, with spaces, or without the brackets. */
const WRITTEN = new RegExp(`\\[\\s{0,3}(${NAMES})[ _-]{0,3}(\\d{1,6})\\s{0,3}\\]|\\b(${NAMES})_(\\d{1,6})\\b`, 'gi');

/** The placeholder of a value. */
export function placeholder(type: RedactedType, number: number): string {
  return `[${type}_${number}]`;
}

/** What reads as a placeholder in a text, whoever wrote it. */
export function placeholdersIn(text: string): Placeholder[] {
  if (!/[_[]/.test(text)) return [];
  return Array.from(text.matchAll(WRITTEN), ({ 0: whole, 1: type, 2: number, 3: bareType, 4: bareNumber, index }) => ({
    start: index,
    end: index + whole.length,
    type: (type ?? bareType ?? '').toUpperCase().replace(/[ -]/, '_') as RedactedType,
    number: Number(number ?? bareNumber),
  }));
}
