import { defineGradeSignal } from '../define-signal.ts';
import { categoryChoice } from '../fit/category-choice.ts';
import { cannotAssess } from '../fit/replies.ts';
import { judgeChoice } from '../fit/taxonomy-fit.ts';

/** Does the text speak for the category, or for another one of the taxonomy? */
export const categoryFit = defineGradeSignal({
  id: 'category-fit',
  description: 'Looks for phrases that speak for the chosen category or for another one.',
  answer(_grade, criterion, levels, context) {
    const choice = categoryChoice(context);
    if (choice === undefined) return cannotAssess('The taxonomy does not list the category.');
    return judgeChoice(choice, criterion, levels, context);
  },
});
