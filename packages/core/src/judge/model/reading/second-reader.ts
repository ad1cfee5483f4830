import type { Evidence } from '../../../verdict.ts';
import { locateInTicket } from '../../evidence/locate-in-ticket.ts';
import type { JudgeContext } from '../../judge.ts';
import type { Signal } from '../../offline/define-signal.ts';
import { createOfflineJudge } from '../../offline/offline-judge.ts';
import type { CheckItem } from '../items.ts';

/** What the offline judge finds for a check in a ticket. Asked only where a model's answer is in doubt. */
export type SecondReader = (item: CheckItem, context: JudgeContext) => readonly Evidence[] | undefined;

/** The offline judge as a second reader, with these signals. */
export function secondReader(signals: readonly Signal[] | undefined): SecondReader {
  const judge = createOfflineJudge(signals === undefined ? {} : { signals });
  return ({ check, question }, context) => {
    const replies = judge.answer([{ ...question, checks: [check] }], context);
    if ('then' in replies) return undefined;
    const reply = replies.checks.get(question.key)?.get(check.id);
    if (reply?.value !== 'met') return undefined;
    return reply.quotes.flatMap((quote) => locateInTicket(quote, context.ticket) ?? []);
  };
}
