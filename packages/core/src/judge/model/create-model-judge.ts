import type { LanguageModel } from '@tqrs/llm';
import type { ModelProvenance } from '../../scorecard/schema.ts';
import { addUsage, NO_USAGE } from '../../scorecard/usage.ts';
import type { Judge, JudgeContext, JudgeReplies, Question } from '../judge.ts';
import type { Signal } from '../offline/define-signal.ts';
import { type AnswerCache, type KeptAnswers, memoryCache } from './asking/answer-cache.ts';
import { Asker, type Outcome } from './asking/asker.ts';
import { questionKey } from './asking/question-key.ts';
import type { Item } from './items.ts';
import { type Manifest, ManifestBuilder } from './manifest.ts';
import { LONGEST_TICKET, type PreparedTicket, prepareTicket } from './prepare-ticket.ts';
import { PROMPT_VERSION } from './prompt/instructions.ts';
import { secondReader } from './reading/second-reader.ts';
import { answerTicket, type Rounds } from './rounds/answer-ticket.ts';
import { type SentRecord, sentOutcome } from './sent-record.ts';
import { withUnasked } from './unasked.ts';

/** How a {@link ModelJudge} works. */
export interface ModelJudgeOptions {
  /** Who is asked. Providers live in `@tqrs/llm`. */
  readonly model: LanguageModel;
  /** Whether personal values are masked before anything is sent. Secrets are masked in any case. Default: true. */
  readonly redact?: boolean;
  /** Votes on every question, an odd number. Default: 1, and three where an outcome hangs on a doubtful answer. */
  readonly votes?: number;
  /** Keeps answers, so that no question is asked twice. Default: the latest ones, as long as the judge lives. */
  readonly cache?: AnswerCache;
  /** The answers of an earlier run: a question that it holds is not asked again, nor put to the vote because more hangs on it now. */
  readonly kept?: KeptAnswers | undefined;
  /** Keys of answers in the cache that this run itself asked for before it was interrupted. They count as asked. */
  readonly unsettled?: Iterable<string>;
  /** Asks nothing: what is not kept stays unscored (`needs-model`). */
  readonly remembersOnly?: boolean;
  /** The signals of the offline judge that reads along. Default: the built-in ones. */
  readonly signals?: readonly Signal[];
}

/** A judge with a language model behind it. */
export interface ModelJudge extends Judge {
  readonly method: 'model';
  /** What was sent so far, and where. */
  manifest(): Manifest;
  /** Counts what was sent about a ticket of this run before it was interrupted; without `fields`, only what its requests took. */
  recall(sent: SentRecord | Pick<SentRecord, 'outcomes'>): void;
}

/**
 * Makes a judge that asks a language model, mostly once a ticket. Quotes are looked for in the ticket and read for what they
 * prove; what does not hold is asked again, and what fails stays unscored.
 *
 * @throws {RangeError} where `votes` is not an odd number from 1 on.
 */
