import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import type { Message, ModelParameters } from '../language-model.ts';
import type { Dialect } from './dialect.ts';
import type { JsonSchema } from './strict-schema.ts';

/** Everything that a request is made of. */
export interface ChatRequest {
  readonly modelId: string;
  readonly messages: readonly Message[];
  readonly schemaName: string;
  readonly schema: JsonSchema;
  readonly parameters: ModelParameters;
  readonly stream: boolean;
}

/** The body of a request for a chat completion, in the dialect of its server. */
export function requestBody(request: ChatRequest, dialect: Dialect): ChatCompletionCreateParams {
  const { modelId, schemaName, schema, parameters, stream } = request;
  const { temperature, seed, maxOutputTokens } = parameters;
  const { format, tokenLimit, without } = dialect;
  return {
    model: modelId,
    messages: format === 'json_schema' ? [...request.messages] : withSchema(request.messages, schema),
    ...(format === 'json_schema' && {
      response_format: { type: format, json_schema: { name: schemaName, strict: true, schema: { ...schema } } },
    }),
    ...(format === 'json_object' && { response_format: { type: format } }),
    ...(temperature !== undefined && !without.has('temperature') && { temperature }),
    ...(seed !== undefined && !without.has('seed') && { seed }),
    ...(maxOutputTokens !== undefined && tokenLimit !== undefined && { [tokenLimit]: maxOutputTokens }),
    ...(stream && { stream, ...(!without.has('stream_options') && { stream_options: { include_usage: true } }) }),
  };
}

/** States the schema after the instructions and before what is asked, so that it stays in the part that is the same each time. */
function withSchema(messages: readonly Message[], schema: JsonSchema): Message[] {
  const content =
    'Answer with one JSON object and nothing else: no words around it. ' +
    `It has to fit this JSON Schema:\n${JSON.stringify(schema)}`;
  const first = messages.findIndex(({ role }) => role !== 'system');
  const place = first === -1 ? messages.length : first;
  return [...messages.slice(0, place), { role: 'system', content }, ...messages.slice(place)];
}
