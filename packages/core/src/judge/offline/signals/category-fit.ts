import { defineGradeSignal } from '../define-signal.ts';
import { cannotAssess } from '../fit/replies.ts';
import { judgeChoice } from '../fit/taxonomy-fit.ts';

/** Does the text speak for the category, or for another one of the taxonomy? */
export const categoryFit = defineGradeSignal({
  id: 'category-fit',
  description: 'Looks for phrases that speak for the chosen category or for another one.',
  answer(_grade, criterion, levels, context) {
    const { ticket, profile } = context;
    const chosen = profile.categoryOf(ticket.category) ?? profile.categoryOf(ticket.codes.category);
    if (chosen === undefined) return cannotAssess('The taxonomy does not list the category.');
    const others = profile.categories.filter((each) => each !== chosen);
    return judgeChoice(
      { field: 'category', value: ticket.category ?? '', chosen, others, friends: chosen.subcategories },
      criterion,
      levels,
      context,
    );
  },
});
