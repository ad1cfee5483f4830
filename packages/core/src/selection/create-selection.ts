import type { ExportFacts, Ticket } from '@tqrs/parser';
import { applyFacts } from '../export-facts/apply-facts.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import { SelectionError } from './errors.ts';
import { LeftOutTally } from './left-out-tally.ts';
import { requirementsOf } from './requirements.ts';
import { Sampler } from './sample/sampler.ts';
import { type Stratum, stratumOf } from './sample/stratum.ts';
import type { SelectionOptions, SelectionReport } from './schema.ts';
import { TicketSet } from './ticket-set.ts';

/** Selects tickets. Options are understood already; every pass over the exports begins anew. */
export interface Selection {
  begin(): SelectionPass;
}

/** One reading of all tickets, export by export. It holds on to none of them. */
export interface SelectionPass {
  /** Begins with the next export. Pass each of its tickets, in order, to what is returned. */
  open(facts: ExportFacts | undefined): (ticket: Ticket) => void;
  finish(): SelectedTickets;
}

/** The tickets that were selected. */
export interface SelectedTickets {
  /** For each export, in the order in which they were opened. */
  readonly exports: readonly TicketSet[];
  readonly report: SelectionReport;
}

const EVERY: Stratum = { key: '', name: '' };

/**
 * Prepares a selection. A condition on a field that the export does not carry selects nothing: a ticket is selected only where it is
 * certain that it belongs.
 *
 * @throws {SelectionError} where an option cannot be read, or two of them exclude each other.
 */
export function createSelection(options: SelectionOptions, profile: CompiledProfile): Selection {
  if (options.limit !== undefined && options.sample !== undefined) {
    throw new SelectionError('A limit and a sample exclude each other.', {
      code: 'limit-and-sample',
      hint: 'Take the first tickets with a limit, or any of them with a sample.',
    });
  }
  const requirements = requirementsOf(options, profile);
  const { timeZone } = profile.data.workingTime;
  const told = inOrder(options);
  return { begin };

  function begin(): SelectionPass {
    const { sample, limit = Number.POSITIVE_INFINITY } = options;
    const sampler = sample && new Sampler<readonly [TicketSet, number]>(sample.size, sample.seed);
    const exports: TicketSet[] = [];
    const leftOut = new LeftOutTally();
    let tickets = 0;
    let eligible = 0;
    let nearDates = 0;

    /** Whether all requirements are met; counts the ticket for the first that is not. */
    const isEligible = (ticket: Ticket): boolean => {
      let matters = false;
      for (const { option, value, test } of requirements) {
        const { answer, zoneMatters } = test(ticket);
        matters ||= zoneMatters;
        if (answer === 'met') continue;
        if (zoneMatters) nearDates++;
        leftOut.add(option, value, answer);
        return false;
      }
      if (matters) nearDates++;
      return true;
    };

    return {
      open(facts) {
        const chosen = new TicketSet();
        exports.push(chosen);
        let next = 0;
        return (ticket) => {
          const ordinal = next++;
          tickets++;
          const seen = facts === undefined ? ticket : applyFacts(ticket, facts);
          if (!isEligible(seen)) return;
          eligible++;
          if (sample !== undefined && sampler !== undefined) {
            const stratum = sample.stratify === undefined ? EVERY : stratumOf(seen, sample.stratify, profile);
            sampler.add(stratum, ticket.number, [chosen, ordinal]);
          } else if (eligible <= limit) chosen.add(ordinal);
          else leftOut.add('limit', String(limit), 'beyond-limit');
        };
      },
      finish() {
        const sampled = sampler?.finish();
        for (const [chosen, ordinal] of sampled?.items ?? []) chosen.add(ordinal);
        const selected = exports.reduce((sum, { size }) => sum + size, 0);
        if (sample !== undefined) leftOut.add('sample', String(sample.size), 'not-sampled', eligible - selected);
        return {
          exports,
          report: {
            options: told,
            tickets,
            selected,
            leftOut: leftOut.counts(),
            ...(sampled && sample?.stratify !== undefined && { strata: [...sampled.strata] }),
            ...(nearDates > 0 && { zoneAssumed: { zone: timeZone, tickets: nearDates } }),
          },
        };
      },
    };
  }
}

/** The options in an order of their own, so that it makes no difference how they were given. */
function inOrder({ assignedTo, groups, where, ...others }: SelectionOptions): SelectionOptions {
  return {
    ...others,
    ...(assignedTo && { assignedTo: assignedTo.toSorted() }),
    ...(groups && { groups: groups.toSorted() }),
    ...(where && { where: where.toSorted() }),
  };
}
