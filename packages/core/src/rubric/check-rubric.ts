import type { IssueLog } from '../data-file/issue-log.ts';
import type { Rubric } from './schema.ts';

/** What must hold between the parts of a rubric, beyond each criterion by itself. */
export function checkRubric(rubric: Rubric, log: IssueLog): void {
  log.unique(
    rubric.criteria.map(({ id }) => id),
    'criterion id',
    (index) => ['criteria', index, 'id'],
  );
  checkBands(rubric, log);
  const possible = rubric.criteria.reduce(
    (sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)),
    0,
  );
  if (possible === 0)
    log.at('criteria').error('no criterion has points to earn', 'Give at least one level points above 0.');
}

function checkBands({ bands }: Rubric, log: IssueLog): void {
  log.unique(
    bands.map(({ id }) => id),
    'band id',
    (index) => ['bands', index, 'id'],
  );
  bands.forEach((band, index) => {
    const above = bands[index - 1];
    if (above !== undefined && band.from >= above.from) {
      log
        .at('bands', index, 'from')
        .error(
          `the band "${band.id}" starts at ${band.from}, not below "${above.id}" (${above.from})`,
          'List the bands highest first.',
        );
    }
  });
  const lowest = bands.at(-1);
  if (lowest !== undefined && lowest.from !== 0) {
    log
      .at('bands', bands.length - 1, 'from')
      .error(`the bands leave 0 to ${lowest.from} percent uncovered`, 'Let the last band start at 0.');
  }
}
