import type { Criterion } from '../rubric/schema.ts';
import { nameFields } from '../text/name-fields.ts';
import type { UnscoredReason, UnscoredVerdict } from '../verdict.ts';

/** A criterion that nobody could settle. Without `levels` it could still come to any of its levels. */
export function unscored(
  criterion: Criterion,
  reason: UnscoredReason,
  detail: string,
  levels?: readonly string[],
): UnscoredVerdict {
  return { status: 'unscored', reason, detail, possibleLevels: [...(levels ?? criterion.levels.map(({ id }) => id))] };
}

/** Says which fields an export lacks. */
export function notExportedDetail(fields: readonly string[]): string {
  return `The export does not carry ${nameFields(fields)}.`;
}
