import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JournalEntry, Ticket } from '@tqrs/parser';
import { buildTicket } from '../../testing/build.ts';
import type { RedactedType } from '../placeholder.ts';

/** A mark of a labelled text: a value of a type, or (`KEEP`) one that must stay. Offsets into the text without marks. */
export interface Label {
  readonly type: RedactedType | 'KEEP';
  readonly start: number;
  readonly end: number;
  /** It may be masked, and need not be. */
  readonly optional: boolean;
}

export interface LabelledTicket {
  readonly id: string;
  readonly ticket: Ticket;
  readonly texts: readonly { readonly field: string; readonly text: string; readonly labels: readonly Label[] }[];
}

const MARK = /\{([A-Z_]+|=)(\?)?\|([^|}]*)(?:\|([^}]*))?\}/g;

/** Reads the labelled tickets of a folder beside this file. */
export function readLabelled(folder: 'building' | 'held-out'): LabelledTicket[] {
  const path = (name: string) => fileURLToPath(new URL(`./${folder}/${name}`, import.meta.url));
  return readdirSync(path(''))
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(path(name), 'utf8').split(/^# /m).slice(1).map(readTicket));
}

function readTicket(source: string): LabelledTicket {
  const [head = '', ...sections] = source.split(/^--- /m);
  const [id = '', ...fields] = head.trim().split('\n');
  const ticket: Record<string, unknown> = Object.fromEntries(fields.map((line) => line.split(/: (.*)/)));
  const journals: Record<string, JournalEntry[]> = { workNotes: [], comments: [] };
  const texts = sections.map((section) => {
    const [title = '', ...lines] = section.trimEnd().split('\n');
    const [field = '', author, at = ''] = title.split(' | ');
    const { text, labels } = readMarks(lines.join('\n'));
    if (field in journals) journals[field]?.push({ text, author: author ?? '', at: { text: at } });
    else ticket[field] = text;
    return { field, text, labels };
  });
  return { id, ticket: buildTicket({ ...ticket, ...journals }), texts };
}

function readMarks(marked: string): { text: string; labels: Label[] } {
  const labels: Label[] = [];
  let text = '';
  let from = 0;
  for (const { 0: whole, 1: type, 2: optional, 3: value = '', 4: part, index } of marked.matchAll(MARK)) {
    text += marked.slice(from, index);
    const start = text.length + (part === undefined ? 0 : Math.max(0, value.indexOf(part)));
    labels.push({
      type: type === '=' ? 'KEEP' : (type as RedactedType),
      start,
      end: start + (part ?? value).length,
      optional: optional !== undefined,
    });
    text += value;
    from = index + whole.length;
  }
  return { text: text + marked.slice(from), labels };
}
