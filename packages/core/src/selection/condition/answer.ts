/**
 * Whether a ticket meets a condition. `not-exported`: the export does not carry the field, so nobody can say. `unclear`: its value
 * cannot be compared, such as a date whose day and month may be the other way round.
 */
export type Answer = 'met' | 'not-met' | 'not-exported' | 'unclear';

/** The answer to a plain yes or no. */
export const answerOf = (met: boolean): Answer => (met ? 'met' : 'not-met');

/** The answer to the opposite question. What nobody can say stays so. */
export function opposite(answer: Answer): Answer {
  if (answer === 'met') return 'not-met';
  return answer === 'not-met' ? 'met' : answer;
}
