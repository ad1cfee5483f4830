/** A value as the export gives it: what a person reads, and the raw value where it is known. */
export interface Cell {
  readonly display?: string;
  readonly raw?: string;
}

/** A value of a type that no field can have. */
export interface WrongType {
  readonly wrong: 'an array' | 'an object';
}

const SYS_ID_AT_END = /\/([0-9a-f]{32})(?:\?[^/]*)?$/i;

/** Reads a value in any of the forms that ServiceNow writes. `null` is a blank that was exported. */
export function readCell(value: unknown): Cell | WrongType {
  const plain = scalar(value);
  if (plain !== undefined) return { raw: plain };
  if (Array.isArray(value)) return { wrong: 'an array' };
  const { value: rawValue, display_value: displayValue, link } = value as Record<string, unknown>;
  const raw = rawValue === undefined ? undefined : scalar(rawValue);
  const display = displayValue === undefined ? undefined : scalar(displayValue);
  if ((rawValue !== undefined && raw === undefined) || (displayValue !== undefined && display === undefined)) {
    return { wrong: 'an object' };
  }
  if (raw === undefined && display === undefined) return { wrong: 'an object' };
  if (display === undefined) return { raw: raw as string };
  if (raw !== undefined) return { display, raw };
  // The link of a reference ends in the sys_id of what it names.
  const linked = typeof link === 'string' && link.length <= 2_000 ? SYS_ID_AT_END.exec(link)?.[1] : undefined;
  return linked === undefined ? { display } : { display, raw: linked };
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}
