import type { Ticket } from '@tqrs/parser';
import type { GradeSignal } from '../judge/offline/define-signal.ts';
import { loadBuiltInRubric } from '../rubric/load.ts';
import { buildContext } from './build.ts';

/**
 * What a signal about conversations answers to a chat: a level, `not-applicable` or `cannot-assess`.
 *
 * @param chat Turns, one a line: `A: …` is the agent's, `U: …` the user's, anything else stands as it is.
 */
export function gradeTalk(signal: GradeSignal, chat: string, fields: Partial<Ticket> = {}) {
  const { criteria } = loadBuiltInRubric('customer-service').data;
  const criterion = criteria.find(({ evaluator: { judge } }) => judge?.type === 'grade' && judge.signal === signal.id);
  if (criterion?.evaluator.judge?.type !== 'grade') throw new Error(`no criterion asks for the signal "${signal.id}"`);
  const description = chat.replace(/^A:/gm, 'Agent:').replace(/^U:/gm, 'User:');
  const context = buildContext({ description, ...fields });
  const levels = criterion.levels.map(({ id }) => id);
  return signal.answer(criterion.evaluator.judge, criterion, levels, context);
}
