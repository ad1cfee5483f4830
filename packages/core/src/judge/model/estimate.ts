import { costOf, estimateInputTokens, type LanguageModel, type Price, UNKNOWN_USAGE } from '@tqrs/llm';
import { z } from 'zod';
import { isSevere } from '../../review/two-keys.ts';
import { NO_USAGE } from '../../scorecard/usage.ts';
import type { Judge, JudgeContext, Question } from '../judge.ts';
import { answerSchema } from './answer-schema.ts';
import type { KeptAnswers } from './asking/answer-cache.ts';
import { outputLimitFor } from './asking/parameters.ts';
import { questionKey } from './asking/question-key.ts';
import type { Item } from './items.ts';
import { LONGEST_TICKET, type PreparedTicket, prepareTicket } from './prepare-ticket.ts';
import { messagesFor } from './prompt/messages.ts';
import { FEWEST_VOTES } from './rounds/answer-ticket.ts';

/** What so many requests take. */
export interface Load {
  readonly requests: number;
  readonly inputTokens: number;
  /** The part of `inputTokens` that a provider keeps, where it keeps the beginning of a prompt that it has seen. */
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null where the price is not known. */
  readonly costUsd: number | null;
}

/** What a run would ask and take, failed attempts aside. */
export interface Estimate {
  /** Tickets that a model would be asked about. The others are decided by rules alone. */
  readonly tickets: number;
  /** Where answers hold, as they mostly do. */
  readonly likely: Load;
  /** Where every answer is contested and as long as it may be, and nothing is kept. */
  readonly worst: Load;
}

/** A judge that only counts. */
export interface EstimatingJudge extends Judge {
  /** What the tickets so far would take. */
  estimate(): Estimate;
}

/** What is estimated. */
export interface EstimateOptions {
  readonly model: Pick<LanguageModel, 'provider' | 'endpointHost' | 'modelId' | 'parameters'>;
  readonly redact?: boolean;
  readonly votes?: number;
  /** The answers of an earlier run. What they answer is not asked. */
  readonly kept?: KeptAnswers | undefined;
  /** Absent: costs are unknown. */
  readonly price?: Price | undefined;
}

/** Characters of English prose, forms and JSON that make a token, by the tokenizers of today's models. */
const CHARACTERS_PER_TOKEN = 4.2;
/** An answer of a quote, a reason and a verdict, with its keys. */
const TOKENS_PER_ANSWER = 45;
const TOKENS_PER_MESSAGE = 8;
/** Shorter beginnings are not kept. */
const LEAST_KEPT_TOKENS = 1_024;

/** Makes a judge that answers nothing and sends nothing: it adds up what asking would take. */
export function createEstimatingJudge(options: EstimateOptions): EstimatingJudge {
  const { model, redact = true, votes = 1, price, kept } = options;
  const likely = new Sum(price);
  const worst = new Sum(price);
  const seen = new Set<string>();
  let tickets = 0;

  function isKept(item: Item, { written }: PreparedTicket, { profile }: JudgeContext): boolean {
    if (kept === undefined) return false;
    return kept.find(questionKey(item, { written, profile: profile.data, model, vote: 1 })) !== undefined;
  }

  function count(prepared: PreparedTicket, items: readonly Item[]): void {
    const { bundle, written, planted } = prepared;
    const messages = messagesFor({ bundle, ticket: written, items }, '0'.repeat(12));
    const schema = z.toJSONSchema(answerSchema(items));
    const [system = '', last = ''] = messages.map(({ content }) => content);
    const beginning = tokensIn(JSON.stringify(schema)) + tokensIn(system);
    const kept = JSON.stringify([bundle.hash, items.map(({ id }) => id)]);
    const inputTokens = beginning + tokensIn(last) + messages.length * TOKENS_PER_MESSAGE;
    const times = Math.max(votes, planted.isFlagged ? FEWEST_VOTES : 1);
    for (let vote = 0; vote < times; vote++) {
      const isKept = seen.has(kept) && beginning >= LEAST_KEPT_TOKENS;
      seen.add(kept);
      likely.add(inputTokens, isKept ? beginning : 0, items.length * TOKENS_PER_ANSWER);
    }
    // Asked once, corrected once, and as many votes more as a majority takes; then the second keys.
    const most = Math.max(votes, FEWEST_VOTES) + 1 + items.filter(({ question }) => mayBeSevere(question)).length;
    const mostInput = estimateInputTokens(messages, schema);
    for (let request = 0; request < most; request++)
      worst.add(mostInput, 0, outputLimitFor(model.parameters, items.length));
  }

  return {
    id: `${model.provider}:${model.modelId}`,
    method: 'model',
    answer(questions, context) {
      const prepared = prepareTicket(questions, context, redact);
      const items = prepared.items.filter((item) => !isKept(item, prepared, context));
      if (items.length > 0 && prepared.length <= LONGEST_TICKET) {
        tickets++;
        count(prepared, items);
      }
      return { checks: new Map(), grades: new Map(), usage: NO_USAGE };
    },
    estimate: () => ({ tickets, likely: likely.load(), worst: worst.load() }),
  };
}

class Sum {
  readonly #price: Price | undefined;
  #requests = 0;
  #input = 0;
  #cached = 0;
  #output = 0;

  constructor(price: Price | undefined) {
    this.#price = price;
  }

  add(input: number, cached: number, output: number): void {
    this.#requests++;
    this.#input += input;
    this.#cached += cached;
    this.#output += output;
  }

  load(): Load {
    const counts = { inputTokens: this.#input, cachedInputTokens: this.#cached, outputTokens: this.#output };
    const costUsd = costOf({ ...UNKNOWN_USAGE, ...counts }, this.#price) ?? null;
    return { requests: this.#requests, ...counts, costUsd };
  }
}

function tokensIn(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

function mayBeSevere({ criterion, levels }: Question): boolean {
  return levels.some((id) => isSevere(criterion, id));
}
