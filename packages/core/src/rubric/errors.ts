import { TqrsError } from '@tqrs/parser';
import { type DataIssue, formatIssues } from '../data-file/issue.ts';

/** Something wrong (or doubtful) in a rubric, with its place and the cure. */
export type RubricIssue = DataIssue;

/** A rubric that cannot be used. `issues` holds everything that is wrong with it, not only the first thing. */
export class RubricError extends TqrsError {
  override readonly name: string = 'RubricError';
  /** The file, or whatever names the source. */
  readonly path: string;
  readonly issues: readonly RubricIssue[];

  constructor(path: string, issues: readonly RubricIssue[]) {
    super(formatIssues(`The rubric ${path}`, issues), {
      code: 'rubric-invalid',
      hint: 'Correct the file, then check it with `tqrs rubric validate <file>`.',
    });
    this.path = path;
    this.issues = issues;
  }
}
