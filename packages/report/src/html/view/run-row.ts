import type { Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import type { ReviewFailure, RubricInfo } from '../../report.ts';
import { NO_NUMBER, number, percent, rangePercent, when } from './numbers.ts';
import { type BandView, bandView, type Tone } from './tone.ts';
import { outcome } from './verdict.ts';
import { visibleLine } from './visible.ts';

const SUMMARY_LIMIT = 90;
const NAME_LIMIT = 60;

/** One ticket in the table of a run. */
export interface RowView {
  readonly number: string;
  /** Link to the ticket's page; null where there is none. */
  readonly href: string | null;
  readonly summary: string;
  readonly assignedTo: string;
  readonly group: string;
  readonly opened: string;
  readonly score: string;
  readonly range: string | null;
  readonly band: BandView | null;
  readonly outcome: string;
  readonly tone: Tone;
  readonly needsReview: boolean;
}

/** Builds the row of a reviewed ticket whose page is at `href`. */
export function rowView(ticket: Ticket, card: Scorecard, rubric: RubricInfo, href: string): RowView {
  const { label, tone } = outcome(card);
  const opened = card.ticket.openedAt ?? '';
  return {
    number: visibleLine(card.ticket.number, NAME_LIMIT),
    href,
    summary: visibleLine(ticket.shortDescription ?? '', SUMMARY_LIMIT),
    assignedTo: visibleLine(card.ticket.assignedTo ?? '', NAME_LIMIT),
    group: visibleLine(card.ticket.assignmentGroup ?? '', NAME_LIMIT),
    opened: visibleLine(when(opened), NAME_LIMIT),
    score: card.score === null ? NO_NUMBER : percent(card.score.percent),
    range: card.range === null ? null : rangePercent(card.range),
    band: bandView(rubric, card.band),
    outcome: label,
    tone,
    needsReview: card.needsReview.length > 0,
  };
}

/** Builds the row of a ticket that could not be reviewed. */
export function failureRowView(failure: ReviewFailure): RowView {
  const record = failure.record === undefined ? 'Unknown record' : `Record ${number(failure.record)}`;
  return {
    number: visibleLine(failure.number ?? record, NAME_LIMIT),
    href: null,
    summary: visibleLine(failure.message, 300),
    assignedTo: '',
    group: '',
    opened: '',
    score: NO_NUMBER,
    range: null,
    band: null,
    outcome: 'Not reviewed',
    tone: 'open',
    needsReview: false,
  };
}
