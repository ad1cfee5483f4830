import type { ReceivedBody, ReceivedRequest } from './fault-server.ts';
import { completion, type Reply } from './reply.ts';

/** One question as a prompt asks it. */
export interface AskedItem {
  readonly id: string;
  readonly fields: readonly string[];
  readonly verdicts: readonly string[];
}

/** What a request asks about a ticket. */
export interface AskedTicket {
  readonly items: readonly AskedItem[];
  /** The texts of each field, entry by entry, as the model sees them. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Everything that the model sees of the ticket. */
  readonly ticket: string;
  /** The request once more, without what is random in it. */
  readonly key: string;
  readonly isCorrection: boolean;
}

/** An answer as a model writes it. */
export interface WrittenAnswer {
  readonly field: string;
  readonly quote: string | null;
  readonly reason: string;
  readonly verdict: string;
}

/** What a model says to a question of a ticket; undefined: something fitting. */
export type Opinion = (item: AskedItem, ticket: AskedTicket) => Partial<WrittenAnswer> | undefined;

interface ItemSchema {
  readonly properties: { readonly field: { readonly enum: string[] }; readonly verdict: { readonly enum: string[] } };
}

/** Reads a request as a model would. */
export function readRequest(body: ReceivedBody): AskedTicket {
  const last = body.messages?.at(-1)?.content ?? '';
  const mark = /with the mark (\w+)/.exec(last)?.[1] ?? '';
  const [, inside = ''] = last.split(`${mark} BEGIN\n`);
  const [ticket = ''] = inside.split(`\n${mark} END`);
  const texts = new Map<string, string[]>();
  for (const part of ticket.split(`${mark} field `).slice(1)) {
    const [head = '', ...lines] = part.split('\n');
    const field = head.split(',')[0] ?? '';
    texts.set(field, [...(texts.get(field) ?? []), lines.join('\n').trim()]);
  }
  const schema = schemaOf(body);
  const items = Object.entries(schema).map(([id, { properties }]) => ({
    id,
    fields: properties.field.enum,
    verdicts: properties.verdict.enum,
  }));
  const key = JSON.stringify([last.replaceAll(mark, 'MARK'), items.map(({ id }) => id), body.seed]);
  return { items, texts, ticket, key, isCorrection: last.includes('Look again at what you answered') };
}

/** Strict schemas come beside the prompt; where a server knows none, the prompt states them. */
function schemaOf(body: ReceivedBody): Record<string, ItemSchema> {
  const strict = body.response_format?.json_schema?.schema;
  const stated = body.messages?.map(({ content }) => /fit this JSON Schema:\n(.*)$/s.exec(content)?.[1]).find(Boolean);
  const schema = strict ?? JSON.parse(stated ?? '{"properties":{}}');
  return (schema as { properties: Record<string, ItemSchema> }).properties;
}

/** Answers everything that is asked: by the opinion, else with the best verdict and the first words of a field. */
export function answerAll(ticket: AskedTicket, opinion: Opinion = () => undefined): Record<string, WrittenAnswer> {
  return Object.fromEntries(
    ticket.items.map((item) => [item.id, { ...standardAnswer(item, ticket), ...opinion(item, ticket) }]),
  );
}

/** A model that thinks so, and answers everything that it is asked. */
export const model =
  (opinion?: Opinion) =>
  ({ body }: ReceivedRequest): Reply =>
    completion(answerAll(readRequest(body), opinion));

function standardAnswer({ fields, verdicts }: AskedItem, { texts }: AskedTicket): WrittenAnswer {
  const field = fields.find((name) => /\w{3}.*\w{3}/.test(texts.get(name)?.[0] ?? '')) ?? fields[0] ?? '';
  const text = texts.get(field)?.[0] ?? '';
  const quote = text.split('\n').at(-1)?.split(' ').slice(0, 8).join(' ') ?? '';
  return { field, quote, reason: 'It says so.', verdict: verdicts[0] ?? '' };
}
