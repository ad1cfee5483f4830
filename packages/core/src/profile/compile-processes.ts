import { foldFormLabel } from '../text/form-lines.ts';
import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import { foldLabel } from './fold-label.ts';
import type { CriticalProcess, Requirement } from './schema.ts';

/** A way to show that a process was followed, with its phrases compiled. */
export interface CompiledRequirement {
  readonly data: Requirement;
  readonly phrases: PhraseSet;
  /** Where none of these is stated, a pass by this way carries `data.advise.coaching`. */
  readonly adviseUnless: PhraseSet | undefined;
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
  readonly unlessPhrases: PhraseSet;
  /** The process is not involved where `done` is stated and `unlessDone` is not. */
  readonly notWhen: { readonly done: PhraseSet; readonly unlessDone: PhraseSet } | undefined;
  readonly followedWhen: readonly CompiledRequirement[];
}

/** Whether anything could show that a ticket involves the process. Those without are listed, but never found. */
export function isActive({ foundBy }: CriticalProcess): boolean {
  return foundBy.subcategories.length + foundBy.flags.length + foundBy.formLabels.length + foundBy.phrases.length > 0;
}

/** Precompiles the active critical processes of a profile. */
export function compileProcesses(processes: Readonly<Record<string, CriticalProcess>>): readonly CompiledProcess[] {
  const active = Object.entries(processes).filter(([, process]) => isActive(process));
  return active.map(([id, data]) => ({
    data: { id, ...data },
    subcategories: new Set(data.foundBy.subcategories.map(foldLabel)),
    flags: new Set(data.foundBy.flags.map((flag) => flag.toLowerCase())),
    formLabels: new Set(data.foundBy.formLabels.map(foldFormLabel)),
    phrases: phraseSet(data.foundBy.phrases),
    unlessPhrases: phraseSet(data.foundBy.unlessPhrases),
    notWhen: data.notWhen && {
      done: phraseSet(data.notWhen.donePhrases),
      unlessDone: phraseSet(data.notWhen.unlessDonePhrases),
    },
    followedWhen: data.followedWhen.map((requirement) => ({
      data: requirement,
      phrases: phraseSet(requirement.phrases),
      adviseUnless: requirement.advise && phraseSet(requirement.advise.unlessPhrases),
    })),
  }));
}
