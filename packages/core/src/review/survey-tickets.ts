import { type ExportFacts, factsOf, type Ticket } from '@tqrs/parser';

/** Tickets with the facts that were gathered from the first of them. */
export interface SurveyedTickets {
  readonly facts: ExportFacts;
  /** All tickets, from the first on. Can be read once. Leaving it early closes the source. */
  readonly tickets: AsyncIterable<Ticket>;
}

/**
 * Gathers export facts from a stream that can be read only once: holds back the first tickets, learns from them, and
 * replays them. For a file, the parser's `surveyExport` sees all of it.
 *
 * An error of the source is thrown where it stands in the stream: after the good tickets before it.
 *
 * @param limit How many tickets to hold back at most.
 */
export async function surveyTickets(
  source: AsyncIterable<Ticket> | Iterable<Ticket>,
  limit = 1000,
): Promise<SurveyedTickets> {
  const rest = iteratorOf(source);
  const held: Ticket[] = [];
  let end: Ending | undefined;
  while (held.length < limit && end === undefined) {
    try {
      const next = await rest.next();
      if (next.done) end = {};
      else held.push(next.value);
    } catch (error) {
      end = { failure: { error } };
    }
  }
  const facts = factsOf(held, end !== undefined && end.failure === undefined);
  const replay = new Replay(held.reverse(), rest, end);
  return { facts, tickets: { [Symbol.asyncIterator]: () => replay } };
}

/** The iterator of a source, synchronous or not. */
export function iteratorOf<Item>(source: AsyncIterable<Item> | Iterable<Item>): AsyncIterator<Item> | Iterator<Item> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}

/** How a source ended: at its last ticket, or by an error. */
interface Ending {
  readonly failure?: { readonly error: unknown };
}

/** Hands out what was held back, letting go of each, then the rest. No generator: one that never began closes nothing. */
class Replay implements AsyncIterator<Ticket> {
  /** Last first. */
  readonly #held: Ticket[];
  readonly #rest: AsyncIterator<Ticket> | Iterator<Ticket>;
  #end: Ending | undefined;

  constructor(held: Ticket[], rest: AsyncIterator<Ticket> | Iterator<Ticket>, end: Ending | undefined) {
    this.#held = held;
    this.#rest = rest;
    this.#end = end;
  }

  async next(): Promise<IteratorResult<Ticket>> {
    const value = this.#held.pop();
    if (value !== undefined) return { done: false, value };
    if (this.#end === undefined) return this.#rest.next();
    const { failure } = this.#end;
    this.#end = {};
    if (failure !== undefined) throw failure.error;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Ticket>> {
    const wasOpen = this.#end === undefined;
    this.#held.length = 0;
    this.#end = {};
    if (wasOpen) await this.#rest.return?.();
    return { done: true, value: undefined };
  }
}
