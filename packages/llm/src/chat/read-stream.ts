import type { FinishReason } from '../language-model.ts';
import { type TokenUsage, UNKNOWN_USAGE } from '../token-usage.ts';
import { type Completion, chunkSchema, finishReasonOf, usageOf } from './read-completion.ts';

/**
 * Puts the events of a streamed completion together, and tells the text so far after each. Undefined where the stream ended
 * before the answer did.
 */
export async function readStream(
  events: AsyncIterable<unknown>,
  onText: (text: string) => void,
): Promise<Completion | undefined> {
  let text = '';
  let refused = false;
  let finish: string | undefined;
  let usage: TokenUsage = UNKNOWN_USAGE;
  let modelId: string | undefined;
  let fingerprint: string | undefined;
  for await (const event of events) {
    const { data } = chunkSchema.safeParse(event);
    if (!data) continue;
    const [choice] = data.choices;
    modelId = data.model || modelId;
    fingerprint = data.system_fingerprint ?? fingerprint;
    if (data.usage) usage = usageOf(data.usage);
    if (choice?.delta?.refusal) refused = true;
    finish = choice?.finish_reason ?? finish;
    if (choice?.delta?.content) {
      text += choice.delta.content;
      onText(text);
    }
  }
  if (finish === undefined) return undefined;
  const finishReason: FinishReason = finishReasonOf(finish, refused);
  return { text, refused, finishReason, usage, modelId, fingerprint };
}
