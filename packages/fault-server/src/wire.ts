import type { CompletionDetails, Reply } from './reply.ts';

const USAGE = {
  prompt_tokens: 100,
  completion_tokens: 20,
  total_tokens: 120,
  prompt_tokens_details: { cached_tokens: 40 },
  completion_tokens_details: { reasoning_tokens: 5 },
};

/** What goes over the wire for a reply. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The response for a reply, as one body or as server-sent events. */
export function toWire(reply: Reply, index: number, streamed: boolean): WireResponse {
  if (reply.kind === 'raw') return reply;
  const { details } = reply;
  const text = details.text === undefined ? JSON.stringify(reply.object) : details.text;
  const headers = { 'x-request-id': `req_${index}`, ...details.headers };
  if (streamed) {
    return { status: 200, headers: { 'content-type': 'text/event-stream', ...headers }, body: events(text, details) };
  }
  const body = {
    ...head(details, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, refusal: details.refusal ?? null },
        finish_reason: details.finishReason === undefined ? 'stop' : details.finishReason,
      },
    ],
    ...(details.usage !== null && { usage: details.usage ?? USAGE }),
  };
  return { status: 200, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

function events(text: string | null, details: CompletionDetails): string {
  const choice = (delta: object, finish: string | null = null) => ({
    ...head(details, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const pieces = text?.match(/[\s\S]{1,8}/g) ?? [];
  const chunks: object[] = [
    choice({ role: 'assistant', content: '' }),
    ...pieces.map((content) => choice({ content })),
    ...(details.refusal ? [choice({ refusal: details.refusal })] : []),
    choice({}, details.finishReason === undefined ? 'stop' : details.finishReason),
  ];
  if (details.usage !== null) {
    chunks.push({ ...head(details, 'chat.completion.chunk'), choices: [], usage: details.usage ?? USAGE });
  }
  return `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')}data: [DONE]\n\n`;
}

function head({ model = 'gpt-4o-2024-08-06', fingerprint = 'fp_test' }: CompletionDetails, object: string) {
  return { id: 'chatcmpl-test', object, created: 1_735_689_600, model, system_fingerprint: fingerprint };
}
