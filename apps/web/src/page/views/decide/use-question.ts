import { useState } from 'preact/hooks';
import type { ReviewCriterion, ReviewScorecard, ReviewTicket, Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { useApp } from '../../state/app.ts';
import { type Draft, draftOf, keepDraft, type QuestionId } from '../../state/question.ts';
import { words } from '../../words/index.ts';
import type { TotalsChangeProps } from './totals-change.tsx';
import { type Deciding, useDecision } from './use-decision.ts';
import { machineChoice, outcomeOf } from './verdict-choice.ts';

const { decide } = words;

/** A criterion of a ticket that is looked at. */
export interface QuestionProps {
  readonly run: Run;
  readonly ticket: ReviewTicket;
  readonly question: QuestionId;
  readonly card: ReviewScorecard;
  readonly criterion: ReviewCriterion;
  /** The next one of the queue that is open. */
  readonly onward: QuestionId | undefined;
  /** The ticket is another one by now: somebody decided. */
  readonly onTicket: (ticket: ReviewTicket) => void;
  readonly onChange: (run: Run) => void;
}

/** How far somebody is with a question, and what they can do. */
export interface Answering {
  readonly deciding: Deciding;
  readonly draft: Draft;
  /** The form is shown. */
  readonly isOpen: boolean;
  /** Grows whenever the reason is to be written. */
  readonly reasonWanted: number;
  /** What was saved last. */
  readonly saved: (TotalsChangeProps & { readonly text: string }) | undefined;
  readonly change: (draft: Draft) => void;
  readonly open: () => void;
  readonly writeReason: () => void;
  /** Chooses a level, and goes on to the reason where one is needed. */
  readonly choose: (choice: string) => void;
  readonly accept: () => void;
  readonly takeBack: () => void;
  /** Leaves everything as it is, and forgets what was typed. */
  readonly keep: () => void;
}

/** What somebody types and saves about a question. */
export function useQuestion({ run, ticket, question, card, criterion, onTicket, onChange }: QuestionProps): Answering {
  const { announce } = useApp();
  const kept = draftOf(run.id, question);
  const accepted = machineChoice(criterion);
  const usual: Draft = { choice: accepted, reason: '' };
  const [draft, setDraft] = useState(kept ?? usual);
  const [isOpen, setOpen] = useState(kept !== undefined || criterion.decided === null);
  const [reasonWanted, setReasonWanted] = useState(0);
  const [saved, setSaved] = useState<Answering['saved']>();
  const open = () => {
    setSaved(undefined);
    setOpen(true);
  };
  const change = (to: Draft) => {
    open();
    setDraft(to);
    keepDraft(run.id, question, to);
  };
  const forget = () => {
    setDraft(usual);
    setReasonWanted(0);
    keepDraft(run.id, question, undefined);
  };
  const deciding = useDecision({
    run: run.id,
    question,
    criterion,
    onTicket,
    onSaved(changed, { outcome }, totals) {
      const after = changed.scorecards.find(({ rubric }) => rubric.id === question.rubric) ?? card;
      const text = outcome.kind === 'withdraw' ? decide.takenBack : decide.saved;
      setSaved({ text, before: card, after, run: totals });
      forget();
      setOpen(outcome.kind === 'withdraw');
      announce(decide.announce(text, ticket.number, criterion.title));
      onTicket(changed);
      requests.run(run.id).then(onChange, () => {});
    },
  });
  const writeReason = () => {
    open();
    setReasonWanted((before) => before + 1);
  };
  return {
    deciding,
    draft,
    isOpen,
    reasonWanted,
    saved,
    change,
    open,
    writeReason,
    choose(choice) {
      change({ ...draft, choice });
      if (choice !== accepted) writeReason();
    },
    accept() {
      if (accepted === undefined || criterion.decided !== null || deciding.isBusy) return;
      change({ ...draft, choice: accepted });
      deciding.save({ outcome: outcomeOf(accepted, criterion), reason: draft.reason });
    },
    takeBack() {
      if (criterion.decided === null || deciding.isBusy) return;
      deciding.save({ outcome: { kind: 'withdraw' }, reason: '' });
    },
    keep() {
      deciding.forgetConflict();
      forget();
      setOpen(false);
    },
  };
}
