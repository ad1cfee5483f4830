/**
 * Prints how far a judge agrees with the labelled samples: percent, kappa and its interval for each criterion and check,
 * the confusion tables, and every miss.
 *
 *   pnpm agreement                                     the offline judge
 *   pnpm agreement --labels <file>                     other labels, with their exports beside them
 *   pnpm agreement --scorecards <file.json|.ndjson>    any other judge: the scorecards of a run over the same tickets
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareWithLabels } from './agreement/compare.ts';
import { formatComparison } from './agreement/format.ts';
import { parseLabels } from './agreement/labels.ts';
import { readScorecards } from './agreement/read-scorecards.ts';
import { reviewLabelled } from './agreement/review-labelled.ts';

const { values } = parseArgs({
  // `pnpm agreement -- --labels …` hands the dashes on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { labels: { type: 'string' }, scorecards: { type: 'string', multiple: true } },
});
const path = values.labels ?? fileURLToPath(new URL('../samples/labels.json', import.meta.url));
const file = parseLabels(await readFile(path, 'utf8'), path);
const judged = values.scorecards ? await readScorecards(values.scorecards) : await reviewLabelled(file, path);

for (const [name, labels] of Object.entries(file.exports)) {
  process.stdout.write(`${formatComparison(compareWithLabels(labels, judged), name)}\n`);
}
