import { DataFileError } from '../data-file/data-file-error.ts';
import type { DataIssue } from '../data-file/issue.ts';

/** A profile that cannot be used. */
export class ProfileError extends DataFileError {
  override readonly name: string = 'ProfileError';

  constructor(path: string, issues: readonly DataIssue[]) {
    super('profile', path, issues);
  }
}
