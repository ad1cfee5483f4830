import type { ExportFacts, Ticket } from '@tqrs/parser';
import { hashOf } from '../data-file/canonical-json.ts';
import { applyFacts } from '../export-facts/apply-facts.ts';
import type { Judge, JudgeContext, JudgeReplies } from '../judge/judge.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import { blotSecrets } from '../redaction/secrets/blot-secrets.ts';
import { secretFindings } from '../redaction/secrets/findings.ts';
import type { CompiledCriterion, CompiledRubric } from '../rubric/compiled-rubric.ts';
import type { Finding, Provenance, Scorecard, Usage } from '../scorecard/schema.ts';
import type { SpellChecker } from '../spelling/spell-checker.ts';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';
import { findingsOf } from '../timeline/findings.ts';
import type { Verdict } from '../verdict.ts';
import { VERSION } from '../version.ts';
import { type AskedQuestion, questionOf, verdictsOf } from './ask-judge.ts';
import { buildScorecard } from './build-scorecard.ts';
import { type Applicability, compileConditions } from './conditions.ts';
import { isThenable } from './is-thenable.ts';
import { reasonOf } from './reason-of.ts';
import { type OpenQuestion, runRules } from './run-rules.ts';
import { unscored } from './unscored.ts';

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
}

/** A ticket as it was read, under the export's facts and without secrets, with its result by each rubric. */
export interface Reviewed {
  readonly ticket: Ticket;
  readonly scorecards: readonly Scorecard[];
}

/** Scores one ticket on one rubric. */
type Scorer = (context: JudgeContext, findings: readonly Finding[]) => Scorecard | Promise<Scorecard>;

const NO_USAGE: Usage = { requests: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costUsd: 0 };

/**
 * Prepares, once, all that does not change from ticket to ticket. A ticket's text is analysed once for all rubrics. The
 * review answers at once where the judge does.
 */
export function openRun(run: RunConfiguration): (ticket: Ticket, signal?: AbortSignal) => Reviewed | Promise<Reviewed> {
  const { rubrics, profile, facts } = run;
  const analyser = new TextAnalyser();
  const constant = {
    judge: run.judge.id,
    profile: { id: profile.data.id, hash: profile.hash },
    facts: hashOf(facts),
    engine: VERSION,
  };
  const scorers = rubrics.map((rubric) => scorerFor(rubric, run, constant));

  return (exported, signal) => {
    const blotted = blotSecrets(applyFacts(exported, facts));
    const { ticket } = blotted;
    const text = new TicketText(ticket, analyser);
    const context: JudgeContext = { ticket, text, profile, facts, ...(signal !== undefined && { signal }) };
    const findings = [...secretFindings(blotted), ...findingsOf(text, profile)];
    const scorecards = scorers.map((score) => score(context, findings));
    if (!scorecards.some(isThenable)) return { ticket, scorecards: scorecards as Scorecard[] };
    return Promise.all(scorecards).then((finished) => ({ ticket, scorecards: finished }));
  };
}

function scorerFor(
  rubric: CompiledRubric,
  { judge, spelling, now }: RunConfiguration,
  constant: Omit<Provenance, 'reviewedAt'>,
): Scorer {
  const criteria = rubric.criteria.map((compiled) => ({ compiled, applies: compileConditions(compiled.data) }));

  return (context, findings) => {
    const { ticket, profile, signal } = context;
    const decisions = criteria.map(({ compiled, applies }) => applies(ticket) ?? runRules(compiled, context, spelling));
    const finish = (verdicts: readonly Verdict[], usage: Usage): Scorecard => {
      const provenance: Provenance = { ...constant, reviewedAt: now().toISOString() };
      return buildScorecard(verdicts, { ticket, findings, rubric, profile, provenance, usage });
    };

    const { verdicts, asked } = split(decisions, criteria);
    if (asked.length === 0) return finish(verdicts, NO_USAGE);
    const settle = (replies: JudgeReplies): Scorecard =>
      finish(merge(verdicts, asked, verdictsOf(asked, replies, judge, context)), replies.usage);
    const fail = (error: unknown): Scorecard => {
      signal?.throwIfAborted();
      const detail = `The judge failed: ${reasonOf(error)}`;
      const failed = asked.map(({ question, levels }) => unscored(question.criterion, 'judge-failed', detail, levels));
      return finish(merge(verdicts, asked, failed), NO_USAGE);
    };
    const questions = asked.map(({ question }) => question);
    let replies: JudgeReplies | Promise<JudgeReplies>;
    try {
      replies = judge.answer(questions, context);
    } catch (error) {
      return fail(error);
    }
    return isThenable(replies) ? Promise.resolve(replies).then(settle, fail) : settle(replies);
  };
}

interface PlannedCriterion {
  readonly compiled: CompiledCriterion;
  readonly applies: Applicability;
}

interface IndexedQuestion extends AskedQuestion {
  readonly index: number;
}

/** Parts what code decided from what the judge is asked. A criterion that asks nothing is undecided. */
function split(
  decisions: readonly (Verdict | OpenQuestion)[],
  criteria: readonly PlannedCriterion[],
): { verdicts: Verdict[]; asked: IndexedQuestion[] } {
  const asked: IndexedQuestion[] = [];
  const verdicts: Verdict[] = [];
  criteria.forEach(({ compiled: { data } }, index) => {
    const decision = decisions[index];
    if (decision !== undefined && decision.status !== 'open') {
      verdicts.push(decision);
      return;
    }
    const levels = decision?.levels ?? data.levels.map(({ id }) => id);
    const question = questionOf(data, levels);
    if (question !== undefined) asked.push({ index, question, levels });
    verdicts.push(unscored(data, 'undecided', 'No rule decided, and the rubric asks no judge.', levels));
  });
  return { verdicts, asked };
}

function merge(
  verdicts: readonly Verdict[],
  asked: readonly IndexedQuestion[],
  answers: readonly Verdict[],
): Verdict[] {
  const merged = [...verdicts];
  asked.forEach(({ index }, position) => {
    const answer = answers[position];
    if (answer !== undefined) merged[index] = answer;
  });
  return merged;
}
