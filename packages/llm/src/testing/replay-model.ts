import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GeneratedObject, GenerateOptions, LanguageModel, Message } from '../language-model.ts';
import { type ModelCall, type ScriptedModelOptions, scriptedModel, streamWhole } from './scripted-model.ts';

/** An answer of a true model with the key of its question. It holds no prompt, and survives JSON. */
export interface Recording {
  readonly key: string;
  readonly answer: GeneratedObject<unknown>;
}

/** What tells one question from another. Write your own where prompts hold something random. */
export type KeyOf = (call: Omit<ModelCall, 'index'>) => string;

/** The SHA-256 of messages, schema and parameters. */
export const keyOfCall: KeyOf = ({ messages, schema, options: { signal: _, ...options } }) =>
  createHash('sha256')
    .update(JSON.stringify([messages, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), options]))
    .digest('hex');

/** Wraps a true model and keeps its answers, to be replayed by {@link replayModel}. Failures are not kept. */
export function recordModel(
  model: LanguageModel,
  { keyOf = keyOfCall }: { readonly keyOf?: KeyOf } = {},
): LanguageModel & { readonly recordings: readonly Recording[] } {
  const recordings: Recording[] = [];
  async function generateObject<Schema extends z.ZodType>(
    messages: readonly Message[],
    schema: Schema,
    options: GenerateOptions,
  ): Promise<GeneratedObject<z.infer<Schema>>> {
    const answer = await model.generateObject(messages, schema, options);
    recordings.push({ key: keyOf({ messages, schema, options }), answer });
    return answer;
  }
  return {
    provider: model.provider,
    modelId: model.modelId,
    endpointHost: model.endpointHost,
    parameters: model.parameters,
    recordings,
    generateObject,
    streamObject: (messages, schema, options) => streamWhole(generateObject(messages, schema, options)),
  };
}

/**
 * Answers from recordings. The same question asked again gets the next recording of it, and the last one from then on.
 * A question that was never recorded rejects with a plain `Error`.
 */
export function replayModel(
  recordings: readonly Recording[],
  { keyOf = keyOfCall, ...options }: ScriptedModelOptions & { readonly keyOf?: KeyOf } = {},
): LanguageModel {
  const asked = new Map<string, number>();
  return scriptedModel((call) => {
    const key = keyOf(call);
    const matching = recordings.filter((recording) => recording.key === key);
    const nth = asked.get(key) ?? 0;
    asked.set(key, nth + 1);
    const answer = (matching[nth] ?? matching.at(-1))?.answer;
    return answer ?? { error: new Error(`No answer was recorded for this question (${key.slice(0, 12)}).`) };
  }, options);
}
