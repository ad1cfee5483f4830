import type { Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import { isMoment, NO_NUMBER, plainMoment } from '../../catalogue/formatter.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { Tone } from '../../marking/tone.ts';
import type { ReviewFailure, RubricInfo } from '../../report.ts';
import { type BandView, bandView } from './band-view.ts';
import { timeText } from './time-note.ts';
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
  /** What its column is sorted by where the text itself does not sort. */
  readonly openedKey: string | null;
  readonly score: string;
  /** As {@link openedKey}: a number that JavaScript reads. */
  readonly scoreKey: string | null;
  readonly range: string | null;
  readonly band: BandView | null;
  readonly outcome: string;
  readonly tone: Tone;
  readonly needsReview: boolean;
}

/** Builds the row of a reviewed ticket whose page is at `href`. */
export function rowView(
  ticket: Ticket,
  card: Scorecard,
  rubric: RubricInfo,
  href: string,
  { t, format }: Localisation,
): RowView {
  const { label, tone } = outcome(card, t);
  const time = card.ticket.openedAt ?? '';
  const opened = timeText(time, format, NAME_LIMIT);
  const sorted = isMoment(time) ? plainMoment(time) : opened;
  const percent = card.score?.percent;
  const score = percent === undefined ? NO_NUMBER : format.percent(percent);
  return {
    number: visibleLine(card.ticket.number, NAME_LIMIT),
    href,
    summary: visibleLine(ticket.shortDescription ?? '', SUMMARY_LIMIT),
    assignedTo: visibleLine(card.ticket.assignedTo ?? '', NAME_LIMIT),
    group: visibleLine(card.ticket.assignmentGroup ?? '', NAME_LIMIT),
    opened,
    openedKey: opened === sorted ? null : sorted,
    score,
    scoreKey: percent === undefined || Number.parseFloat(score) === percent ? null : String(percent),
    range: card.range === null ? null : t.shared.percentRange(card.range),
    band: bandView(rubric, card.band),
    outcome: label,
    tone,
    needsReview: card.needsReview.length > 0,
  };
}

/** Builds the row of a ticket that could not be reviewed. */
export function failureRowView(failure: ReviewFailure, { t }: Localisation): RowView {
  const { record, unknownRecord } = t.ticketsTable;
  const place = failure.record === undefined ? unknownRecord : record(failure.record);
  return {
    number: visibleLine(failure.number ?? place, NAME_LIMIT),
    href: null,
    summary: visibleLine(failure.message, 300),
    assignedTo: '',
    group: '',
    opened: '',
    openedKey: null,
    score: NO_NUMBER,
    scoreKey: null,
    range: null,
    band: null,
    outcome: t.shared.outcomes.notReviewed,
    tone: 'open',
    needsReview: false,
  };
}
