import type { ExportFacts, Ticket } from '@tqrs/parser';
import { hashOf } from '../data-file/canonical-json.ts';
import { applyFacts } from '../export-facts/apply-facts.ts';
import type { Judge, JudgeContext, JudgeReplies } from '../judge/judge.ts';
import type { SentRecord } from '../judge/model/sent-record.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import { blotSecrets } from '../redaction/secrets/blot-secrets.ts';
import { secretFindings } from '../redaction/secrets/findings.ts';
import type { CompiledRubric } from '../rubric/compiled-rubric.ts';
import type { Finding, Provenance, Scorecard } from '../scorecard/schema.ts';
import { NO_USAGE } from '../scorecard/usage.ts';
import type { SpellChecker } from '../spelling/spell-checker.ts';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';
import { findingsOf } from '../timeline/findings.ts';
import { VERSION } from '../version.ts';
import { buildScorecard } from './build-scorecard.ts';
import { isThenable } from './is-thenable.ts';
import { reasonOf } from './reason-of.ts';
import { criteriaAmong, decider, failed, settle } from './score-on-rubric.ts';
import { weigh } from './weigh.ts';

/** What every review of a run shares. */
export interface RunConfiguration {
  /** One scorecard each, in this order. */
  readonly rubrics: readonly CompiledRubric[];
  readonly profile: CompiledProfile;
  readonly judge: Judge;
  readonly facts: ExportFacts;
  readonly spelling: SpellChecker | undefined;
  /** The clock behind `reviewedAt`. */
  readonly now: () => Date;
  /** What was found out about a ticket before and cannot be seen in it any more. */
  readonly known?: ((ticket: Ticket) => readonly Finding[]) | undefined;
}

/** A ticket as it was read, under the export's facts and without secrets, with its result by each rubric. */
export interface Reviewed {
  readonly ticket: Ticket;
  readonly scorecards: readonly Scorecard[];
  /** What was sent to a language model about it. */
  readonly sent?: SentRecord;
}

/**
 * Prepares, once, all that does not change from ticket to ticket. A ticket's text is analysed once for all rubrics, and the
 * judge is asked once about all that they leave open. The review answers at once where the judge does.
 */
export function openRun(run: RunConfiguration): (ticket: Ticket, signal?: AbortSignal) => Reviewed | Promise<Reviewed> {
  const { rubrics, profile, facts, judge, spelling, now, known } = run;
  const analyser = new TextAnalyser();
  const constant = {
    judge: judge.id,
    profile: { id: profile.data.id, hash: profile.hash },
    facts: hashOf(facts),
    engine: VERSION,
  };
  const deciders = rubrics.map((rubric) => decider(rubric, judge.method, spelling));
  const data = rubrics.map((rubric) => rubric.data);

  return (exported, signal) => {
    const blotted = blotSecrets(applyFacts(exported, facts));
    const { ticket } = blotted;
    const text = new TicketText(ticket, analyser);
    const base = { ticket, text, profile, facts, rubrics: data, ...(signal !== undefined && { signal }) };
    const findings = [...(known?.(exported) ?? []), ...secretFindings(blotted), ...findingsOf(text, profile)];
    const scores = deciders.map((decide) => decide(base));
    const context: JudgeContext = {
      ...base,
      weigh: (replies, contested) => weigh(scores, replies, contested, judge.method, base),
    };

    const finish = (replies: JudgeReplies | undefined, failure?: string): Reviewed => {
      const provenance: Provenance = {
        ...constant,
        ...(replies?.model !== undefined && { model: replies.model }),
        reviewedAt: now().toISOString(),
      };
      const payer = scores.findIndex(({ questions }) => questions.length > 0);
      const scorecards = scores.map((score, index): Scorecard => {
        const verdicts =
          replies === undefined ? failed(score, failure ?? '') : settle(score, replies, judge.method, context);
        return buildScorecard(verdicts, {
          ticket,
          findings: [...findings, ...(replies?.findings ?? [])],
          rubric: rubrics[index] as CompiledRubric,
          profile,
          provenance,
          usage: index === payer ? (replies?.usage ?? NO_USAGE) : NO_USAGE,
          needsReview: criteriaAmong(score, replies?.needsReview),
        });
      });
      return { ticket, scorecards, ...(replies?.sent !== undefined && { sent: replies.sent }) };
    };
    const fail = (error: unknown): Reviewed => {
      signal?.throwIfAborted();
      return finish(undefined, `The judge failed: ${reasonOf(error)}`);
    };

    const questions = scores.flatMap((score) => score.questions);
    if (questions.length === 0) return finish(undefined);
    let replies: JudgeReplies | Promise<JudgeReplies>;
    try {
      replies = judge.answer(questions, context);
    } catch (error) {
      return fail(error);
    }
    return isThenable(replies) ? Promise.resolve(replies).then(finish, fail) : finish(replies);
  };
}
