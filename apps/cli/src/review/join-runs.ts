import { type CompiledRubric, createSummary, type ExportFinding, type ReviewEvent } from '@tqrs/core';
import type { ExportFacts } from '@tqrs/parser';

/** The review of one export, not begun yet. */
export interface InputRun {
  readonly name: string;
  /** What the whole export carries, where that is known before its review. */
  readonly facts: ExportFacts | undefined;
  start(): AsyncIterable<ReviewEvent>;
}

/** The events of several reviews with one rubric as those of one: one start, one end, tickets counted on. */
export async function* joinRuns(
  runs: readonly InputRun[],
  rubric: CompiledRubric,
): AsyncGenerator<ReviewEvent, void, undefined> {
  const facts = unionOf(runs.map((run) => run.facts));
  const summary = createSummary(rubric.data);
  const findings = new Map<string, { readonly finding: ExportFinding; readonly names: string[] }>();
  let started = false;
  let offset = 0;
  for (const run of runs) {
    let tickets = 0;
    for await (const event of run.start()) {
      if (event.type === 'run-start') {
        if (!started) yield { ...event, facts };
        started = true;
      } else if (event.type === 'run-end') {
        for (const finding of event.summary.exportFindings) {
          const same = findings.get(finding.message);
          if (same) same.names.push(run.name);
          else findings.set(finding.message, { finding, names: [run.name] });
        }
      } else {
        if (event.type === 'review-end') summary.add(event.scorecard);
        if (event.type === 'review-error') summary.addFailure();
        tickets = event.index + 1;
        yield { ...event, index: event.index + offset };
      }
    }
    offset += tickets;
  }
  // What the exports are like together says nothing about any one of them: their own findings are told.
  const exportFindings = [...findings.values()].map(({ finding, names }) => ({
    ...finding,
    message: `${names.join(', ')}: ${finding.message}`,
  }));
  yield { type: 'run-end', summary: { ...summary.finish(facts), exportFindings } };
}

/** What several exports carry between them. It describes the run; no ticket is judged by it. */
function unionOf(all: readonly (ExportFacts | undefined)[]): ExportFacts {
  const known = all.filter((facts) => facts !== undefined);
  return {
    records: known.reduce((sum, facts) => sum + facts.records, 0),
    complete: known.length === all.length && known.every((facts) => facts.complete),
    exported: [...new Set(known.flatMap((facts) => facts.exported))],
    filled: [...new Set(known.flatMap((facts) => facts.filled))],
  };
}
