/** Characters that JSON lets stand as they are, and that steer or fool a terminal: C1 controls and marks of direction. */
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value as JSON that is safe to print on a terminal. It reads back as the same value. */
export function jsonText(value: unknown): string {
  // These characters stand in strings alone, where an escape means the same.
  return JSON.stringify(value).replace(STEERING, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
