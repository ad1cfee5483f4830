import { foldFormLabel } from '../text/form-lines.ts';
import { type PhraseSet, phraseSet, seldomPhraseSet } from '../text/phrases.ts';
import { foldLabel } from './fold-label.ts';
import type { CriticalProcess, Requirement } from './schema.ts';

/** A way to show that a process was followed, with its phrases compiled. */
export interface CompiledRequirement {
  readonly data: Requirement;
  readonly phrases: PhraseSet;
  /** Where none of these is stated, a pass by this way carries `data.advise.coaching`. */
  readonly adviseUnless: PhraseSet | undefined;
}

/** What shows that a process was not followed, and what is said to whoever tells neither way. */
export interface ViolationPhrases {
  readonly phrases: PhraseSet;
  /** These leave it to a person. */
  readonly perhaps: PhraseSet;
  readonly unless: PhraseSet;
  /** Coaching. */
  readonly untold: string;
}

/** An active critical process with its phrases compiled. */
export interface CompiledProcess {
  readonly data: CriticalProcess & { readonly id: string };
  /** Folded labels of the subcategories that mean this process. */
  readonly subcategories: ReadonlySet<string>;
  /** Record flags (column names, lower case). */
  readonly flags: ReadonlySet<string>;
  /** Labels of form lines, as `FormLine.label` has them. */
  readonly formLabels: ReadonlySet<string>;
  readonly phrases: PhraseSet;
  /** These mean it where they are all that a clause says. */
  readonly clausePhrases: PhraseSet;
  /** These leave it to a person whether the process is involved. */
  readonly loosePhrases: PhraseSet;
  readonly unlessPhrases: PhraseSet;
  /** The process is not involved where `done` is stated and `unlessDone` is not. */
  readonly notWhen: { readonly done: PhraseSet; readonly unlessDone: PhraseSet } | undefined;
  readonly followedWhen: readonly CompiledRequirement[];
  /** What shows that it was not followed. Undefined: that nothing shows that it was. */
  readonly violatedWhen: ViolationPhrases | undefined;
  /** What shows that a wish was fulfilled. Undefined: the wish is enough. */
  readonly begunWhen: PhraseSet | undefined;
  /** All of these that are asked for in every ticket. */
  readonly phraseSets: readonly PhraseSet[];
  /** Where one of these stands, only a person can say that the process was not followed. */
  readonly perhapsFollowed: PhraseSet;
}

/** Whether the process is on, and anything could show that a ticket involves it. Those without are listed, but never found. */
export function isActive({ off, foundBy }: CriticalProcess): boolean {
  if (off === true) return false;
  const { subcategories, flags, formLabels, phrases, clausePhrases, loosePhrases } = foundBy;
  return [subcategories, flags, formLabels, phrases, clausePhrases, loosePhrases].some(({ length }) => length > 0);
}

/** Precompiles the active critical processes of a profile. */
export function compileProcesses(processes: Readonly<Record<string, CriticalProcess>>): readonly CompiledProcess[] {
  const active = Object.entries(processes).filter(([, process]) => isActive(process));
  return active.map(([id, data]) => {
    const { foundBy, notWhen, violatedWhen } = data;
    const phrases = phraseSet(foundBy.phrases);
    const clausePhrases = phraseSet(foundBy.clausePhrases);
    const loosePhrases = phraseSet(foundBy.loosePhrases);
    return {
      data: { id, ...data },
      subcategories: new Set(foundBy.subcategories.map(foldLabel)),
      flags: new Set(foundBy.flags.map((flag) => flag.toLowerCase())),
      formLabels: new Set(foundBy.formLabels.map(foldFormLabel)),
      phrases,
      clausePhrases,
      loosePhrases,
      unlessPhrases: phraseSet(foundBy.unlessPhrases),
      notWhen: notWhen && { done: phraseSet(notWhen.donePhrases), unlessDone: phraseSet(notWhen.unlessDonePhrases) },
      followedWhen: data.followedWhen.map((requirement) => ({
        data: requirement,
        phrases: phraseSet(requirement.phrases),
        adviseUnless: requirement.advise && phraseSet(requirement.advise.unlessPhrases),
      })),
      violatedWhen: violatedWhen && {
        phrases: seldomPhraseSet(violatedWhen.phrases),
        perhaps: seldomPhraseSet(violatedWhen.perhapsPhrases),
        unless: seldomPhraseSet(violatedWhen.unlessPhrases),
        untold: violatedWhen.untold,
      },
      begunWhen: data.begunWhen.length === 0 ? undefined : seldomPhraseSet(data.begunWhen),
      perhapsFollowed: seldomPhraseSet(data.perhapsFollowed),
      phraseSets: [phrases, clausePhrases, loosePhrases],
    };
  });
}
