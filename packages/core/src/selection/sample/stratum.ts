import { levelOf, type Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../../profile/compile.ts';
import { foldLabel } from '../../profile/fold-label.ts';

/** What a sample can be stratified by. */
export const STRATIFY = ['analyst', 'group', 'priority', 'contact-type'] as const;
/** One of {@link STRATIFY}. */
export type Stratify = (typeof STRATIFY)[number];

const FIELDS = {
  analyst: 'assignedTo',
  group: 'assignmentGroup',
  priority: 'priority',
  'contact-type': 'contactType',
} as const satisfies Readonly<Record<Stratify, keyof Ticket>>;

const NOT_EXPORTED = '(not exported)';
const BLANK = '(blank)';

/** Whether the name of a stratum stands for no value. */
export const isNoValue = (name: string): boolean => name === NOT_EXPORTED || name === BLANK;

/** A stratum of tickets. */
export interface Stratum {
  /** The same for every way to write the value. */
  readonly key: string;
  readonly name: string;
}

/** The stratum of a ticket. A blank value is one of its own, and so is one that was not exported. */
export function stratumOf(ticket: Ticket, stratify: Stratify, profile: CompiledProfile): Stratum {
  const value = ticket[FIELDS[stratify]];
  if (value === undefined) return { key: 'not exported', name: NOT_EXPORTED };
  if (value.trim() === '') return { key: 'left blank', name: BLANK };
  const name = profile.nameOf(value).trim();
  const level = stratify === 'priority' ? levelOf(name) : undefined;
  return { key: level === undefined ? foldLabel(name) : String(level), name };
}
