import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Times of a report, as machines and as people read them, and how long a run took. */
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{3}Z)?| UTC)|(?<= time=")[\d.]+/g;

/** Everything that a run left in its folder but its record, file by file, without the times. */
export function readRunFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).filter((path) => !path.endsWith('run.sqlite'));
  return Object.fromEntries(
    paths.toSorted().map((path) => [relative(folder, path), readFileSync(path, 'utf8').replace(TIME, '<time>')]),
  );
}

/** The scorecards in a run's report. */
export function scorecardsIn(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).scorecards as {
    readonly ticket: { readonly number: string };
    readonly status: string;
    readonly score: { readonly earned: number; readonly possible: number } | null;
    readonly criteria: readonly {
      readonly id: string;
      readonly points: number | null;
      readonly verdict: { readonly status: string; readonly reason?: string };
    }[];
  }[];
}
