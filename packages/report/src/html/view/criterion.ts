import type { CheckResult, CriterionResult, Scorecard } from '@tqrs/core';
import type { LevelInfo, RubricInfo } from '../../report.ts';
import { criterionAnchor } from './anchors.ts';
import { type EvidenceIndex, type EvidenceView, evidenceKey, type MissingView, missingViews } from './evidence.ts';
import { capitalise, humanise, number, plural } from './numbers.ts';
import { ANSWER_TONES, criterionTone, type Tone } from './tone.ts';
import { visible } from './visible.ts';
import { ANSWERS, judgedBy, UNSCORED } from './wording.ts';

/** One yes/no question of a criterion. */
export interface CheckView {
  readonly title: string;
  readonly answer: string;
  readonly tone: Tone;
  readonly rationale: string;
  readonly judged: string;
  readonly evidence: readonly EvidenceView[];
  readonly missing: readonly MissingView[];
}

/** One level of a criterion in the list of all of them. */
export interface LevelView {
  readonly title: string;
  readonly worth: string;
  readonly descriptor: string;
  readonly chosen: boolean;
  /** The criterion is unscored and could still come to this level. */
  readonly open: boolean;
}

/** A criterion as a ticket's page shows it. */
export interface CriterionView {
  readonly anchor: string;
  readonly place: number;
  readonly title: string;
  readonly gate: boolean;
  readonly tone: Tone;
  /** `5 of 10`, `Passed`, `15 points off`, `Automatic fail`, `Not applicable`, `Not scored`. */
  readonly result: string;
  readonly level: string | null;
  readonly descriptor: string | null;
  readonly rationale: string;
  /** Why there is no score; null where there is one. */
  readonly unscored: string | null;
  readonly judged: string | null;
  readonly presenceOnly: boolean;
  readonly needsReview: boolean;
  readonly evidence: readonly EvidenceView[];
  readonly missing: readonly MissingView[];
  readonly checks: readonly CheckView[];
  readonly coaching: readonly string[];
  readonly levels: readonly LevelView[];
}

function resultLabel({ verdict, points, possible, deduction, autoFail }: CriterionResult): string {
  if (verdict.status === 'not-applicable') return 'Not applicable';
  if (verdict.status === 'unscored') return 'Not scored';
  if (autoFail) return 'Automatic fail';
  const off = deduction > 0 ? `${plural(deduction, 'point')} off` : null;
  if (points === null || possible === null || possible === 0) return off ?? 'Passed';
  const earned = `${number(points)} of ${number(possible)}`;
  return off === null ? earned : `${earned}, ${off}`;
}

function levelWorth({ points, deduction, autoFail }: LevelInfo, gate: boolean): string {
  if (autoFail) return 'Automatic fail';
  if (deduction !== undefined) return `${plural(deduction, 'point')} off`;
  return gate ? 'Nothing off' : plural(points, 'point');
}

function checkView(criterionId: string, check: CheckResult, index: EvidenceIndex): CheckView {
  const tone = ANSWER_TONES[check.answer];
  const why = check.reason === undefined ? '' : ` (${UNSCORED[check.reason]})`;
  return {
    title: capitalise(visible(check.title)),
    answer: ANSWERS[check.answer] + why,
    tone,
    rationale: visible(check.rationale),
    judged: judgedBy(check.method, check.confidence),
    evidence: index.links(criterionId, check.evidence),
    missing: missingViews(check.missing),
  };
}

/** What the verdict itself shows: proof that stands beside a check is not shown twice. */
function ownProof(
  { id, verdict }: CriterionResult,
  index: EvidenceIndex,
): Pick<CriterionView, 'evidence' | 'missing' | 'checks'> {
  if (verdict.status === 'not-applicable')
    return { evidence: index.links(id, verdict.evidence), missing: [], checks: [] };
  const checks = verdict.checks ?? [];
  const shown = new Set(checks.flatMap((check) => check.evidence.map(evidenceKey)));
  const stated = new Set(checks.flatMap((check) => (check.missing ?? []).map(({ element }) => element)));
  const missing = verdict.status === 'scored' ? (verdict.missing ?? []) : [];
  return {
    evidence: index.links(
      id,
      (verdict.evidence ?? []).filter((item) => !shown.has(evidenceKey(item))),
    ),
    missing: missingViews(missing.filter(({ element }) => !stated.has(element))),
    checks: checks.map((check) => checkView(id, check, index)),
  };
}

/** Builds the view of the criterion at `position`, counted from 0. */
export function criterionView(
  card: Scorecard,
  position: number,
  result: CriterionResult,
  rubric: RubricInfo,
  index: EvidenceIndex,
): CriterionView {
  const { verdict } = result;
  const tone = criterionTone(result);
  const levels = rubric.criteria.find(({ id }) => id === result.id)?.levels ?? [];
  const chosen = verdict.status === 'scored' ? verdict.levelId : null;
  const possible = verdict.status === 'unscored' ? verdict.possibleLevels : [];
  const gate = result.possible === 0 || (levels.length > 0 && levels.every(({ points }) => points === 0));
  const presenceOnly = verdict.status === 'scored' && verdict.basis === 'presence';
  const advice = verdict.status === 'scored' ? (verdict.advice ?? []) : [];
  return {
    anchor: criterionAnchor(result.id),
    place: position + 1,
    title: visible(result.title),
    gate,
    tone,
    result: resultLabel(result),
    // The descriptor says that the value is right, which nobody could see here.
    level: presenceOnly ? 'Present, not examined' : chosen === null ? null : visible(humanise(chosen)),
    descriptor: presenceOnly ? null : visible(levels.find(({ id }) => id === chosen)?.descriptor ?? '') || null,
    rationale: visible(verdict.status === 'unscored' ? verdict.detail : verdict.rationale),
    unscored: verdict.status === 'unscored' ? UNSCORED[verdict.reason] : null,
    judged: verdict.status === 'scored' ? judgedBy(verdict.method, verdict.confidence) : null,
    presenceOnly,
    needsReview: card.needsReview.includes(result.id),
    ...ownProof(result, index),
    coaching: [...new Set([...result.coaching, ...advice])].map(visible),
    levels: levels.map((level) => ({
      title: visible(humanise(level.id)),
      worth: levelWorth(level, gate),
      descriptor: visible(level.descriptor),
      chosen: level.id === chosen,
      open: possible.includes(level.id),
    })),
  };
}
