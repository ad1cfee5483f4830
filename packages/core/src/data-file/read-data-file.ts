import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { DataIssue, DataPath } from './issue.ts';
import { formatPath } from './issue.ts';

/** A parsed YAML or JSON document that knows where each value stands. */
export interface DataFile {
  readonly value: unknown;
  /** Syntax errors. Where there are any, `value` is undefined. */
  readonly issues: readonly DataIssue[];
  /** An issue at a place of the document, with line and column where they are known. */
  issueAt(path: DataPath, message: string, cure: string): DataIssue;
  /** What YAML took for a comment behind an unquoted text: `#` for `- room #`. Undefined where there is none. */
  commentAfter(path: DataPath): string | undefined;
}

/** Reads YAML or JSON text (JSON is YAML), or takes data that is parsed already. Never throws. */
export function readDataFile(input: string | object): DataFile {
  if (typeof input !== 'string') return fromObject(input);
  const lines = new LineCounter();
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = [...document.errors, ...document.warnings].map(
    (problem): DataIssue => ({
      path: '',
      ...at(problem.pos[0]),
      message: firstLine(problem.message),
      cure: SYNTAX_CURES[problem.code] ?? 'Correct the YAML (or JSON) there.',
    }),
  );
  const issueAt: DataFile['issueAt'] = (path, message, cure) => {
    const offset = offsetOf(document.contents, path);
    return { path: formatPath(path), ...(offset === undefined ? {} : at(offset)), message, cure };
  };
  const commentAfter: DataFile['commentAfter'] = (path) => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return undefined;
    return /^[ \t]+(#[^\n\r]*)/.exec(text.slice(node.range[1], node.range[1] + LONGEST_COMMENT))?.[1];
  };
  if (syntax.length > 0) return { value: undefined, issues: syntax, issueAt, commentAfter };
  try {
    return { value: withoutSchemaKey(document.toJS()), issues: [], issueAt, commentAfter };
  } catch (error) {
    // The yaml package refuses documents whose aliases expand without end.
    const message = firstLine(error instanceof Error ? error.message : String(error));
    return {
      value: undefined,
      issues: [issueAt([], message, 'Write the values out instead of using aliases.')],
      issueAt,
      commentAfter,
    };
  }
}

/** As much of a comment as is looked at. */
const LONGEST_COMMENT = 200;

const SYNTAX_CURES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two entries.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Line the entries of one list or map up in the same column.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds ": " in quotes, or correct the indentation.',
  BAD_SCALAR_START: 'Put the text in quotes.',
  MULTIPLE_DOCS: 'Keep one document in the file (no second `---`).',
  TAG_RESOLVE_FAILED: 'Remove the tag (`!…`), or put the text in quotes.',
};

function fromObject(value: object): DataFile {
  return {
    value: withoutSchemaKey(value),
    issues: [],
    issueAt: (path, message, cure) => ({ path: formatPath(path), message, cure }),
    commentAfter: () => undefined,
  };
}

/** Editors find the JSON Schema of a JSON file by its `$schema` key; it is no part of the data. */
function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, '$schema'))
    return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'));
}

/** Where the value at `path` stands; where there is none, the nearest thing above it. */
function offsetOf(root: Node | null, path: DataPath): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

function firstLine(message: string): string {
  const end = message.indexOf('\n');
  const line = (end < 0 ? message : message.slice(0, end)).replace(/ at line \d+, column \d+:?$/, '');
  return line.replace(/[.:]$/, '');
}
