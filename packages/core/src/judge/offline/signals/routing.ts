import { assessHandling } from '../../../handling/assess-handling.ts';
import { defineGradeSignal } from '../define-signal.ts';
import { graded, unanswered } from '../grade-replies.ts';

/** Was the ticket resolved, or routed, as it should be? It expects two levels: right, wrong. */
export const routing = defineGradeSignal({
  id: 'routing',
  description:
    'Looks for a ticket that was closed before it was done, went to the wrong group, or was routed without need.',
  answer(_grade, _criterion, levels, context) {
    const [best, worst] = [levels[0], levels.at(-1)];
    const handling = assessHandling(context);
    if (handling.result === 'unknown') return unanswered(handling.rationale, handling.reason);
    if (best === undefined || worst === undefined) return unanswered('There is no level to choose from.');
    if (handling.result === 'unfinished')
      return unanswered(`${handling.rationale} Whether it will be resolved or routed rightly is open.`);
    const level = handling.result === 'wrong' ? worst : best;
    const reply = graded(level, handling.evidence, handling.rationale, handling.confidence);
    return handling.result === 'right' && handling.basis !== undefined ? { ...reply, basis: handling.basis } : reply;
  },
});
