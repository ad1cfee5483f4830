import type { TextField, Ticket } from '@tqrs/parser';
import { z } from 'zod';
import type { CompiledProfile } from '../profile/compile.ts';
import type { CompiledCategory } from '../profile/compile-taxonomy.ts';
import type { Criterion } from '../rubric/schema.ts';
import { quoteField } from '../text/find.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

const options = z.strictObject({ field: z.enum(['category', 'subcategory']), wrong: z.string(), right: z.string() });
type Options = z.infer<typeof options>;

/**
 * Is the category, or the subcategory within its category, one that the profile's taxonomy lists? Whether it fits the
 * issue is the judge's question. A subcategory that the taxonomy lists only under another category, or below a category that is blank or
 * not listed, cannot be right, but may be the wrong half of a good idea: the judge gets the lower levels.
 */
export const inTaxonomy = defineRule({
  id: 'in-taxonomy',
  title: 'In the taxonomy',
  description:
    'Decides when a category or subcategory is not in the taxonomy, or when there is no taxonomy to compare it with.',
  requires: ({ field }: Options): readonly TextField[] => [field],
  options,
  levels: ({ wrong, right }) => [wrong, right],
  evaluate({ ticket, profile, criterion, options }): RuleOutcome {
    const category = categoryOf(ticket, profile);
    if (options.field === 'subcategory' && category?.subcategories.length === 0) {
      return { status: 'not-applicable', rationale: `The taxonomy lists no subcategories for “${category.name}”.` };
    }
    const value = ticket[options.field] ?? '';
    if (value.trim() === '') return { status: 'undecided' };
    if (profile.categories.length === 0) return onlyPresent(options, value);
    if (options.field === 'category')
      return category === undefined
        ? wrong(options, value, 'The taxonomy does not list this category.')
        : { status: 'undecided' };
    return judgeSubcategory(ticket, profile, category, criterion, options);
  },
});

function judgeSubcategory(
  ticket: Ticket,
  profile: CompiledProfile,
  category: CompiledCategory | undefined,
  criterion: Criterion,
  options: Options,
): RuleOutcome {
  const labels = [ticket.subcategory, ticket.codes.subcategory];
  const isIn = (each: CompiledCategory) => labels.some((label) => each.subcategoryOf(label) !== undefined);
  if (category !== undefined && isIn(category)) return { status: 'undecided' };
  if (!profile.categories.some(isIn))
    return wrong(options, ticket.subcategory ?? '', 'The taxonomy does not list this subcategory.');
  // Whatever the export does not carry may be right.
  if (ticket.category === undefined && category === undefined) return { status: 'undecided' };
  return { status: 'undecided', levels: criterion.levels.map(({ id }) => id).filter((id) => id !== options.right) };
}

/** The category of a ticket, by its label or by the code behind it. */
function categoryOf(ticket: Ticket, profile: CompiledProfile): CompiledCategory | undefined {
  return profile.categoryOf(ticket.category) ?? profile.categoryOf(ticket.codes.category);
}

function onlyPresent({ field, right }: Options, value: string): RuleOutcome {
  return {
    status: 'scored',
    levelId: right,
    confidence: 'low',
    basis: 'presence',
    rationale: `The ${field} is filled. The profile has no taxonomy, so whether it is right was not examined.`,
    evidence: [quoteField(field, value)],
  };
}

function wrong({ field, wrong: levelId }: Options, value: string, rationale: string): RuleOutcome {
  return { status: 'scored', levelId, confidence: 'high', rationale, evidence: [quoteField(field, value)] };
}
