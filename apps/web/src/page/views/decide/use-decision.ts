import { useState } from 'preact/hooks';
import type { Decide, Decided, DecisionEntry, ReviewCriterion, ReviewTicket } from '../../../api/index.ts';
import { type ApiFailure, asFailure } from '../../api/failure.ts';
import { requests } from '../../api/requests.ts';
import { useApp } from '../../state/app.ts';
import type { QuestionId } from '../../state/question.ts';
import { useAction } from '../../state/use-action.ts';

/** What somebody decides: the part of a request that they choose. */
export type Choice = Pick<Decide, 'outcome'> & { readonly reason: string };

/** A decision on its way. */
export interface Deciding {
  /** Saves a choice; asks for the name first, where nobody gave one. */
  readonly save: (choice: Choice) => void;
  /** Saves again what could not be saved. */
  readonly again: () => void;
  readonly isBusy: boolean;
  /** Why it could not be saved. It can be tried again. */
  readonly failure: ApiFailure | undefined;
  /** Somebody else was faster, or the verdict is another one. The ticket is as they left it. */
  readonly conflict: ApiFailure | undefined;
  readonly forgetConflict: () => void;
  /** A name is needed before it can be saved. */
  readonly needsName: boolean;
  /** Goes on with it once there is a name; without one it waits no more. */
  readonly named: () => void;
  readonly unnamed: () => void;
}

interface DecisionOptions {
  readonly run: string;
  readonly question: QuestionId;
  readonly criterion: ReviewCriterion | undefined;
  /** It is on disk. The totals are missing where it was so already. */
  readonly onSaved: (ticket: ReviewTicket, choice: Choice, totals?: Decided['totals']) => void;
  /** The ticket as it is now: others decided on it. */
  readonly onTicket: (ticket: ReviewTicket) => void;
}

const CONFLICTS: ReadonlySet<string> = new Set(['decided-meanwhile', 'decision-outdated']);

/** Saves decisions on a question, one at a time. What is refused changes nothing of what was typed. */
export function useDecision({ run, question, criterion, onSaved, onTicket }: DecisionOptions): Deciding {
  const { session } = useApp();
  const [last, setLast] = useState<Choice>();
  const [needsName, setNeedsName] = useState(false);
  const [conflict, setConflict] = useState<ApiFailure>();
  const saving = useAction(async (choice: Choice) => {
    if (criterion === undefined) return;
    const { on, seen } = criterion;
    setConflict(undefined);
    try {
      const decided = await requests.decide(run, { ...question, ...choice, on, seen });
      onSaved(decided.ticket, choice, decided.totals);
    } catch (error) {
      const failure = asFailure(error);
      // A server that started again has forgotten who is here.
      if (failure.code === 'name-needed') return setNeedsName(true);
      if (!CONFLICTS.has(failure.code)) throw failure;
      const ticket = await requests.ticket(run, question.position);
      // The answer to the first try was lost on its way.
      if (isOurs(ticket.decisions, question, choice, session.name, seen)) return onSaved(ticket, choice);
      onTicket(ticket);
      setConflict(failure);
    }
  });
  return {
    save(choice) {
      setLast(choice);
      if (session.name === null) setNeedsName(true);
      else saving.run(choice);
    },
    again: () => last && saving.run(last),
    isBusy: saving.isBusy,
    failure: saving.failure,
    conflict,
    forgetConflict: () => setConflict(undefined),
    needsName,
    named() {
      setNeedsName(false);
      if (last !== undefined) saving.run(last);
    },
    unnamed: () => setNeedsName(false),
  };
}

/** Whether the one entry that came since is what was asked for. */
function isOurs(
  log: readonly DecisionEntry[],
  { rubric, criterion }: QuestionId,
  { outcome, reason }: Choice,
  name: string | null,
  seen: number,
): boolean {
  const since = log.filter((entry) => entry.rubric === rubric && entry.criterion === criterion).slice(seen);
  const [entry] = since;
  return (
    since.length === 1 &&
    entry?.by === name &&
    entry.reason === reason.trim() &&
    JSON.stringify(entry.outcome) === JSON.stringify(outcome)
  );
}
