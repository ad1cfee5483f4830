import { overlapping, type Span, withoutOverlaps } from '../text/spans.ts';
import { type Words, wordsOf } from '../text/words.ts';
import { findAddresses } from './find/addresses.ts';
import { findEmails } from './find/emails.ts';
import { findEmployeeIds } from './find/employee-ids.ts';
import type { Labelled } from './find/labelled.ts';
import { findNetworkAddresses } from './find/network.ts';
import { findPhones } from './find/phones.ts';
import { protectedSpans } from './find/protected.ts';
import { findUserNames } from './find/user-names.ts';
import type { KnownValues } from './known-values.ts';
import type { NameIndex } from './people/name-index.ts';
import type { Personal } from './personal.ts';
import { placeholdersIn } from './placeholder.ts';
import { blotsIn } from './secrets/blots.ts';
import { findSecrets } from './secrets/find-secrets.ts';

/** What a ticket tells about the values in it. */
export interface Knowledge {
  readonly people: NameIndex;
  readonly values: KnownValues;
  /** What the profile says to leave. */
  readonly kept: KnownValues;
}

/** What the text itself tells to be personal, whatever else the ticket says. */
export function toldIn(text: string, { values }: Pick<Labelled, 'values'>): Personal[] {
  return [...values, ...findEmployeeIds(text), ...findUserNames(text), ...findAddresses(text)];
}

/** What a text shows by itself, whatever ticket it stands in. */
export interface Shapes {
  readonly words: Words;
  readonly taken: Taken;
}

/**
 * Finds secrets and what has a shape of its own, then what must stay, then what the words around it tell: what comes first
 * keeps its place. `told`: see {@link toldIn}.
 */
export function shapesIn(text: string, told: readonly Personal[]): Shapes {
  const taken = new Taken(placeholdersIn(text));
  taken.add(blotsIn(text).map((span) => secret(text, span)));
  taken.add(findSecrets(text).map((span) => secret(text, span)));
  taken.add(findEmails(text));
  taken.add(findNetworkAddresses(text));
  taken.add(told.filter(({ type }) => type === 'ADDRESS'));
  taken.protect(protectedSpans(text));
  taken.add(told);
  return { words: wordsOf(text), taken };
}

/** The personal values in a text, in order, without overlaps: its own ones, then those that the rest of its ticket tells. */
export function findPersonal(text: string, shapes: Shapes, { people, values, kept }: Knowledge): Personal[] {
  const { words } = shapes;
  const taken = shapes.taken.copy();
  taken.add(values.find(text, words));
  taken.add(findPhones(text, values.isPhone, taken.spans));
  taken.add(people.find(text, words).map(({ person, ...span }) => ({ type: 'PERSON', key: String(person), ...span })));
  const keep = withoutOverlaps(kept.find(text, words));
  return taken.personal.filter(({ type, ...span }) => type === 'SECRET' || !isWithin(span, keep));
}

function secret(text: string, { start, end }: Span): Personal {
  return { type: 'SECRET', key: text.slice(start, end), start, end };
}

function isWithin({ start, end }: Span, spans: readonly Span[]): boolean {
  const outer = overlapping(spans, { start, end });
  return outer !== undefined && outer.start <= start && end <= outer.end;
}

/** Stretches of a text that are spoken for. What comes first keeps its place. */
class Taken {
  #spans: readonly Span[];
  readonly #personal: Personal[];

  constructor(spans: readonly Span[], personal: readonly Personal[] = []) {
    this.#spans = spans;
    this.#personal = [...personal];
  }

  /** The same, to which more can be added. */
  copy(): Taken {
    return new Taken(this.#spans, this.#personal);
  }

  get spans(): readonly Span[] {
    return this.#spans;
  }

  get personal(): Personal[] {
    return this.#personal.toSorted((a, b) => a.start - b.start);
  }

  add(found: readonly Personal[]): void {
    if (found.length === 0) return;
    const free = withoutOverlaps(found.filter((span) => overlapping(this.#spans, span) === undefined));
    this.#personal.push(...free);
    this.protect(free);
  }

  protect(spans: readonly Span[]): void {
    if (spans.length === 0) return;
    const free = spans.filter((span) => overlapping(this.#spans, span) === undefined);
    this.#spans = [...this.#spans, ...free].sort((a, b) => a.start - b.start);
  }
}
