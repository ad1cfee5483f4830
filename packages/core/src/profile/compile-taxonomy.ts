import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import { LabelIndex } from './fold-label.ts';
import type { Category, Subcategory } from './schema.ts';

/** A subcategory with the phrases that speak for it. */
export interface CompiledSubcategory {
  readonly name: string;
  /** Its name and its aliases. */
  readonly labels: readonly string[];
  readonly phrases: PhraseSet;
}

/** A category with the phrases that speak for it, and its subcategories. */
export interface CompiledCategory extends CompiledSubcategory {
  /** Empty: the taxonomy lists none, and the subcategory does not apply. */
  readonly subcategories: readonly CompiledSubcategory[];
  /** The subcategory of this label or alias within the category. */
  subcategoryOf(label: string | undefined): CompiledSubcategory | undefined;
}

/** Precompiles the category taxonomy of a profile. */
export function compileTaxonomy(categories: readonly Category[]): readonly CompiledCategory[] {
  return categories.map((category) => {
    const subcategories = category.subcategories.map(compileEntry);
    const index = new LabelIndex(subcategories, ({ labels }) => labels);
    return { ...compileEntry(category), subcategories, subcategoryOf: (label) => index.find(label) };
  });
}

function compileEntry({ name, aliases, phrases }: Subcategory): CompiledSubcategory {
  return { name, labels: [name, ...aliases], phrases: phraseSet(phrases) };
}
