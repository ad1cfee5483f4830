import type { DataIssue, DataPath } from './issue.ts';
import type { DataFile } from './read-data-file.ts';

/** Collects what is wrong with a document, and where. `at` gives the same log for a place further down. */
export class IssueLog {
  readonly errors: DataIssue[];
  readonly warnings: DataIssue[];
  readonly file: DataFile;
  readonly path: DataPath;

  constructor(file: DataFile, path: DataPath = [], errors: DataIssue[] = [], warnings: DataIssue[] = []) {
    this.file = file;
    this.path = path;
    this.errors = errors;
    this.warnings = warnings;
  }

  at(...steps: DataPath): IssueLog {
    return new IssueLog(this.file, [...this.path, ...steps], this.errors, this.warnings);
  }

  error(message: string, cure: string): void {
    this.errors.push(this.file.issueAt(this.path, message, cure));
  }

  warn(message: string, cure: string): void {
    this.warnings.push(this.file.issueAt(this.path, message, cure));
  }

  /** What YAML took for a comment behind the value here. */
  commentAfter(): string | undefined {
    return this.file.commentAfter(this.path);
  }

  /** Says so where a value occurs twice. `what` names one of them: `criterion id`. */
  unique(values: readonly string[], what: string, place: (index: number) => DataPath): void {
    const seen = new Set<string>();
    values.forEach((value, index) => {
      if (seen.has(value)) this.at(...place(index)).error(`the ${what} "${value}" occurs twice`, 'Give each its own.');
      seen.add(value);
    });
  }
}
