const DAY = 86_400_000;

/** The Monday of the week of a time, as `2026-03-02`. Undefined where the text does not begin with a date. */
export function weekOf(time: string | undefined): string | undefined {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')?.[0];
  const midnight = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight)) return undefined;
  const daysSinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - daysSinceMonday * DAY).toISOString().slice(0, 10);
}
