import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { ModelOutputError } from '../errors/model-output-error.ts';
import type {
  FinishReason,
  GeneratedObject,
  GenerateOptions,
  LanguageModel,
  Message,
  ModelParameters,
  ObjectStream,
} from '../language-model.ts';
import { type Spending, type TokenUsage, UNKNOWN_USAGE } from '../token-usage.ts';
import { FAULTS, type Fault } from './faults.ts';

/** One call as a model receives it. */
export interface ModelCall {
  /** Which call of this model it is, from 0. */
  readonly index: number;
  readonly messages: readonly Message[];
  readonly schema: z.ZodType;
  readonly options: GenerateOptions;
}

/** What a call is answered with: an object, a named fault, or an error of your own. */
export type ScriptedReply = ({ readonly object: unknown } | { readonly fault: Fault } | { readonly error: Error }) & {
  readonly usage?: Partial<TokenUsage>;
  /** Absent: one attempt with that usage, at an unknown cost. */
  readonly spent?: Partial<Spending>;
  readonly finishReason?: FinishReason;
  /** The model that answers, where it is not the one asked for. */
  readonly modelId?: string;
  readonly requestId?: string | undefined;
  readonly fingerprint?: string | undefined;
  /** Milliseconds before the reply comes. An abort ends the wait. */
  readonly delayMs?: number;
};

/** Replies in the order of the calls, or a function of the call. */
export type Script = readonly ScriptedReply[] | ((call: ModelCall) => ScriptedReply | Promise<ScriptedReply>);

/** How a scripted model presents itself. */
export interface ScriptedModelOptions {
  readonly provider?: string;
  readonly modelId?: string;
  readonly endpointHost?: string;
  readonly parameters?: ModelParameters;
}

/** A model that follows a script. */
export interface ScriptedModel extends LanguageModel {
  /** The calls so far, in the order in which they began. */
  readonly calls: readonly ModelCall[];
}

/**
 * A model without a network, for tests. Objects are checked against the schema as true answers are: one that breaks it is a
 * `ModelOutputError` of the kind `invalid`. A script that has run out rejects with a plain `Error`.
 */
export function scriptedModel(script: Script, options: ScriptedModelOptions = {}): ScriptedModel {
  const { provider = 'scripted', modelId = 'scripted-model', endpointHost = 'model.invalid' } = options;
  const calls: ModelCall[] = [];

  async function generateObject<Schema extends z.ZodType>(
    messages: readonly Message[],
    schema: Schema,
    options: GenerateOptions,
  ): Promise<GeneratedObject<z.infer<Schema>>> {
    const call = { index: calls.length, messages, schema, options };
    calls.push(call);
    options.signal?.throwIfAborted();
    const reply = await nextReply(script, call);
    if (reply.delayMs) await wait(reply.delayMs, undefined, { signal: options.signal }).catch(() => {});
    options.signal?.throwIfAborted();

    const usage = { ...UNKNOWN_USAGE, ...reply.usage };
    const spent = { attempts: 1, usage, costUsd: undefined, ...reply.spent };
    if ('error' in reply) throw reply.error;
    if ('fault' in reply) throw FAULTS[reply.fault](spent);
    const checked = schema.safeParse(reply.object);
    if (!checked.success) {
      const paths = checked.error.issues.map(({ path }) => path.join('.'));
      const message = `The scripted answer of call ${call.index} does not fit the schema: ${paths.join(', ')}.`;
      throw new ModelOutputError(message, { kind: 'invalid', paths, spent });
    }
    return {
      object: checked.data,
      finishReason: reply.finishReason ?? 'stop',
      usage,
      spent,
      modelId: reply.modelId ?? modelId,
      requestId: reply.requestId,
      fingerprint: reply.fingerprint,
    };
  }

  return {
    provider,
    modelId,
    endpointHost,
    parameters: options.parameters ?? {},
    calls,
    generateObject,
    streamObject: (messages, schema, options) => streamWhole(generateObject(messages, schema, options)),
  };
}

/** A stream that shows the answer once it is there. */
export function streamWhole<Value>(result: Promise<GeneratedObject<Value>>): ObjectStream<Value> {
  // Whoever only reads the text has not seen the failure: it must not end the process.
  result.catch(() => {});
  async function* text() {
    const answer = await result.catch(() => undefined);
    if (answer) yield JSON.stringify(answer.object);
  }
  return { text: text(), result };
}

async function nextReply(script: Script, call: ModelCall): Promise<ScriptedReply> {
  if (typeof script === 'function') return script(call);
  const reply = script[call.index];
  if (!reply) throw new Error(`The script has ${script.length} replies, and this is call ${call.index + 1}.`);
  return reply;
}
