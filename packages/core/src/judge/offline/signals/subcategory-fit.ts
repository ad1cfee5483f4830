import type { CompiledSubcategory } from '../../../profile/compile-taxonomy.ts';
import { quoteField } from '../../../text/find.ts';
import { defineGradeSignal } from '../define-signal.ts';
import { betterExists, cannotAssess, fitLevels } from '../fit/replies.ts';
import { supportFor } from '../fit/support.ts';
import { judgeChoice, phrasesOf } from '../fit/taxonomy-fit.ts';

/**
 * Does the text speak for the subcategory, or for another one of the category? A subcategory that the taxonomy lists only
 * under another category is a better choice's neighbour where the text speaks for it, and wrong where it does not.
 */
export const subcategoryFit = defineGradeSignal({
  id: 'subcategory-fit',
  description: 'Looks for phrases that speak for the chosen subcategory or for another one of the category.',
  answer(_grade, criterion, levels, context) {
    const { ticket, profile } = context;
    const value = ticket.subcategory ?? '';
    const labels = [value, ticket.codes.subcategory];
    const find = (list: (label: string | undefined) => CompiledSubcategory | undefined) =>
      labels.map(list).find((each) => each !== undefined);

    const category = profile.categoryOf(ticket.category) ?? profile.categoryOf(ticket.codes.category);
    const chosen = category && find(category.subcategoryOf);
    if (category !== undefined && chosen !== undefined) {
      const others = category.subcategories.filter((each) => each !== chosen);
      return judgeChoice({ field: 'subcategory', value, chosen, others, friends: [] }, criterion, levels, context);
    }

    const { better, wrong } = fitLevels(criterion, levels);
    const home = profile.categories.find((each) => find(each.subcategoryOf) !== undefined);
    const elsewhere = home && find(home.subcategoryOf);
    if (category === undefined || home === undefined || elsewhere === undefined || wrong === undefined)
      return cannotAssess('The taxonomy does not tell where the subcategory belongs.');
    const support = supportFor(phrasesOf(elsewhere), context);
    const place = `The taxonomy lists “${elsewhere.name}” under “${home.name}”, not under “${category.name}”`;
    if (support !== undefined && better !== undefined)
      return betterExists(better, support.evidence, `${place}; the text speaks for it all the same.`);
    return {
      value: wrong,
      quotes: [quoteField('subcategory', value)],
      rationale: `${place}, and nothing in the text speaks for it.`,
      confidence: 'medium',
    };
  },
});
