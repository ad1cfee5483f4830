import type { CompiledSubcategory } from '../../../profile/compile-taxonomy.ts';
import type { Criterion } from '../../../rubric/schema.ts';
import { type PhraseSet, phraseSet } from '../../../text/phrases.ts';
import type { GradeReply, JudgeContext } from '../../judge.ts';
import { betterExists, cannotAssess, fitLevels, fits, present } from './replies.ts';
import { distinctiveWords, findWord, labelPhrases, type Support, supportFor } from './support.ts';

/** A value of the taxonomy that was chosen, and the others of the same list. */
export interface Choice {
  readonly field: 'category' | 'subcategory';
  readonly value: string;
  readonly chosen: CompiledSubcategory;
  readonly others: readonly CompiledSubcategory[];
  /** Phrases that speak for the choice too, without being its own. */
  readonly friends: readonly CompiledSubcategory[];
}

const compiled = new WeakMap<CompiledSubcategory, PhraseSet>();

/** The entry's phrases, and its labels as phrases. */
export function phrasesOf(entry: CompiledSubcategory): PhraseSet {
  const known = compiled.get(entry);
  if (known !== undefined) return known;
  const labels = labelPhrases(entry.labels);
  const set = phraseSet([...entry.phrases.phrases, ...labels.phrases]);
  compiled.set(entry, set);
  return set;
}

/**
 * Weighs the entry that was chosen against the others of its list: right where the text speaks for it, a better one
 * exists where the text speaks clearly for another alone, and right by presence where it says nothing.
 */
export function judgeChoice(
  { field, value, chosen, others, friends }: Choice,
  criterion: Criterion,
  open: readonly string[],
  context: JudgeContext,
): GradeReply {
  const { right, better } = fitLevels(criterion, open);
  if (right === undefined) return cannotAssess('The value cannot be right, and no phrase tells how far it is off.');
  for (const entry of [chosen, ...friends]) {
    const support = supportFor(phrasesOf(entry), context);
    if (support !== undefined) return fits(right, support.evidence, `The text speaks for “${chosen.name}”.`);
  }
  const named = findWord(distinctiveWords(chosen.labels.join(' ')), context);
  if (named !== undefined) return fits(right, named, `Words of “${chosen.name}” stand in the text.`);
  const rival = better === undefined ? undefined : clearest(others, context);
  if (rival === undefined || better === undefined) return present(right, field, value);
  return betterExists(
    better,
    rival.support.evidence,
    `The text speaks for “${rival.entry.name}”, and nothing in it speaks for “${chosen.name}”.`,
  );
}

function clearest(
  entries: readonly CompiledSubcategory[],
  context: JudgeContext,
): { readonly entry: CompiledSubcategory; readonly support: Support } | undefined {
  for (const entry of entries) {
    const support = supportFor(phrasesOf(entry), context);
    if (support?.isTopic) return { entry, support };
  }
  return undefined;
}
