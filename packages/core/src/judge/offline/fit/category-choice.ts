import type { CompiledCategory } from '../../../profile/compile-taxonomy.ts';
import type { JudgeContext } from '../../judge.ts';
import type { Choice } from './taxonomy-fit.ts';

/** The ticket's category in the taxonomy, against the other ones; undefined where the taxonomy does not list it. */
export function categoryChoice({
  ticket,
  profile,
}: JudgeContext): (Choice & { readonly chosen: CompiledCategory }) | undefined {
  const chosen = profile.categoryOf(ticket.category) ?? profile.categoryOf(ticket.codes.category);
  if (chosen === undefined) return undefined;
  const others = profile.categories.filter((each) => each !== chosen);
  return { field: 'category', value: ticket.category ?? '', chosen, others, friends: chosen.subcategories };
}
