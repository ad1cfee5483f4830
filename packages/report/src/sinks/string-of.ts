import type { Text } from './sinks.ts';

/** The text of what may be UTF-8. */
export const stringOf = (text: Text): string => (typeof text === 'string' ? text : Buffer.from(text).toString());
