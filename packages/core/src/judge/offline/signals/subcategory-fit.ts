import type { CompiledSubcategory } from '../../../profile/compile-taxonomy.ts';
import type { Criterion } from '../../../rubric/schema.ts';
import { quoteField } from '../../../text/find.ts';
import type { GradeReply, JudgeContext } from '../../judge.ts';
import { defineGradeSignal } from '../define-signal.ts';
import { categoryChoice } from '../fit/category-choice.ts';
import { betterExists, cannotAssess, fitLevels, present } from '../fit/replies.ts';
import { supportFor } from '../fit/support.ts';
import { judgeChoice, phrasesOf, weighChoice } from '../fit/taxonomy-fit.ts';

/**
 * Does the text speak for the subcategory, or for another one of the category? Below a category that does not fit it
 * cannot be right. One that the taxonomy lists only under another category can be defended where the text speaks for it,
 * and is wrong where it does not.
 */
export const subcategoryFit = defineGradeSignal({
  id: 'subcategory-fit',
  description: 'Looks for phrases that speak for the chosen subcategory or for another one of the category.',
  answer(_grade, criterion, levels, context) {
    const category = categoryChoice(context);
    const value = context.ticket.subcategory ?? '';
    const chosen = category && find(category.chosen.subcategoryOf, context);
    if (category === undefined || chosen === undefined)
      return judgeStray(category?.chosen.name, criterion, levels, context);

    const { right, better } = fitLevels(criterion, levels);
    const weight = weighChoice(category, context);
    if (weight !== undefined && weight.entry !== category.chosen && right !== undefined) {
      if (better === undefined) return present(right, 'subcategory', value);
      return betterExists(
        better,
        weight.evidence,
        `“${chosen.name}” stands under “${category.chosen.name}”, and the text speaks for “${weight.entry.name}”.`,
      );
    }
    const others = category.chosen.subcategories.filter((each) => each !== chosen);
    return judgeChoice({ field: 'subcategory', value, chosen, others, friends: [] }, criterion, levels, context);
  },
});

/** A subcategory without its category: the taxonomy lists it only elsewhere, or does not list the category. */
function judgeStray(
  category: string | undefined,
  criterion: Criterion,
  levels: readonly string[],
  context: JudgeContext,
): GradeReply {
  const { ticket, profile } = context;
  const { better, wrong } = fitLevels(criterion, levels);
  const homes = profile.categories.flatMap((home) => {
    const entry = find(home.subcategoryOf, context);
    return entry === undefined ? [] : [{ home, entry, support: supportFor(phrasesOf(entry), context) }];
  });
  const best = homes.find(({ support }) => support !== undefined) ?? homes[0];
  if (ticket.category === undefined || best === undefined || wrong === undefined)
    return cannotAssess('The taxonomy does not tell where the subcategory belongs.');
  const chosen = category ?? ticket.category.trim();
  const place = `The taxonomy lists “${best.entry.name}” under “${best.home.name}”, ${chosen === '' ? 'and the category is blank' : `not under “${chosen}”`}`;
  if (best.support !== undefined && better !== undefined)
    return betterExists(better, best.support.evidence, `${place}; the text speaks for it all the same.`);
  return {
    value: wrong,
    quotes: [quoteField('subcategory', ticket.subcategory ?? '')],
    rationale: `${place}, and nothing in the text speaks for it.`,
    confidence: 'medium',
  };
}

/** The ticket's subcategory in a list, by its label or by the code behind it. */
function find(
  list: (label: string | undefined) => CompiledSubcategory | undefined,
  { ticket }: JudgeContext,
): CompiledSubcategory | undefined {
  return list(ticket.subcategory) ?? list(ticket.codes.subcategory);
}
