import { asFailure, type Told } from '../api/failure.ts';
import { sendFile } from '../api/send-file.ts';
import { Store } from './store.ts';

/** A file on its way to the server. */
export interface Transfer {
  /** Tells it apart from others of the same name. */
  readonly key: number;
  readonly file: File;
  readonly sent: number;
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly failure?: Told | undefined;
}

/**
 * The files of one upload that are not there yet. They are sent one after the other: they are reviewed in the order in which
 * they arrive. It lives on while other views are shown; one that arrived leaves the list, and `onArrived` is told.
 */
export class Transfers extends Store<readonly Transfer[]> {
  readonly #upload: string;
  #going: { readonly key: number; readonly stop: AbortController } | undefined;
  #next = 1;
  #onArrived = () => {};

  constructor(upload: string) {
    super([]);
    this.#upload = upload;
  }

  /** Tells what happens when a file has arrived. */
  set onArrived(listener: () => void) {
    this.#onArrived = listener;
  }

  /** Adds files. Those that `refuse` says something of are not sent. */
  add(files: readonly File[], refuse: (file: File, place: number) => Told | undefined): void {
    const added = files.map((file, place): Transfer => {
      const failure = refuse(file, place);
      return { key: this.#next++, file, sent: 0, state: failure === undefined ? 'waiting' : 'failed', failure };
    });
    this.set([...this.state, ...added]);
    this.#go();
  }

  /** Cancels a file, or takes one that failed off the list. */
  drop(key: number): void {
    if (this.#going?.key === key) this.#going.stop.abort();
    this.set(this.state.filter((transfer) => transfer.key !== key));
  }

  /** Sends a file again that failed. */
  retry(key: number): void {
    this.#change(key, { state: 'waiting', sent: 0, failure: undefined });
    this.#go();
  }

  #go(): void {
    const next = this.state.find(({ state }) => state === 'waiting');
    if (this.#going === undefined && next !== undefined) this.#send(next);
  }

  async #send({ key, file }: Transfer): Promise<void> {
    const stop = new AbortController();
    this.#going = { key, stop };
    this.#change(key, { state: 'sending' });
    try {
      await sendFile(this.#upload, file, {
        signal: stop.signal,
        onProgress: (sent) => this.#change(key, { sent: Math.min(sent, file.size) }),
      });
      this.drop(key);
      this.#onArrived();
    } catch (error) {
      if (!stop.signal.aborted) this.#change(key, { state: 'failed', failure: asFailure(error) });
    }
    this.#going = undefined;
    this.#go();
  }

  #change(key: number, change: Partial<Transfer>): void {
    this.set(this.state.map((transfer) => (transfer.key === key ? { ...transfer, ...change } : transfer)));
  }
}

const known = new Map<string, Transfers>();

/** The transfers of an upload. */
export function transfersOf(upload: string): Transfers {
  const transfers = known.get(upload) ?? new Transfers(upload);
  known.set(upload, transfers);
  return transfers;
}
