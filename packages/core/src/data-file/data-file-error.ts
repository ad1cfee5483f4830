import { TqrsError } from '@tqrs/parser';
import { type DataIssue, formatIssues } from './issue.ts';

/** A rubric or profile that cannot be used. `issues` holds everything that is wrong with it, not only the first thing, in the order of its lines. */
export abstract class DataFileError extends TqrsError {
  /** The file, or whatever names the source. */
  readonly path: string;
  readonly issues: readonly DataIssue[];

  constructor(kind: 'rubric' | 'profile', path: string, issues: readonly DataIssue[]) {
    const sorted = issues.toSorted((a, b) => placeOf(a) - placeOf(b));
    super(formatIssues(`The ${kind} ${path}`, sorted), {
      code: `${kind}-invalid`,
      hint: `Correct the file, then check it with \`tqrs ${kind} validate <file>\`.`,
    });
    this.path = path;
    this.issues = sorted;
  }
}

/** In the order in which a file is read; what has no line comes first, as it came. */
function placeOf({ line = 0, column = 0 }: DataIssue): number {
  return line + column / 1e6;
}
