import { join } from 'node:path';
import {
  type CompiledProfile,
  type CompiledRubric,
  type Finding,
  loadProfile,
  loadRubric,
  type SelectionReport,
} from '@tqrs/core';
import { RUN_FILE, type RunConfiguration, type RunRecord, readRun } from '@tqrs/core/runs';
import { type Ticket, TicketParseError, TqrsError } from '@tqrs/parser';
import type { Input } from '../review/inputs.ts';
import type { Unread } from '../review/write-results.ts';
import type { UnreadRecord } from './recorder.ts';

/** A secret was blotted out of the ticket before it was kept: nobody can find it there again. */
const LOST_FINDINGS: ReadonlySet<string> = new Set(['secret-in-ticket']);

/** A kept run as the source of another one. */
export interface RunSource {
  readonly configuration: RunConfiguration;
  /** Its exports, as it read them. */
  readonly inputs: readonly Input[];
  /** Which tickets of its exports it reviewed. Undefined: all of them. */
  readonly selection: SelectionReport | undefined;
  /** What it could not read or review. */
  readonly unread: readonly Unread[];
  rubrics(): CompiledRubric[];
  profile(): CompiledProfile;
  close(): void;
}

/**
 * Opens a run to take its tickets.
 * @throws {RunError} where there is none in the folder, or it is in use.
 */
export function openSource(folder: string): RunSource {
  const record = readRun(join(folder, RUN_FILE));
  const { configuration } = record;
  const inputs = record.sources().map(({ name, facts }, position): Input => {
    const findings = new WeakMap<Ticket, readonly Finding[]>();
    return {
      name,
      shortName: name,
      reopenable: true,
      open: () => {
        throw new TypeError('The tickets of a kept run are no bytes.');
      },
      kept: {
        facts,
        hash: configuration.sources[position]?.hash ?? null,
        findingsOf: (ticket) => findings.get(ticket) ?? [],
        *tickets() {
          for (const { stored } of record.tickets(position)) {
            if ('failed' in stored) continue;
            const found = stored.scorecards[0]?.findings.filter(({ id }) => LOST_FINDINGS.has(id)) ?? [];
            findings.set(stored.ticket, found);
            yield stored.ticket;
          }
        },
      },
    };
  });
  return {
    configuration,
    inputs,
    selection: record.selection,
    unread: unreadIn(record),
    rubrics: () => configuration.rubrics.map(({ data }) => loadRubric(data)),
    profile: () => loadProfile(configuration.profile.data, { base: configuration.profile.data }),
    close: () => record.close(),
  };
}

/** What a run could not read, as it kept it. */
export function unreadIn(record: RunRecord): Unread[] {
  return record.failures().map((stored) => {
    const { after, failure } = stored as UnreadRecord;
    const { message, code, hint, source, record: position, number } = failure;
    const told = { code, ...(hint !== undefined && { hint }) };
    if (source === undefined) return { after, error: new TqrsError(message, told) };
    const place = { ...(position !== undefined && { record: position }), ...(number !== undefined && { number }) };
    return { after, error: new TicketParseError(message, { ...told, source, ...place }) };
  });
}
