import { type CompiledProfile, type CompiledRubric, type ExportFinding, findingsBeforeReview } from '@tqrs/core';
import {
  type ExportFacts,
  type FieldAliases,
  JOURNAL_FIELDS,
  openExport,
  TEXT_FIELDS,
  TIME_FIELDS,
  type TqrsError,
} from '@tqrs/parser';
import type { InspectedFile, Inspection } from '@tqrs/web/api';
import { problemOf } from '../events/problem-of.ts';
import { findInputs, type Input } from '../review/inputs.ts';
import { bytesOf, surveyInput, tellUnreadable } from '../review/read-input.ts';
import { spoolInputs } from '../review/spool-inputs.ts';
import { Days } from './days.ts';

const FIELDS = [...TEXT_FIELDS, ...JOURNAL_FIELDS, ...TIME_FIELDS];
const MOST_PROBLEMS = 20;
const MOST_CONTACT_TYPES = 20;
const NO_FACTS: ExportFacts = { records: 0, complete: true, exported: [], filled: [] };

/** What is looked through, and with what in mind. */
export interface InspectOptions {
  readonly sources: readonly string[];
  /** What the sources are to be called. */
  readonly names: readonly string[] | undefined;
  /** What the findings are about. */
  readonly rubrics: readonly CompiledRubric[];
  readonly profile: CompiledProfile;
  readonly signal: AbortSignal;
}

/** Tells what exports hold, and what they do not show of what the rubrics ask for. Nothing is reviewed. */
export async function inspectSources(options: InspectOptions): Promise<Inspection> {
  const { sources, names, rubrics, profile, signal } = options;
  const aliases = profile.data.fieldAliases;
  const { found, problems, skipped } = await findInputs(sources, aliases, names);
  const spooled = await spoolInputs(found, signal);
  try {
    const files: InspectedFile[] = [];
    for (const input of spooled.found) files.push(await inspect(input, aliases, rubrics, signal));
    return {
      schemaVersion: 1,
      rubrics: rubrics.map(({ data }) => data.id),
      profile: profile.data.id,
      files,
      skipped: [...problems, ...skipped].map(problemOf),
      tickets: files.reduce((sum, file) => sum + file.tickets, 0),
    };
  } finally {
    await spooled.dispose();
  }
}

async function inspect(
  input: Input,
  aliases: FieldAliases,
  rubrics: readonly CompiledRubric[],
  signal: AbortSignal,
): Promise<InspectedFile> {
  const problems: TqrsError[] = [];
  let problemCount = 0;
  const onProblem = ({ error }: { readonly error: TqrsError }) => {
    problemCount += 1;
    if (problems.length < MOST_PROBLEMS) problems.push(error);
  };
  const read = { aliases, signal, onProblem };
  const [opened, closed] = [new Days(), new Days()];
  const contactTypes = new Map<string, number>();
  let format: InspectedFile['format'] = null;
  let tickets = 0;
  try {
    const found = await openExport(bytesOf(input, signal), { source: input.shortName, aliases });
    if (found.problem === undefined) format = found.format ?? null;
    for await (const ticket of found.tickets({ onProblem })) {
      tickets += 1;
      opened.add(ticket.openedAt);
      closed.add(ticket.closedAt ?? ticket.resolvedAt);
      const value = ticket.contactType?.trim();
      if (value) contactTypes.set(value, (contactTypes.get(value) ?? 0) + 1);
    }
  } catch (error) {
    tellUnreadable(error, input, read);
  }
  const facts = (await surveyInput(input, read)) ?? NO_FACTS;
  return {
    name: input.shortName,
    format,
    tickets,
    fields: {
      filled: FIELDS.filter((field) => facts.filled.includes(field)),
      blank: FIELDS.filter((field) => facts.exported.includes(field) && !facts.filled.includes(field)),
      missing: FIELDS.filter((field) => !facts.exported.includes(field)),
    },
    opened: opened.range(),
    closed: closed.range(),
    contactTypes: [...contactTypes]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_CONTACT_TYPES)
      .map(([value, count]) => ({ value, tickets: count })),
    findings: tickets === 0 ? [] : findingsFor(rubrics, facts),
    problems: problems.map(problemOf),
    problemCount,
  };
}

/** Each once, however many rubrics ask for the same. */
function findingsFor(rubrics: readonly CompiledRubric[], facts: ExportFacts): ExportFinding[] {
  const all = rubrics.flatMap(({ data }) => findingsBeforeReview(data, facts));
  return [...new Map(all.map((finding) => [finding.message, finding])).values()];
}
