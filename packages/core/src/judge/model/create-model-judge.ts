import type { LanguageModel } from '@tqrs/llm';
import type { ModelProvenance } from '../../scorecard/schema.ts';
import { addUsage, NO_USAGE } from '../../scorecard/usage.ts';
import type { Judge, JudgeContext, JudgeReplies, Question } from '../judge.ts';
import type { Signal } from '../offline/define-signal.ts';
import { type AnswerCache, memoryCache } from './asking/answer-cache.ts';
import { Asker, type Outcome } from './asking/asker.ts';
import { type Manifest, ManifestBuilder } from './manifest.ts';
import { LONGEST_TICKET, prepareTicket } from './prepare-ticket.ts';
import { PROMPT_VERSION } from './prompt/instructions.ts';
import { secondReader } from './reading/second-reader.ts';
import { answerTicket } from './rounds/answer-ticket.ts';
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
  /** The signals of the offline judge that reads along. Default: the built-in ones. */
  readonly signals?: readonly Signal[];
}

/** A judge with a language model behind it. */
export interface ModelJudge extends Judge {
  readonly method: 'model';
  /** What was sent so far, and where. */
  manifest(): Manifest;
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
  const asker = new Asker({ model, cache, onOutcome: (outcome) => manifest.addOutcome(outcome) });
  const readAlong = secondReader(signals);

  async function answer(questions: readonly Question[], context: JudgeContext): Promise<JudgeReplies> {
    const prepared = prepareTicket(questions, context, redact);
    const { bundle, items, written, mask, planted } = prepared;
    if (items.length === 0)
      return { ...withUnasked({ checks: new Map(), grades: new Map() }, questions, context), usage: NO_USAGE };
    const tooLong = failureOfLength(prepared.length);
    if (tooLong === undefined) manifest.addTicket(written, mask.counts, planted.isFlagged);

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
        const outcome = await asker.ask(
          { bundle, ticket: written, items: asked, ...(corrections !== undefined && { corrections }) },
          vote,
          context.signal,
        );
        outcomes.push(outcome);
        return outcome;
      },
    });
    return {
      ...answers,
      ...withUnasked(answers, questions, context),
      usage: outcomes.map(usageOfOutcome).reduce(addUsage, NO_USAGE),
      model: { ...fixed, ...answeredBy(outcomes) },
      ...(planted.isFlagged && { needsReview: new Set(items.flatMap(({ places }) => places.map(({ key }) => key))) }),
      findings: planted.findings(),
    };
  }

  return {
    id: `${provider}:${modelId}`,
    method: 'model',
    answer,
    stopped: () => asker.stopped,
    manifest: () => manifest.build(),
  };
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
