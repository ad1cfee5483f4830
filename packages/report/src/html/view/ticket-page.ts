import type { PathStep, Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import { NO_NUMBER } from '../../catalogue/formatter.ts';
import type { Catalogue } from '../../catalogue/languages.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { RunInfo } from '../../report.ts';
import { criterionAnchor } from './anchors.ts';
import { type CriterionView, criterionView } from './criterion.ts';
import { EvidenceIndex, type EvidenceView, FINDINGS_ANCHOR } from './evidence.ts';
import { humanise } from './humanise.ts';
import { type ProvenanceView, provenanceView } from './provenance.ts';
import { type TicketTextView, ticketTextView } from './ticket-text.ts';
import { timeText } from './time-note.ts';
import { type VerdictView, verdictView } from './verdict.ts';
import { visible, visibleLine } from './visible.ts';

const BYLINE_LIMIT = 200;

/** One fix on the way to the pass mark. */
export interface StepView {
  readonly gain: string;
  readonly title: string;
  readonly href: string;
  readonly change: string;
  readonly coaching: readonly string[];
}

/** A remark about one criterion. */
export interface RemarkView {
  readonly title: string;
  readonly href: string;
  readonly text: string;
  /** `5 points`; null where nothing is to gain. */
  readonly gain: string | null;
}

/** Something worth knowing that costs no points. */
export interface FindingView {
  readonly message: string;
  readonly evidence: readonly EvidenceView[];
}

/** The last line of the score sheet. */
export interface TotalView {
  readonly label: string;
  readonly result: string;
}

/** Everything that a ticket's page shows. */
export interface TicketPageView {
  readonly number: string;
  readonly summary: string;
  readonly byline: readonly string[];
  readonly verdict: VerdictView;
  readonly criteria: readonly CriterionView[];
  readonly total: TotalView;
  readonly open: readonly { readonly title: string; readonly href: string; readonly reason: string }[];
  readonly review: readonly { readonly title: string; readonly href: string }[];
  readonly path: readonly StepView[];
  readonly improvements: readonly RemarkView[];
  readonly strengths: readonly RemarkView[];
  readonly findings: readonly FindingView[];
  readonly text: TicketTextView;
  readonly provenance: ProvenanceView;
}

function stepView(
  { criterionId, title, fromLevel, toLevel, gain, liftsAutoFail, coaching }: PathStep,
  { ticketPage }: Catalogue,
): StepView {
  const lift = liftsAutoFail ? ticketPage.liftsAutomaticFail : null;
  const points = gain > 0 ? ticketPage.gain(gain) : null;
  return {
    gain: [points, lift].filter((part) => part !== null).join(', '),
    title: visible(title),
    href: `#${criterionAnchor(criterionId)}`,
    change: ticketPage.change(visible(humanise(fromLevel)), visible(humanise(toLevel))),
    coaching: coaching.map(visible),
  };
}

function totalView(
  { score, calculated, deductions, autoFailedBy }: Scorecard,
  { shared, ticketPage: { sheet } }: Catalogue,
): TotalView {
  const result = (value: Scorecard['score']) => (value === null ? NO_NUMBER : shared.of(value.earned, value.possible));
  const isOff = deductions > 0;
  if (autoFailedBy.length === 0)
    return { label: isOff ? sheet.totalOff(deductions) : sheet.total, result: result(score) };
  const before = result(calculated);
  const label = isOff ? sheet.totalCalculatedOff(before, deductions) : sheet.totalCalculated(before);
  return { label, result: result(score) };
}

/** Builds the view of a ticket's page. */
export function ticketPageView(ticket: Ticket, card: Scorecard, run: RunInfo, local: Localisation): TicketPageView {
  const { t, format } = local;
  const { ticketPage } = t;
  const index = new EvidenceIndex(ticket, card, t);
  const titles = new Map(card.criteria.map(({ id, title }) => [id, visible(title)]));
  const link = (id: string) => ({ title: titles.get(id) ?? visible(humanise(id)), href: `#${criterionAnchor(id)}` });
  const criteria = card.criteria.map((result, position) =>
    criterionView(card, position, result, run.rubric, index, local),
  );
  const onPath = new Set(card.pathToPass.map(({ criterionId }) => criterionId));
  const { assignedTo, assignmentGroup, openedAt } = card.ticket;
  const byline = [
    assignedTo ? ticketPage.assignedTo(visibleLine(assignedTo, BYLINE_LIMIT)) : '',
    visibleLine(assignmentGroup ?? '', BYLINE_LIMIT),
    openedAt ? ticketPage.opened(timeText(openedAt, format, BYLINE_LIMIT)) : '',
  ];
  return {
    number: visibleLine(card.ticket.number, 80),
    summary: visibleLine(ticket.shortDescription ?? '', 300),
    byline: byline.filter((part) => part !== ''),
    verdict: verdictView(card, run.rubric, local),
    criteria,
    total: totalView(card, t),
    open: criteria.flatMap(({ reason, title, anchor }) =>
      reason === null ? [] : [{ title, href: `#${anchor}`, reason }],
    ),
    review: card.needsReview.map(link),
    path: card.pathToPass.map((step) => stepView(step, t)),
    improvements: card.improvements
      .filter(({ criterionId }) => !onPath.has(criterionId))
      .map(({ criterionId, gain, text }) => ({
        ...link(criterionId),
        text: visible(text),
        gain: gain > 0 ? ticketPage.gain(gain) : null,
      })),
    strengths: card.strengths.map(({ criterionId, text }) => ({
      ...link(criterionId),
      text: visible(text),
      gain: null,
    })),
    findings: card.findings.map(({ message, evidence }) => ({
      message: visible(message),
      evidence: index.links(FINDINGS_ANCHOR, evidence),
    })),
    text: ticketTextView(ticket, index, local),
    provenance: provenanceView(run, card, local),
  };
}
