import { hasBlots } from '../redaction/secrets/blots.ts';
import { NO, NOTHING, YES } from './form-words.ts';
import { wordsOf } from './words.ts';

/** What stands behind a label: a yes, a no, nothing that means anything, or a value. */
export type FormAnswer = 'yes' | 'no' | 'blank' | 'given';

/** Reads the answer out of a form value. */
export function answerOf(value: string): FormAnswer {
  if (hasBlots(value)) return 'given';
  const { folded, starts, ends } = wordsOf(value);
  const joined = folded.join(' ');
  if (NOTHING.has(joined) || /^[\s\-_.?*#/\\]*$/.test(value)) return 'blank';
  const first = folded[0] ?? '';
  const second = folded[1];
  if (first === 'not') return 'no';
  const alone = second === undefined || /[.,;]/.test(value.slice(ends[0], starts[1]));
  if (YES.has(first) && (alone || folded.length <= 6)) return 'yes';
  if (NO.has(first) && (alone || !/^\d/.test(second ?? ''))) return 'no';
  return 'given';
}
