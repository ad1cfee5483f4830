import type { CriterionResult } from '@tqrs/core';
import type { Localisation } from '../../catalogue/localisation.ts';
import { humanise } from './humanise.ts';
import { resultLabel } from './result-label.ts';
import { visible, visibleLine } from './visible.ts';

/** What a person decided about a criterion. */
export interface HumanView {
  /** `Overruled by Ada Example, 2026-03-02 10:15 UTC`. */
  readonly decision: string;
  /** Why, where it does not stand as the criterion's own rationale. */
  readonly reason: string | null;
  /** What the machine had said; null where that was accepted. */
  readonly machine: { readonly result: string; readonly rationale: string } | null;
}

const NAME_LIMIT = 100;

/** Builds the view of a decision; null where there is none. */
export function humanView({ human }: CriterionResult, { t, format }: Localisation): HumanView | null {
  if (human === undefined) return null;
  const { human: words } = t.ticketPage;
  const by = visibleLine(human.by, NAME_LIMIT);
  const at = format.moment(human.at);
  if (human.outcome === 'accepted') {
    const reason = human.reason === undefined ? null : visible(human.reason);
    return { decision: words.accepted(by, at), reason, machine: null };
  }
  const { machine } = human;
  const { verdict } = machine;
  const level = verdict.status === 'scored' ? visible(humanise(verdict.levelId)) : null;
  const rationale = visible(verdict.status === 'unscored' ? verdict.detail : verdict.rationale);
  return {
    decision: words.overruled(by, at),
    reason: null,
    machine: { result: words.machine(resultLabel(machine, t), level), rationale },
  };
}
