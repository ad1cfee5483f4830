import { useEffect, useState } from 'preact/hooks';

/** Something outside of the views that changes, and tells them. */
export class Store<State> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  set(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** What a store holds, as long as the view is shown. */
export function useStore<State>(store: Store<State>): State {
  const [state, setState] = useState({ of: store.state });
  useEffect(() => {
    const read = () => setState({ of: store.state });
    read();
    return store.listen(read);
  }, [store]);
  return state.of;
}
