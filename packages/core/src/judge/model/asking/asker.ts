import { randomBytes } from 'node:crypto';
import type { LanguageModel, ModelParameters } from '@tqrs/llm';
import type { TqrsError } from '@tqrs/parser';
import { NO_USAGE } from '../../../scorecard/usage.ts';
import { answerSchema, type RawAnswers } from '../answer-schema.ts';
import { type Asked, messagesFor } from '../prompt/messages.ts';
import { type AnswerCache, type KeptAnswers, type StoredAnswer, storedAnswerSchema } from './answer-cache.ts';
import { cacheKey } from './cache-key.ts';
import { cannotKeep, type Failure, failureOf, NOBODY_TO_ASK, notAsked } from './failure.ts';
import { findKept, type KeptPart } from './kept-part.ts';
import { parametersFor } from './parameters.ts';
import { usageOf } from './usage.ts';

/** Answers, and where they come from. */
export interface Answered {
  readonly answers: RawAnswers;
  /** Undefined: no request brought them, the questions were answered one by one in an earlier run. */
  readonly key: string | undefined;
  readonly stored: StoredAnswer;
  /** They come from a request of this run. */
  readonly isNew: boolean;
  /** Why some of the questions have no answer. */
  readonly rest?: Failure;
}

/** What a request came to: answers, or why there are none. */
export type Outcome = Answered | { readonly failure: Failure };

/** What an asker works with. */
export interface AskerOptions {
  readonly model: LanguageModel;
  readonly cache: AnswerCache;
  readonly kept?: KeptAnswers | undefined;
  /** Keys of kept answers that this run asked for before it was interrupted: each counts as asked the first time that it is used. */
  readonly unsettled: Set<string>;
  /** Sends nothing. */
  readonly remembersOnly: boolean;
}

/** How a request is made. */
export interface AskOptions {
  /** Which of several independent answers it is, from 1. */
  readonly vote: number;
  readonly signal: AbortSignal | undefined;
  /** The key of each question, by the id of its item. */
  readonly questions: Readonly<Record<string, string>>;
  /** Is told of every request that was sent or saved. */
  readonly tell: (outcome: Outcome) => void;
}

/** Asks a model, once for equal requests, and knows when asking is over for good. */
export class Asker {
  readonly #model: LanguageModel;
  readonly #cache: AnswerCache;
  readonly #kept: KeptAnswers | undefined;
  readonly #unsettled: Set<string>;
  readonly #remembersOnly: boolean;
  readonly #inFlight = new Map<string, Promise<Outcome>>();
  #everAnswered = false;
  #failedInARow = 0;
  #stopped: TqrsError | undefined;

  constructor({ model, cache, kept, unsettled, remembersOnly }: AskerOptions) {
    this.#remembersOnly = remembersOnly;
    this.#model = model;
    this.#cache = cache;
    this.#kept = kept;
    this.#unsettled = unsettled;
  }

  /** Why nothing more can be asked. */
  get stopped(): TqrsError | undefined {
    return this.#stopped;
  }

  /** Rejects only where the signal is aborted or the cache cannot be read. */
  async ask(asked: Asked, options: AskOptions): Promise<Outcome> {
    const schema = answerSchema(asked.items);
    const parameters = parametersFor(this.#model.parameters, asked.items.length, options.vote);
    const key = cacheKey({ asked, schema, model: this.#model, parameters, vote: options.vote });
    const running = this.#inFlight.get(key);
    if (running !== undefined) {
      const outcome = await running;
      if ('answers' in outcome) options.tell({ ...outcome, isNew: false });
      return outcome;
    }
    const outcome = this.#answer(key, asked, schema, parameters, options);
    this.#inFlight.set(key, outcome);
    try {
      return await outcome;
    } finally {
      this.#inFlight.delete(key);
    }
  }

  async #answer(
    key: string,
    asked: Asked,
    schema: ReturnType<typeof answerSchema>,
    parameters: ModelParameters,
    options: AskOptions,
  ): Promise<Outcome> {
    const { signal, questions, tell } = options;
    const told = <Told extends Outcome>(outcome: Told): Told => {
      tell(outcome);
      return outcome;
    };
    const stored = storedAnswerSchema.safeParse(await this.#cache.get(key));
    const answers = stored.success ? schema.safeParse(stored.data.answers) : undefined;
    if (stored.success && answers?.success) {
      const isNew = this.#unsettled.delete(key);
      return told({ answers: answers.data, key, stored: stored.data, isNew });
    }
    const part = findKept(asked, questions, this.#kept);
    if (part !== undefined) return this.#complete(told(answeredByPart(part)), part, options);
    if (this.#remembersOnly) return { failure: NOBODY_TO_ASK };
    if (this.#stopped !== undefined) return { failure: notAsked(this.#stopped) };

    const mark = randomBytes(6).toString('hex');
    let fresh: StoredAnswer;
    let given: RawAnswers;
    try {
      const settings = { ...parameters, schemaName: 'answers', ...(signal !== undefined && { signal }) };
      const answer = await this.#model.generateObject(messagesFor(asked, mark), schema, settings);
      this.#everAnswered = true;
      this.#failedInARow = 0;
      given = answer.object;
      const { modelId, fingerprint = null, spent } = answer;
      const keys = Object.fromEntries(asked.items.map(({ id }) => [id, questions[id] ?? '']));
      fresh = { answers: { ...given }, answeredBy: modelId, fingerprint, usage: usageOf(spent), questions: keys };
    } catch (error) {
      signal?.throwIfAborted();
      this.#failedInARow++;
      const failure = failureOf(error, { everAnswered: this.#everAnswered, failedInARow: this.#failedInARow });
      this.#stopped ??= failure.stops;
      return told({ failure });
    }
    try {
      await this.#cache.set(key, fresh, true);
    } catch (error) {
      // Whatever else is asked would be paid for and lost.
      this.#stopped ??= cannotKeep(error);
    }
    return told({ answers: given, key, stored: fresh, isNew: true });
  }

  /** Asks for what an earlier run did not answer. */
  async #complete(known: Answered, { rest }: KeptPart, options: AskOptions): Promise<Outcome> {
    if (rest === undefined) return known;
    const outcome = await this.ask(rest, options);
    if ('failure' in outcome) return { ...known, rest: outcome.failure };
    return { ...outcome, answers: { ...known.answers, ...outcome.answers } };
  }
}

function answeredByPart({ answers, source }: KeptPart): Answered {
  const stored = { answers, ...source, usage: NO_USAGE, questions: {} };
  return { answers, key: undefined, stored, isNew: false };
}
