import type { Environment } from '@tqrs/llm/settings';
import type { Session } from '../../api/index.ts';
import { isAdmin, type SessionRecord } from '../sessions/session-store.ts';
import { type ChosenModel, modelOfServer, withoutModel } from './chosen-model.ts';

/** Which model a session has: its own, else the one that the server's environment sets up. */
export class Models {
  readonly #base: Environment;
  readonly #server: ChosenModel | undefined;
  /** Addresses that users may name. */
  readonly addresses: readonly string[];

  /** @throws {ModelConfigError} where the server's environment sets up a model in part. */
  constructor(environment: Environment, addresses: readonly string[]) {
    this.#base = withoutModel(environment);
    this.#server = modelOfServer(environment);
    this.addresses = addresses;
  }

  /** The model of the server itself. */
  get ofServer(): ChosenModel | undefined {
    return this.#server;
  }

  /** Undefined: the offline judge alone. What an administrator set up ends with their time. */
  modelFor(session: SessionRecord): ChosenModel | undefined {
    return this.mayChange(session) ? (session.model ?? this.#server) : this.#server;
  }

  /** Whether somebody may set up a model of their own. */
  mayChange(session: SessionRecord): boolean {
    return this.#server === undefined || isAdmin(session);
  }

  /** The environment of a process that uses a model, or none. */
  environmentFor(model: ChosenModel | undefined): Environment {
    return { ...this.#base, ...model?.variables };
  }

  /** What the page is told. */
  stateFor(session: SessionRecord): Session['model'] {
    const model = this.modelFor(session);
    return {
      current: model === undefined ? null : { ...model.description, origin: model.origin },
      configuredOnServer: this.#server !== undefined,
      mayChange: this.mayChange(session),
      addresses: [...this.addresses],
    };
  }
}
