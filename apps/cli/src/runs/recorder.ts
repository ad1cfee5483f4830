import type { ReviewResult, Scorecard, SentRecord } from '@tqrs/core';
import {
  failureToStore,
  type PlacedTicket,
  RunError,
  type RunStore,
  resultOf,
  type StoredTicket,
} from '@tqrs/core/runs';
import type { ExportFacts, Ticket, TqrsError } from '@tqrs/parser';
import type { ReviewFailure } from '@tqrs/report';
import type { InputEvent, RunEvent } from '../review/run-events.ts';

/** Why a criterion is open that asking again may settle. `not-asked` belongs to a run that ended early: it is asked in any case. */
const RETRYABLE: ReadonlySet<string> = new Set(['judge-failed', 'not-asked']);
const UNFINISHED: ReadonlySet<string> = new Set(['not-asked']);

/** How a run is gone on with. */
export interface RecorderOptions {
  /** Reviews again what a failed request left unscored. */
  readonly retryUnscored: boolean;
  /** Is told what was sent about tickets that are not reviewed again. */
  readonly recall: (sent: SentRecord | Pick<SentRecord, 'outcomes'>) => void;
}

/** A record that could not be read, as a run keeps it. */
export interface UnreadRecord {
  /** How many tickets of the run were read before it. */
  readonly after: number;
  readonly failure: ReviewFailure;
}

/** Keeps a run while it goes on, and tells what of it is finished already. */
export class Recorder {
  readonly #store: RunStore;
  readonly #options: RecorderOptions;
  readonly #finished: Iterator<PlacedTicket>;
  readonly #recalled = new WeakSet<object>();
  /** Failed requests of tickets that are reviewed again: they were paid for. */
  readonly #failures = new Map<number, SentRecord['outcomes']>();
  readonly #count: number;
  #next = 0;
  #taken = 0;
  #source = 0;
  #unread = 0;

  constructor(store: RunStore, options: RecorderOptions) {
    this.#store = store;
    this.#options = options;
    this.#count = store.count;
    this.#finished = store.tickets();
  }

  /** Whether the next ticket was finished, or at least begun, before the run was interrupted. */
  get isCatchingUp(): boolean {
    return this.#taken < this.#count;
  }

  /**
   * The result of the next ticket, where it is finished already.
   * @throws {RunError} where the export holds another ticket in its place.
   */
  readonly earlier = (ticket: Ticket): ReviewResult | undefined => {
    // What was added since is in the record, too.
    if (!this.isCatchingUp) return undefined;
    const next = this.#finished.next();
    if (next.done) return undefined;
    this.#taken++;
    const { position, stored } = next.value;
    if (('failed' in stored ? stored.failed.number : stored.ticket.number) !== ticket.number)
      throw new RunError(
        `The export is not the one that the run began with: its ticket ${position + 1} is another one.`,
        {
          code: 'run-export-changed',
          hint: 'Name the export that the run began with, or begin a new run.',
        },
      );
    if (!('failed' in stored) && this.#isOpen(stored.scorecards)) {
      const outcomes = stored.sent?.outcomes.filter((outcome) => 'failure' in outcome) ?? [];
      this.#options.recall({ outcomes });
      this.#failures.set(position, outcomes);
      return undefined;
    }
    const result = resultOf(stored);
    if (!('error' in result) && result.sent !== undefined) this.#options.recall(result.sent);
    this.#recalled.add(markOf(result));
    return result;
  };

  /** The tickets that follow come from this export. */
  readonly beginSource = (position: number, name: string, facts: ExportFacts): void => {
    this.#source = position;
    this.#store.setSource(position, { name, facts });
  };

  /** Whether these are the scorecards of a ticket that was finished before. */
  isRecalled([first]: readonly Scorecard[]): boolean {
    return first !== undefined && this.#recalled.has(first);
  }

  /** Adds what an event tells. It is on disk after the next `commit`. */
  add(event: InputEvent | RunEvent): void {
    if (event.type === 'end') {
      if (event.selection !== undefined) this.#store.setSelection(event.selection);
    } else if (event.type === 'rendered') {
      if (event.chunk !== undefined) this.#store.addChunk(this.#source, event.chunk);
      this.#next += event.chunk?.count ?? 0;
    } else if (event.type === 'failed') {
      this.#place(event.error, () => failureToStore(event.number, event.error));
    } else if (event.type === 'reviewed') {
      const { ticket, scorecards, sent } = event;
      this.#place(scorecards[0], (position) => ({ ticket, scorecards, sent: this.#withFailures(position, sent) }));
    }
  }

  /** Adds a record that could not be read. */
  addUnread(unread: UnreadRecord): void {
    this.#store.setFailure(this.#unread++, unread);
  }

  /** Everything that was added is on disk when this returns. */
  commit(): void {
    this.#store.commit();
  }

  /** Ends the run. */
  finish(complete: boolean): void {
    this.#store.setComplete(complete);
    this.#store.commit();
    this.#store.close();
  }

  #place(mark: TqrsError | Scorecard | undefined, make: (position: number) => StoredTicket): void {
    const position = this.#next++;
    if (mark !== undefined && this.#recalled.has(mark)) return;
    if (position < this.#count) this.#store.revise(position, make(position));
    else this.#store.add(this.#source, make(position));
  }

  #withFailures(position: number, sent: SentRecord | undefined): SentRecord | undefined {
    const before = this.#failures.get(position) ?? [];
    this.#failures.delete(position);
    return sent && { ...sent, outcomes: [...before, ...sent.outcomes] };
  }

  #isOpen(scorecards: readonly Scorecard[]): boolean {
    const reasons = this.#options.retryUnscored ? RETRYABLE : UNFINISHED;
    return scorecards.some(({ criteria }) =>
      criteria.some(({ verdict }) => verdict.status === 'unscored' && reasons.has(verdict.reason)),
    );
  }
}

/** What a result is known again by: the very object. */
function markOf(result: ReviewResult): object {
  return 'error' in result ? result.error : (result.scorecards[0] ?? result);
}
