import { closeMeaningOf } from '../../../handling/close-meaning.ts';
import { judgeCode } from '../../../handling/judge-code.ts';
import { quoteField } from '../../../text/find.ts';
import { defineGradeSignal } from '../define-signal.ts';
import { graded, unanswered } from '../grade-replies.ts';

/**
 * Does the resolution code say what the notes say? Only a plain contradiction is wrong; where the notes say nothing either
 * way, the code stands by its presence. It expects two levels: right, wrong.
 */
export const resolutionCodeFit = defineGradeSignal({
  id: 'resolution-code-fit',
  description: 'Compares what the resolution code says with what the close notes and the user’s last comment tell.',
  answer(_grade, _criterion, levels, context) {
    const { ticket, text, profile } = context;
    const [best, worst] = [levels[0], levels.at(-1)];
    const { closeCode = '' } = ticket;
    if (best === undefined || worst === undefined || closeCode.trim() === '')
      return unanswered('There is no resolution code to compare with.');
    const code = quoteField('closeCode', closeCode);
    const meaning = closeMeaningOf(ticket, profile);
    const result = meaning && judgeCode(meaning, text, profile);
    if (result?.fits === false)
      return graded(worst, [code, result.evidence], `The code says “${closeCode.trim()}”. ${result.rationale}`, 'low');
    if (result?.fits === true) return graded(best, [code, result.evidence], 'The notes bear the code out.', 'medium');
    return {
      ...graded(best, [code], 'Nothing in the notes speaks clearly for or against the code.', 'low'),
      basis: 'presence',
    };
  },
});
