import { z } from 'zod';
import { ModelError } from '../errors/model-error.ts';
import type { LanguageModel, Message, ModelCapabilities } from '../language-model.ts';
import type { Spending } from '../token-usage.ts';

/** What is asked: it holds nothing of anybody. */
const QUESTION: readonly Message[] = [
  { role: 'system', content: 'This is a test of the connection. Answer in the form that is asked for.' },
  { role: 'user', content: 'Set "ready" to true.' },
];
const ANSWER = z.object({ ready: z.boolean() });

/** Where the error's own advice does not fit a request as harmless as this one. */
const CURES: Readonly<Record<string, string>> = {
  'model-output-filtered':
    'The filter stops even a harmless request: let the owner of the Azure resource look at its content filter.',
  'model-output-refusal': 'The model refuses even a harmless request: use another model.',
  'model-output-invalid':
    'The model cannot keep to a JSON schema: use another model, or a server that enforces schemas.',
};

interface Asked {
  readonly provider: string;
  readonly host: string;
  /** The model or deployment that was asked for. */
  readonly modelId: string;
  /** From the first byte sent to the last one received, failed attempts included, in milliseconds. */
  readonly latencyMs: number;
  readonly spent: Spending;
}

/** The model answered. */
export interface Healthy extends Asked {
  readonly ok: true;
  /** The model that answered, as the provider names it. */
  readonly answeredBy: string;
  /** What the server accepts. Undefined where the model does not tell. */
  readonly capabilities: ModelCapabilities | undefined;
}

/** The model did not answer. */
export interface Ailing extends Asked {
  readonly ok: false;
  /** The code of the error: `wrong-key`, `certificate`, `model-timeout`, `model-output-filtered`. */
  readonly problem: string;
  /** What happened, and where. */
  readonly message: string;
  /** What to do about it. */
  readonly cure: string | undefined;
  readonly error: ModelError;
}

/** What came of a test request. */
export type Diagnosis = Healthy | Ailing;

/**
 * Makes one tiny structured request and tells what the server supports, or what is wrong and what to do about it. Give it a
 * model with one try to hear of the first failure at once.
 * @throws the signal's reason.
 */
export async function diagnose(
  model: LanguageModel,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Diagnosis> {
  const start = performance.now();
  const asked = (spent: Spending): Asked => ({
    provider: model.provider,
    host: model.endpointHost,
    modelId: model.modelId,
    latencyMs: Math.round(performance.now() - start),
    spent,
  });
  try {
    const { modelId, spent } = await model.generateObject(QUESTION, ANSWER, {
      schemaName: 'connection_test',
      // Sent to see whether they are accepted.
      temperature: model.parameters.temperature ?? 0,
      seed: model.parameters.seed ?? 1,
      // Little for an answer, enough for a model that thinks before it.
      maxOutputTokens: Math.min(model.parameters.maxOutputTokens ?? 1_000, 1_000),
      signal,
    });
    return { ok: true, ...asked(spent), answeredBy: modelId, capabilities: model.capabilities };
  } catch (error) {
    if (!ModelError.isInstance(error)) throw error;
    const { code, message, hint, spent } = error;
    return { ok: false, ...asked(spent), problem: code, message, cure: CURES[code] ?? hint, error };
  }
}
