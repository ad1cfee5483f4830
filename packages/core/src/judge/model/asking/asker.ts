import { randomBytes } from 'node:crypto';
import type { LanguageModel, ModelParameters } from '@tqrs/llm';
import type { TqrsError } from '@tqrs/parser';
import { answerSchema, type RawAnswers } from '../answer-schema.ts';
import { type Asked, messagesFor } from '../prompt/messages.ts';
import { type AnswerCache, type StoredAnswer, storedAnswerSchema } from './answer-cache.ts';
import { cacheKey } from './cache-key.ts';
import { type Failure, failureOf, notAsked } from './failure.ts';
import { usageOf } from './usage.ts';

/** Where a model says nothing else. */
const OUTPUT_TOKENS = 2_000;
/** More than any answer takes; many questions need more than {@link OUTPUT_TOKENS}. */
const OUTPUT_TOKENS_PER_ITEM = 120;

/** Where a model says nothing else: the same answer again, as far as a provider can. */
const FIRST_SEED = 1;

/** What a request came to: answers, or why there are none. */
export type Outcome =
  | { readonly answers: RawAnswers; readonly stored: StoredAnswer; readonly isNew: boolean }
  | { readonly failure: Failure };

/** What an asker works with. */
export interface AskerOptions {
  readonly model: LanguageModel;
  readonly cache: AnswerCache;
  /** Is told of every request that was sent or saved. */
  readonly onOutcome: (outcome: Outcome) => void;
}

/** Asks a model, once for equal requests, and knows when asking is over for good. */
export class Asker {
  readonly #model: LanguageModel;
  readonly #cache: AnswerCache;
  readonly #onOutcome: (outcome: Outcome) => void;
  readonly #inFlight = new Map<string, Promise<Outcome>>();
  #everAnswered = false;
  #failedInARow = 0;
  #stopped: TqrsError | undefined;

  constructor({ model, cache, onOutcome }: AskerOptions) {
    this.#model = model;
    this.#cache = cache;
    this.#onOutcome = onOutcome;
  }

  /** Why nothing more can be asked. */
  get stopped(): TqrsError | undefined {
    return this.#stopped;
  }

  /** Rejects only where the signal is aborted or the cache fails. */
  async ask(asked: Asked, vote: number, signal: AbortSignal | undefined): Promise<Outcome> {
    const schema = answerSchema(asked.items);
    const parameters = this.#parametersFor(asked.items.length, vote);
    const key = cacheKey({ asked, schema, model: this.#model, parameters, vote });
    const running = this.#inFlight.get(key);
    if (running !== undefined) return running;
    const outcome = this.#answer(key, asked, schema, parameters, signal);
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
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const kept = storedAnswerSchema.safeParse(await this.#cache.get(key));
    const answers = kept.success ? schema.safeParse(kept.data.answers) : undefined;
    if (kept.success && answers?.success) return this.#told({ answers: answers.data, stored: kept.data, isNew: false });
    if (this.#stopped !== undefined) return { failure: notAsked(this.#stopped) };

    const mark = randomBytes(6).toString('hex');
    let stored: StoredAnswer;
    let given: RawAnswers;
    try {
      const options = { ...parameters, schemaName: 'answers', ...(signal !== undefined && { signal }) };
      const answer = await this.#model.generateObject(messagesFor(asked, mark), schema, options);
      this.#everAnswered = true;
      this.#failedInARow = 0;
      given = answer.object;
      const { modelId, fingerprint = null, spent } = answer;
      stored = { answers: { ...given }, answeredBy: modelId, fingerprint, usage: usageOf(spent) };
    } catch (error) {
      signal?.throwIfAborted();
      this.#failedInARow++;
      const failure = failureOf(error, { everAnswered: this.#everAnswered, failedInARow: this.#failedInARow });
      this.#stopped ??= failure.stops;
      return this.#told({ failure });
    }
    await this.#cache.set(key, stored);
    return this.#told({ answers: given, stored, isNew: true });
  }

  #told(outcome: Outcome): Outcome {
    this.#onOutcome(outcome);
    return outcome;
  }

  /** With one seed, all votes would be one. */
  #parametersFor(items: number, vote: number): ModelParameters {
    const { temperature, seed = FIRST_SEED } = this.#model.parameters;
    return {
      ...(temperature !== undefined && { temperature }),
      seed: seed + vote - 1,
      maxOutputTokens: outputLimitFor(this.#model.parameters, items),
    };
  }
}

/** How long the answer to so many questions may be, in tokens. */
export function outputLimitFor({ maxOutputTokens = OUTPUT_TOKENS }: ModelParameters, items: number): number {
  return Math.max(maxOutputTokens, items * OUTPUT_TOKENS_PER_ITEM);
}
