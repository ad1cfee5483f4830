/** Something wrong (or doubtful) in a rubric or profile file. */
export interface DataIssue {
  /** Where in the document: `criteria[2].levels[0].points`. Empty: the document as a whole. */
  readonly path: string;
  /** Counted from 1. Absent where the data did not come from text, or the place came from a base profile. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly cure: string;
}

/** A place in a document, as keys and positions. */
export type DataPath = readonly (string | number)[];

/** What data holds at a place; undefined where there is nothing. */
export function valueAt(value: unknown, path: DataPath): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** `['criteria', 2, 'levels']` as `criteria[2].levels`. */
export function formatPath(path: DataPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const plain = /^[A-Za-z_$][\w$-]*$/.test(step) ? step : JSON.stringify(step);
      return index === 0 ? plain : `.${plain}`;
    })
    .join('');
}

/** One issue as one line for people: `line 3, column 5, at bands[0].from: … . Cure.` */
export function formatIssue(issue: DataIssue): string {
  const place = [
    issue.line === undefined ? undefined : `line ${issue.line}, column ${issue.column ?? 1}`,
    issue.path === '' ? undefined : `at ${issue.path}`,
  ].filter((part) => part !== undefined);
  return `${place.length > 0 ? `${place.join(', ')}: ` : ''}${issue.message}. ${issue.cure}`;
}

/** Issues as an error message: what failed, how often, and the first ten in full. */
export function formatIssues(what: string, issues: readonly DataIssue[]): string {
  const shown = issues.slice(0, 10).map((issue) => `\n  ${formatIssue(issue)}`);
  const rest = issues.length > 10 ? `\n  … and ${issues.length - 10} more` : '';
  return `${what} has ${issues.length === 1 ? 'a problem' : `${issues.length} problems`}:${shown.join('')}${rest}`;
}
