import {
  type CompiledRubric,
  createSummary,
  type ExportFinding,
  type RunSummary,
  type SummaryBuilder,
} from '@tqrs/core';
import type { ExportFacts } from '@tqrs/parser';
import type { TicketEvent } from './run-events.ts';

/** One export with what it carries and what came of it. */
interface CountedInput {
  readonly name: string;
  readonly facts: ExportFacts;
  readonly summaries: readonly SummaryBuilder[];
}

/** Sums up a run over several exports: everything by rubric, and what is to be said about each export by its name. */
export class RunTally {
  readonly #rubrics: readonly CompiledRubric[];
  readonly #inputs: CountedInput[] = [];

  constructor(rubrics: readonly CompiledRubric[]) {
    this.#rubrics = rubrics;
  }

  /** Begins with an export, and returns what is to be told of each of its events. */
  begin(name: string, facts: ExportFacts): (event: TicketEvent) => void {
    const summaries = this.#rubrics.map(({ data }) => createSummary(data));
    this.#inputs.push({ name, facts, summaries });
    return (event) => {
      summaries.forEach((summary, index) => {
        const card = event.type === 'reviewed' ? event.shown.scorecards[index] : undefined;
        const part = event.type === 'rendered' ? event.summaries[index] : undefined;
        if (event.type === 'failed') summary.addFailure();
        if (card !== undefined) summary.add(card);
        if (part !== undefined) summary.merge(part);
      });
    };
  }

  /** A summary for each rubric. `facts` are those of the whole run. */
  finish(facts: ExportFacts): RunSummary[] {
    return this.#rubrics.map(({ data }, index) => {
      const total = createSummary(data);
      for (const { summaries } of this.#inputs) {
        const part = summaries[index]?.part();
        if (part !== undefined) total.merge(part);
      }
      return { ...total.finish(facts), exportFindings: this.#findings(index) };
    });
  }

  /** What the exports are like together says nothing about any one of them: each one's own findings are told. */
  #findings(rubric: number): ExportFinding[] {
    const findings = new Map<string, { readonly finding: ExportFinding; readonly names: string[] }>();
    for (const { name, facts, summaries } of this.#inputs) {
      for (const finding of summaries[rubric]?.finish(facts).exportFindings ?? []) {
        const same = findings.get(finding.message);
        if (same) same.names.push(name);
        else findings.set(finding.message, { finding, names: [name] });
      }
    }
    const named = this.#inputs.length > 1;
    return [...findings.values()].map(({ finding, names }) =>
      named ? { ...finding, message: `${names.join(', ')}: ${finding.message}` } : finding,
    );
  }
}

/** What several exports carry between them. It describes the run; no ticket is judged by it. */
export function unionOf(all: readonly (ExportFacts | undefined)[]): ExportFacts {
  const known = all.filter((facts) => facts !== undefined);
  const [only] = known;
  if (only !== undefined && all.length === 1) return only;
  return {
    records: known.reduce((sum, facts) => sum + facts.records, 0),
    complete: known.length === all.length && known.every((facts) => facts.complete),
    exported: [...new Set(known.flatMap((facts) => facts.exported))],
    filled: [...new Set(known.flatMap((facts) => facts.filled))],
  };
}
