import { assessHandling } from '../../../handling/assess-handling.ts';
import { defineGradeSignal } from '../define-signal.ts';
import { graded, unanswered, waived } from '../grade-replies.ts';

/**
 * Did the technician resolve the ticket, or route it, as it should be? Nobody did where it is still being worked on, was
 * canceled, or was resolved by a tool. It expects two levels: right, wrong.
 */
export const onsiteHandling = defineGradeSignal({
  id: 'onsite-handling',
  description:
    'Looks for a ticket that was closed without the visit or before it was done, or that was passed around; waives what no technician handled.',
  answer(_grade, _criterion, levels, context) {
    const [best, worst] = [levels[0], levels.at(-1)];
    const handling = assessHandling(context);
    if (handling.result === 'unknown') return unanswered(handling.rationale, handling.reason);
    if (best === undefined || worst === undefined) return unanswered('There is no level to choose from.');
    if (handling.result === 'right' || handling.result === 'wrong')
      return graded(
        handling.result === 'right' ? best : worst,
        handling.evidence,
        handling.rationale,
        handling.confidence,
      );
    return handling.evidence.length > 0
      ? waived(handling.evidence, handling.rationale)
      : unanswered(handling.rationale);
  },
});