export function createModelJudge(options: ModelJudgeOptions): ModelJudge {
  const { model, redact = true, votes = 1, cache = memoryCache(), signals } = options;
  if (!Number.isInteger(votes) || votes < 1 || votes % 2 === 0)
    throw new RangeError(`The number of votes must be odd, not ${votes}`);
  const { provider, endpointHost: host, modelId } = model;
  const fixed = { provider, host, model: modelId, promptVersion: PROMPT_VERSION, redacted: redact };
  const manifest = new ManifestBuilder(fixed);
  const unsettled = new Set(options.unsettled);
  const asker = new Asker({
    model,
    cache,
    kept: options.kept,
    unsettled,
    remembersOnly: options.remembersOnly === true,
  });
  const readAlong = secondReader(signals);

  async function answer(questions: readonly Question[], context: JudgeContext): Promise<JudgeReplies> {
    const prepared = prepareTicket(questions, context, redact);
    const { bundle, items, written, mask, planted } = prepared;
    if (items.length === 0)
      return { ...withUnasked({ checks: new Map(), grades: new Map() }, questions, context), usage: NO_USAGE };
    const tooLong = failureOfLength(prepared.length);
    const sent = recordOf(prepared);
    if (tooLong === undefined) manifest.addTicket(sent);
    const keyOf = (item: Item, vote: number, correction?: string) =>
      questionKey(item, { written, correction, profile: context.profile.data, model, vote });

    const outcomes: Outcome[] = [];
    const answers = await answerTicket(items, {
      votes,
      weigh: context.weigh,
      reading: {
        context,
        mask,
        planted,
        alsoFound: (item) => readAlong(item, context),
      },
      ask: async (asked, vote, corrections) => {
        if (tooLong !== undefined) return tooLong;
        const request = { bundle, ticket: written, items: asked, ...(corrections !== undefined && { corrections }) };
        return asker.ask(request, {
          vote,
          signal: context.signal,
          questions: Object.fromEntries(asked.map((item) => [item.id, keyOf(item, vote, corrections?.get(item.id))])),
          tell: (outcome) => {
            outcomes.push(outcome);
            const told = sentOutcome(outcome);
            sent.outcomes.push(told);
            manifest.addOutcome(told);
          },
        });
      },
      ...(options.kept !== undefined && { mayVote: mayVoteBy(options.kept, keyOf) }),
    });
    return {
      ...answers,
      ...withUnasked(answers, questions, context),
      usage: outcomes.map(usageOfOutcome).reduce(addUsage, NO_USAGE),
      model: { ...fixed, ...answeredBy(outcomes) },
      ...(planted.isFlagged && { needsReview: new Set(items.flatMap(({ places }) => places.map(({ key }) => key))) }),
      findings: planted.findings(),
      ...(tooLong === undefined && { sent }),
    };
  }

  return {
    id: `${provider}:${modelId}`,
    method: 'model',
    answer,
    stopped: () => asker.stopped,
    manifest: () => manifest.build(),
    recall(sent) {
      if ('fields' in sent) manifest.addTicket(sent);
      else for (const outcome of sent.outcomes) manifest.addOutcome(outcome);
      for (const outcome of sent.outcomes)
        if ('key' in outcome && outcome.key !== undefined) unsettled.delete(outcome.key);
    },
  };
}

function recordOf({ written, mask, planted }: PreparedTicket): SentRecord {
  const fields = new Set(written.filter(({ isEmpty }) => !isEmpty).map(({ field }) => field));
  return { fields: [...fields], masked: { ...mask.counts }, isFlagged: planted.isFlagged, outcomes: [] };
}

/** A question that an earlier run answered gets the votes that it got there. */
function mayVoteBy(kept: KeptAnswers, keyOf: (item: Item, vote: number) => string): NonNullable<Rounds['mayVote']> {
  return (item, vote) => kept.find(keyOf(item, 1)) === undefined || kept.find(keyOf(item, vote)) !== undefined;
}

/** Cut short, a ticket would lack what was cut away: better no answer than a wrong one. */
function failureOfLength(length: number): Outcome | undefined {
  if (length <= LONGEST_TICKET) return undefined;
  const detail = `The ticket has ${length} characters, and no more than ${LONGEST_TICKET} are sent to a model.`;
  return { failure: { reason: 'judge-failed', detail, usage: NO_USAGE } };
}

function usageOfOutcome(outcome: Outcome): JudgeReplies['usage'] {
  return 'failure' in outcome ? outcome.failure.usage : outcome.stored.usage;
}

function answeredBy(outcomes: readonly Outcome[]): Pick<ModelProvenance, 'answeredBy' | 'fingerprints'> {
  const stored = outcomes.flatMap((outcome) => ('failure' in outcome ? [] : [outcome.stored]));
  return {
    answeredBy: [...new Set(stored.map((each) => each.answeredBy))].toSorted(),
    fingerprints: [...new Set(stored.flatMap(({ fingerprint }) => fingerprint ?? []))].toSorted(),
  };
}
