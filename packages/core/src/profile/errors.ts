import { TqrsError } from '@tqrs/parser';
import { type DataIssue, formatIssues } from '../data-file/issue.ts';

/** Something wrong (or doubtful) in a profile, with its place and the cure. */
export type ProfileIssue = DataIssue;

/** A profile that cannot be used. `issues` holds everything that is wrong with it, not only the first thing. */
export class ProfileError extends TqrsError {
  override readonly name: string = 'ProfileError';
  /** The file, or whatever names the source. */
  readonly path: string;
  readonly issues: readonly ProfileIssue[];

  constructor(path: string, issues: readonly ProfileIssue[]) {
    super(formatIssues(`The profile ${path}`, issues), {
      code: 'profile-invalid',
      hint: 'Correct the file, then check it with `tqrs profile validate <file>`.',
    });
    this.path = path;
    this.issues = issues;
  }
}
