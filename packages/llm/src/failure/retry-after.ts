/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, else `retry-after` in seconds or as a date. Undefined
 * where it asks for nothing that can be read.
 */
export function retryAfterMs(headers: Headers, now: number = Date.now()): number | undefined {
  const milliseconds = number(headers.get('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const header = headers.get('retry-after');
  const seconds = number(header);
  if (seconds !== undefined) return seconds * 1000;
  // A date has words in it; `Date.parse` would make one of "-1" too.
  const date = /[a-z]/i.test(header ?? '') ? Date.parse(header ?? '') : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function number(text: string | null): number | undefined {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
