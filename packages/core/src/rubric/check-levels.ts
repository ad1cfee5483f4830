import { checkCoaching } from '../data-file/check-coaching.ts';
import type { IssueLog } from '../data-file/issue-log.ts';
import type { Level } from './schema.ts';

/** Levels stand best first, and the best one costs nothing. `log` stands at the list. */
export function checkLevels(levels: readonly Level[], log: IssueLog): void {
  log.unique(
    levels.map(({ id }) => id),
    'level id',
    (index) => [index, 'id'],
  );
  const best = levels[0];
  if (best?.deduction !== undefined) {
    log.at(0, 'deduction').error(`the best level "${best.id}" has a deduction`, 'Put a level without one first.');
  }
  if (best?.autoFail === true) {
    log.at(0, 'autoFail').error(`the best level "${best.id}" is an automatic fail`, 'Put a level that is none first.');
  }
  levels.forEach((level, index) => {
    if (level.coaching !== undefined) checkCoaching(level.coaching, log.at(index, 'coaching'));
    const above = levels[index - 1];
    if (above !== undefined && compareLevels(above, level) > 0) {
      log
        .at(index)
        .error(
          `the level "${level.id}" is better than "${above.id}" above it`,
          'List the levels best first: automatic fails last, then by deduction, then by points.',
        );
    }
  });
}

/** Negative where `a` is better than `b`: by automatic fail, then deduction, then points. */
function compareLevels(a: Level, b: Level): number {
  return Number(a.autoFail) - Number(b.autoFail) || (a.deduction ?? 0) - (b.deduction ?? 0) || b.points - a.points;
}
