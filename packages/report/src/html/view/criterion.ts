import type { CheckResult, CriterionResult, Scorecard } from '@tqrs/core';
import type { Catalogue } from '../../catalogue/languages.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import { ANSWER_TONES, criterionTone, type Tone } from '../../marking/tone.ts';
import type { RubricInfo } from '../../report.ts';
import { criterionAnchor } from './anchors.ts';
import { type EvidenceIndex, type EvidenceView, evidenceKey, type MissingView, missingViews } from './evidence.ts';
import { type HumanView, humanView } from './human.ts';
import { capitalise, humanise } from './humanise.ts';
import { type LevelView, levelViews } from './levels.ts';
import { resultLabel } from './result-label.ts';
import { visible } from './visible.ts';

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
  readonly reason: string | null;
  /** The same as a sentence. */
  readonly unscored: string | null;
  /** What a person decided; null where nobody did. */
  readonly human: HumanView | null;
  readonly judged: string | null;
  readonly presenceOnly: boolean;
  readonly needsReview: boolean;
  readonly evidence: readonly EvidenceView[];
  readonly missing: readonly MissingView[];
  readonly checks: readonly CheckView[];
  readonly coaching: readonly string[];
  readonly levels: readonly LevelView[];
}

function checkView(criterionId: string, check: CheckResult, index: EvidenceIndex, t: Catalogue): CheckView {
  const tone = ANSWER_TONES[check.answer];
  const answer = t.shared.answers[check.answer];
  const { reason } = check;
  return {
    title: capitalise(visible(check.title)),
    answer: reason === undefined ? answer : t.ticketPage.criterion.answerWhy(answer, t.shared.unscored[reason]),
    tone,
    rationale: visible(check.rationale),
    judged: t.shared.judgedBy(check.method, check.confidence),
    evidence: index.links(criterionId, check.evidence),
    missing: missingViews(check.missing, t),
  };
}

/** What the verdict itself shows: proof that stands beside a check is not shown twice. */
function ownProof(
  { id, verdict }: CriterionResult,
  index: EvidenceIndex,
  t: Catalogue,
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
    missing: missingViews(
      missing.filter(({ element }) => !stated.has(element)),
      t,
    ),
    checks: checks.map((check) => checkView(id, check, index, t)),
  };
}

/** Builds the view of the criterion at `position`, counted from 0. */
export function criterionView(
  card: Scorecard,
  position: number,
  result: CriterionResult,
  rubric: RubricInfo,
  index: EvidenceIndex,
  local: Localisation,
): CriterionView {
  const { t } = local;
  const { verdict } = result;
  const { criterion: words } = t.ticketPage;
  const tone = criterionTone(result);
  const levels = rubric.criteria.find(({ id }) => id === result.id)?.levels ?? [];
  const chosen = verdict.status === 'scored' ? verdict.levelId : null;
  const possible = verdict.status === 'unscored' ? verdict.possibleLevels : [];
  const gate = result.possible === 0 || (levels.length > 0 && levels.every(({ points }) => points === 0));
  const presenceOnly = verdict.status === 'scored' && verdict.basis === 'presence';
  const reason = verdict.status === 'unscored' ? t.shared.unscored[verdict.reason] : null;
  const advice = verdict.status === 'scored' ? (verdict.advice ?? []) : [];
  return {
    anchor: criterionAnchor(result.id),
    place: position + 1,
    title: visible(result.title),
    gate,
    tone,
    result: resultLabel(result, t),
    // The descriptor says that the value is right, which nobody could see here.
    level: presenceOnly ? words.presentOnly : chosen === null ? null : visible(humanise(chosen)),
    descriptor: presenceOnly ? null : visible(levels.find(({ id }) => id === chosen)?.descriptor ?? '') || null,
    rationale: visible(verdict.status === 'unscored' ? verdict.detail : verdict.rationale),
    reason,
    unscored: reason === null ? null : words.notScored(reason),
    human: humanView(result, local),
    judged: verdict.status === 'scored' ? t.shared.judgedBy(verdict.method, verdict.confidence) : null,
    presenceOnly,
    needsReview: card.needsReview.includes(result.id),
    ...ownProof(result, index, t),
    coaching: [...new Set([...result.coaching, ...advice])].map(visible),
    levels: levelViews(levels, { chosen, possible, gate }, t),
  };
}
