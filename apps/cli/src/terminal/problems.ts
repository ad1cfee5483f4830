import { TicketParseError, type TqrsError } from '@tqrs/parser';
import { counted, number } from './format.ts';
import { plain, plainCut, plainLines } from './plain.ts';

/** Examples named for each kind of problem. */
const EXAMPLES = 3;
/** Kinds kept apart; hostile input could make one of every record. */
const KINDS = 20;

interface Group {
  readonly message: string;
  readonly hint: string | undefined;
  readonly examples: string[];
  count: number;
}

/** Gathers problems, so that ten thousand of one kind are told once. */
export interface ProblemList {
  /** How many were added. */
  readonly count: number;
  add(error: TqrsError): void;
  /** What is to be printed: one entry for each kind, safe for a terminal. */
  lines(): string[];
}

/** An empty list. */
export function createProblemList(): ProblemList {
  const groups = new Map<string, Group>();
  let count = 0;
  let rest = 0;
  return {
    get count() {
      return count;
    },
    add(error) {
      count += 1;
      const key = groupKey(error);
      let group = groups.get(key);
      if (!group && groups.size >= KINDS) {
        rest += 1;
        return;
      }
      if (!group) {
        group = { message: error.message, hint: error.hint, examples: [], count: 0 };
        groups.set(key, group);
      }
      group.count += 1;
      const example = recordOf(error);
      if (example && group.examples.length < EXAMPLES) group.examples.push(example);
    },
    lines() {
      const lines = [...groups.values()].map(describe);
      if (rest > 0) lines.push(`${counted(rest, 'further problem')} of other kinds`);
      return lines;
    },
  };
}

/** Two problems are of one kind where only the record differs. */
function groupKey(error: TqrsError): string {
  if (!(error instanceof TicketParseError)) return `${error.name} ${error.code} ${error.message}`;
  return [error.source, error.code, error.field].join('\n');
}

function recordOf(error: TqrsError): string | undefined {
  if (!(error instanceof TicketParseError) || error.record === undefined) return undefined;
  const number_ = error.number === undefined ? '' : ` (${plainCut(error.number, 24)})`;
  return `${number(error.record)}${number_}`;
}

function describe({ message, hint, examples, count }: Group): string {
  const also =
    count > 1
      ? `\n  ${counted(count, 'record')} like this: ${examples.join(', ')}${count > examples.length ? ', …' : ''}`
      : '';
  return `${plainLines(message)}${also}${hint ? `\n  ${plain(hint)}` : ''}`;
}
