import { DataFileError } from '../data-file/data-file-error.ts';
import type { DataIssue } from '../data-file/issue.ts';

/** A rubric that cannot be used. */
export class RubricError extends DataFileError {
  override readonly name: string = 'RubricError';

  constructor(path: string, issues: readonly DataIssue[]) {
    super('rubric', path, issues);
  }
}
