import type { Criterion } from '../../../rubric/schema.ts';
import { quoteField } from '../../../text/find.ts';
import type { Evidence } from '../../../verdict.ts';
import type { GradeReply } from '../../judge.ts';

/** The levels of a criterion about fit: the first one is right, and where there are more than two, a better value exists at the second. */
export function fitLevels(
  { levels }: Criterion,
  open: readonly string[],
): { readonly right: string | undefined; readonly better: string | undefined; readonly wrong: string | undefined } {
  const ids = levels.map(({ id }) => id);
  const ifOpen = (id: string | undefined) => (id !== undefined && open.includes(id) ? id : undefined);
  return { right: ifOpen(ids[0]), better: ids.length > 2 ? ifOpen(ids[1]) : undefined, wrong: ifOpen(ids.at(-1)) };
}

/** The text speaks for the value. */
export function fits(level: string, evidence: Evidence, rationale: string): GradeReply {
  return { value: level, quotes: [evidence], rationale, confidence: 'medium' };
}

/** The text speaks for another value, and not for this one. */
export function betterExists(level: string, evidence: Evidence, rationale: string): GradeReply {
  return { value: level, quotes: [evidence], rationale, confidence: 'low' };
}

/** Nothing speaks for or against the value: only that it is there can be seen. */
export function present(level: string, field: string, value: string): GradeReply {
  return {
    value: level,
    quotes: [quoteField(field, value)],
    rationale: 'The field is filled. Nothing in the text speaks clearly for or against the value.',
    confidence: 'low',
    basis: 'presence',
  };
}

/** The question is not one that this signal can answer. */
export function cannotAssess(rationale: string): GradeReply {
  return { value: 'cannot-assess', quotes: [], rationale, confidence: 'low', reason: 'needs-model' };
}
