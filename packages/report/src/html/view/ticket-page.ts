import type { PathStep, Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import type { RunInfo } from '../../report.ts';
import { criterionAnchor } from './anchors.ts';
import { type CriterionView, criterionView } from './criterion.ts';
import { EvidenceIndex, type EvidenceView, FINDINGS } from './evidence.ts';
import { humanise, NO_NUMBER, number, plural, when } from './numbers.ts';
import { type ProvenanceView, provenanceView } from './provenance.ts';
import { type TicketTextView, ticketTextView } from './ticket-text.ts';
import { type VerdictView, verdictView } from './verdict.ts';
import { visible, visibleLine } from './visible.ts';

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

function stepView({ criterionId, title, fromLevel, toLevel, gain, liftsAutoFail, coaching }: PathStep): StepView {
  const lift = liftsAutoFail ? 'lifts the automatic fail' : null;
  const points = gain > 0 ? `+${plural(gain, 'point')}` : null;
  return {
    gain: [points, lift].filter((part) => part !== null).join(', '),
    title: visible(title),
    href: `#${criterionAnchor(criterionId)}`,
    change: visible(`${humanise(fromLevel)} → ${humanise(toLevel)}`),
    coaching: coaching.map(visible),
  };
}

function totalView({ score, calculated, deductions, autoFailedBy }: Scorecard): TotalView {
  const result = (value: Scorecard['score']) =>
    value === null ? NO_NUMBER : `${number(value.earned)} of ${number(value.possible)}`;
  const off = deductions > 0 ? `, after ${plural(deductions, 'point')} off` : '';
  if (autoFailedBy.length > 0)
    return { label: `Total (calculated: ${result(calculated)}${off})`, result: result(score) };
  return { label: `Total${off}`, result: result(score) };
}

/** Builds the view of a ticket's page. */
export function ticketPageView(ticket: Ticket, card: Scorecard, run: RunInfo): TicketPageView {
  const index = new EvidenceIndex(ticket, card);
  const titles = new Map(card.criteria.map(({ id, title }) => [id, visible(title)]));
  const link = (id: string) => ({ title: titles.get(id) ?? visible(humanise(id)), href: `#${criterionAnchor(id)}` });
  const criteria = card.criteria.map((result, position) => criterionView(card, position, result, run.rubric, index));
  const onPath = new Set(card.pathToPass.map(({ criterionId }) => criterionId));
  const { assignedTo, assignmentGroup, openedAt } = card.ticket;
  const byline = [
    assignedTo ? `Assigned to ${assignedTo}` : '',
    assignmentGroup ?? '',
    openedAt ? `Opened ${when(openedAt)}` : '',
  ];
  return {
    number: visibleLine(card.ticket.number, 80),
    summary: visibleLine(ticket.shortDescription ?? '', 300),
    byline: byline.filter((part) => part !== '').map((part) => visibleLine(part, 200)),
    verdict: verdictView(card, run.rubric),
    criteria,
    total: totalView(card),
    open: criteria.flatMap(({ unscored, title, anchor }) =>
      unscored === null ? [] : [{ title, href: `#${anchor}`, reason: unscored }],
    ),
    review: card.needsReview.map(link),
    path: card.pathToPass.map(stepView),
    improvements: card.improvements
      .filter(({ criterionId }) => !onPath.has(criterionId))
      .map(({ criterionId, gain, text }) => ({
        ...link(criterionId),
        text: visible(text),
        gain: gain > 0 ? `+${plural(gain, 'point')}` : null,
      })),
    strengths: card.strengths.map(({ criterionId, text }) => ({
      ...link(criterionId),
      text: visible(text),
      gain: null,
    })),
    findings: card.findings.map(({ message, evidence }) => ({
      message: visible(message),
      evidence: index.links(FINDINGS.anchor, evidence),
    })),
    text: ticketTextView(ticket, index),
    provenance: provenanceView(run, card),
  };
}
