import { levelOf } from '@tqrs/parser';
import { foldLabel } from './fold-label.ts';

/** A field whose values stand on a numbered scale. */
export type Scale = 'impact' | 'urgency' | 'priority';

/** ServiceNow's usual labels, most severe first; each place is a number of the scale. */
const SEVERITIES = [
  ['high', 'critical', 'severe'],
  ['medium', 'moderate', 'significant'],
  ['low', 'minor', 'limited'],
];
const LABELS: Readonly<Record<Scale, readonly (readonly string[])[]>> = {
  impact: SEVERITIES,
  urgency: SEVERITIES,
  priority: [['critical'], ['high'], ['moderate', 'medium'], ['low'], ['planning']],
};

/**
 * The number that a value has on its scale, by the number that it starts with or by its usual label: 2 for `2`, `P2`,
 * `2 - High`, and for the priority `High`. Undefined where it has none.
 */
export function numberOn(scale: Scale, value: string | undefined): number | undefined {
  const number = levelOf(value);
  if (number !== undefined || value === undefined) return number;
  const label = foldLabel(value);
  const place = LABELS[scale].findIndex((labels) => labels.includes(label));
  return place < 0 ? undefined : place + 1;
}
