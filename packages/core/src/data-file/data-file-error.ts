import { TqrsError } from '@tqrs/parser';
import { type DataIssue, formatIssues } from './issue.ts';

/** A rubric or profile that cannot be used. `issues` holds everything that is wrong with it, not only the first thing. */
export abstract class DataFileError extends TqrsError {
  /** The file, or whatever names the source. */
  readonly path: string;
  readonly issues: readonly DataIssue[];

  constructor(kind: 'rubric' | 'profile', path: string, issues: readonly DataIssue[]) {
    super(formatIssues(`The ${kind} ${path}`, issues), {
      code: `${kind}-invalid`,
      hint: `Correct the file, then check it with \`tqrs ${kind} validate <file>\`.`,
    });
    this.path = path;
    this.issues = issues;
  }
}
