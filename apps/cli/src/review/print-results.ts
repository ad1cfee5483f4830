import { join } from 'node:path';
import type { CompiledProfile, CompiledRubric } from '@tqrs/core';
import { RUN_FILE } from '@tqrs/core/runs';
import { rangesInWords } from '@tqrs/report';
import { wrapped } from '../terminal/format.ts';
import { type ModelSummaryInput, modelSummary } from '../terminal/model-summary.ts';
import { painterFor, widthOf } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import { selectionSummary } from '../terminal/selection-summary.ts';
import { summaryText } from '../terminal/summary.ts';
import type { Target } from './target.ts';
import type { Results } from './write-results.ts';

/** What stands beside the results of a run. */
export interface PrintedRun {
  readonly rubrics: readonly CompiledRubric[];
  readonly profile: CompiledProfile;
  /** Its name. */
  readonly judge: string;
  readonly target: Pick<Target, 'summary' | 'folder'>;
  /** What a language model was asked, where one was. */
  readonly model: ModelSummaryInput | undefined;
  /** The file to open first, of each report. */
  readonly entries: readonly string[];
  readonly isComplete: boolean;
  /** The report has pseudonyms in place of names. */
  readonly isAnonymous: boolean;
}

/** Prints what a person wants to know of a run at its end. */
export function printResults(
  { summaries, selection, interrupted, stopped }: Pick<Results, 'summaries' | 'selection' | 'interrupted' | 'stopped'>,
  { rubrics, profile, judge, target, model, entries, isComplete, isAnonymous }: PrintedRun,
): void {
  const out = target.summary;
  const paint = painterFor(out);
  for (const [index, summary] of summaries.entries()) {
    const rubric = rubrics[index]?.data;
    if (rubric === undefined || summary.tickets === 0) continue;
    const certain = rangesInWords(summary.ranges);
    const ended = { interrupted, stopped: stopped !== undefined };
    const input = { rubric, profileId: profile.data.id, judge, summary, certain, ...ended };
    out.write(`${index > 0 ? '\n\n' : ''}${summaryText(input, paint, widthOf(out))}`);
  }
  if (selection !== undefined) out.write(`\n${selectionSummary(selection, paint, widthOf(out))}`);
  if (model !== undefined) out.write(`\n${modelSummary(model, paint, widthOf(out))}`);
  for (const [index, entry] of entries.entries())
    out.write(`${index > 0 ? '' : '\n'}${paint('bold', 'Report')}  ${plain(entry)}\n`);
  if (target.folder === undefined) return;
  const folder = plain(target.folder);
  if (isAnonymous) {
    const record = plain(join(target.folder, RUN_FILE));
    const note = `are pseudonyms in the report, and still stand in ${record}. To hand the report on, write one without that: tqrs report ${folder} --anonymize --out <folder>`;
    out.write(`${wrapped(`${paint('bold', 'Names')}   ${note}`, widthOf(out), '        ')}\n`);
  }
  if (!isComplete) out.write(`${paint('bold', 'Go on')}   tqrs review --resume ${folder}\n`);
}
