import { levelOf } from '@tqrs/parser';

/** Whether a field's value is one of these: `3 - Low` is `3`, and labels compare without case. */
export function hasValue(value: string, accepted: readonly string[]): boolean {
  const level = levelOf(value);
  return accepted.some(
    (each) => each.toLowerCase() === value.trim().toLowerCase() || (level !== undefined && each === String(level)),
  );
}
