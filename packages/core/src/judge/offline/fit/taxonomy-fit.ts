import type { CompiledSubcategory } from '../../../profile/compile-taxonomy.ts';
import type { Criterion } from '../../../rubric/schema.ts';
import { type PhraseSet, phraseSet } from '../../../text/phrases.ts';
import type { Evidence } from '../../../verdict.ts';
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

/** What the text says about a choice. */
export interface Weight {
  /** The entry that the text speaks for: the chosen one, or plainly another one and not the chosen one. */
  readonly entry: CompiledSubcategory;
  readonly evidence: Evidence;
  readonly rationale: string;
}

/** Weighs the entry that was chosen against the others of its list. Undefined: the text speaks plainly for none. */
export function weighChoice({ chosen, others, friends }: Choice, context: JudgeContext): Weight | undefined {
  for (const entry of [chosen, ...friends]) {
    const support = supportFor(phrasesOf(entry), context);
    if (support !== undefined)
      return { entry: chosen, evidence: support.evidence, rationale: `The text speaks for “${chosen.name}”.` };
  }
  const named = findWord(distinctiveWords(chosen.labels.join(' ')), context);
  if (named !== undefined)
    return { entry: chosen, evidence: named, rationale: `Words of “${chosen.name}” stand in the text.` };
  const rival = clearest(others, context);
  return (
    rival && {
      entry: rival.entry,
      evidence: rival.support.evidence,
      rationale: `The text speaks for “${rival.entry.name}”, and nothing in it speaks for “${chosen.name}”.`,
    }
  );
}

/**
 * Judges the entry that was chosen: right where the text speaks for it, a better one exists where the text speaks plainly
 * for another alone, and right by presence where it says nothing.
 */
export function judgeChoice(
  choice: Choice,
  criterion: Criterion,
  open: readonly string[],
  context: JudgeContext,
): GradeReply {
  const { right, better } = fitLevels(criterion, open);
  if (right === undefined) return cannotAssess('The value cannot be right, and no phrase tells how far it is off.');
  const weight = weighChoice(choice, context);
  if (weight?.entry === choice.chosen) return fits(right, weight.evidence, weight.rationale);
  if (weight === undefined || better === undefined) return present(right, choice.field, choice.value);
  return betterExists(better, weight.evidence, weight.rationale);
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
