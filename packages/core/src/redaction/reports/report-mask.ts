import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../../profile/compile.ts';
import type { CompiledRubric } from '../../rubric/compiled-rubric.ts';
import type { Scorecard } from '../../scorecard/schema.ts';
import type { SelectionReport } from '../../selection/schema.ts';
import type { RedactedType } from '../placeholder.ts';
import { ReadTexts } from '../read-text.ts';
import { ScorecardMask } from './masked-scorecard.ts';
import { maskSelection } from './masked-selection.ts';
import { maskTicket } from './masked-ticket.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { type MaskRules, TicketMask } from './ticket-mask.ts';

/** A ticket with its scorecards. */
export interface ShownTicket {
  readonly ticket: Ticket;
  readonly scorecards: readonly Scorecard[];
}

/** Hides personal data in what a report is made of. */
export interface ReportMask {
  /** A reviewed ticket as it may be shown: its texts, and every quote and sentence of its scorecards, which go by the rubrics. */
  reviewed(reviewed: ShownTicket): ShownTicket;
  /** A selection without the names that it was made by. */
  selection(report: SelectionReport): SelectionReport;
}

/** What a report is made by, and what it hides beyond what the profile says. */
export interface ReportMaskOptions {
  /** In the order of a ticket's scorecards. */
  readonly rubrics: readonly CompiledRubric[];
  readonly profile: CompiledProfile;
  /** Pseudonyms instead of names, derived with this key; whatever else tells who somebody is goes, too. Absent: names stay. */
  readonly pseudonymKey?: string | undefined;
}

/** What tells who somebody is. An address of a device does not. */
const TELLING: readonly RedactedType[] = ['PERSON', 'EMAIL', 'PHONE', 'EMPLOYEE_ID', 'ADDRESS', 'USER'];
/** What the engine says is longer than a name, and comes again. */
const KEPT_TEXTS = { longest: 400, limit: 2_000 };

/**
 * Prepares what reports hide: what the profile's `redaction.reports` names, and people where they are to be anonymous.
 * Undefined where nothing is hidden. Secrets need no mask: a review never gives them back.
 *
 * Apply it after the review, and before anything is counted or rendered: an analyst is counted under the pseudonym. Offsets of
 * evidence are those in the masked ticket.
 */
export function createReportMask({ rubrics, profile, pseudonymKey }: ReportMaskOptions): ReportMask | undefined {
  const types = new Set<RedactedType>([
    ...(profile.data.redaction.reports ?? []),
    ...(pseudonymKey === undefined ? [] : TELLING),
  ]);
  if (types.size === 0) return undefined;
  const pseudonyms = pseudonymKey === undefined ? undefined : createPseudonyms(pseudonymKey);
  const rules: MaskRules = { types, pseudonyms, texts: new ReadTexts(KEPT_TEXTS) };
  return {
    reviewed({ ticket, scorecards }) {
      const mask = new TicketMask(ticket, profile, rules);
      const shown = maskTicket(ticket, mask);
      const cards = new ScorecardMask(ticket, shown, mask);
      return {
        ticket: shown,
        scorecards: scorecards.flatMap((card, index) => {
          const rubric = rubrics[index];
          return rubric === undefined ? [] : [cards.scorecard(card, rubric.data)];
        }),
      };
    },
    selection: (report) => (pseudonyms === undefined ? report : maskSelection(report, profile, pseudonyms)),
  };
}
