import type { Judge } from '../judge/judge.ts';
import type { Checklist, Criterion } from '../rubric/schema.ts';
import type { CheckResult, Confidence, Verdict } from '../verdict.ts';
import { evidenceOfChecks } from './standing-evidence.ts';
import { unscored } from './unscored.ts';

/**
 * A checklist's verdict: the number of unmet checks picks the level, checks that do not apply do not count. While checks
 * are unanswered, the criterion is scored only where every way to answer them comes to the same level.
 *
 * @param levels The levels that the rules left open.
 * @param presence Whether the answers rest on the mere presence of a value.
 */
export function checklistVerdict(
  criterion: Criterion,
  checklist: Checklist,
  checks: CheckResult[],
  method: Judge['method'],
  levels: readonly string[],
  presence: boolean,
): Verdict {
  const met = checks.filter(({ answer }) => answer === 'met');
  const unmet = checks.filter(({ answer }) => answer === 'not-met');
  const unanswered = checks.filter(({ answer }) => answer === 'cannot-assess');
  if (met.length + unmet.length + unanswered.length === 0) {
    return {
      status: 'not-applicable',
      rationale: 'None of its checks applies to this ticket.',
      evidence: evidenceOfChecks(checks),
    };
  }

  const reachable = levelsByUnmet(checklist, unmet.length, unanswered.length);
  const possible = reachable.filter((id) => levels.includes(id));
  const [levelId] = possible;
  if (levelId === undefined)
    return { ...unscored(criterion, 'undecided', 'The rules and the checks disagree.', levels), checks };
  const answered = met.length + unmet.length;
  if (reachable.length > 1 || answered === 0) {
    const verdict = {
      ...unscored(criterion, unanswered[0]?.reason ?? 'undecided', openDetail(unanswered), possible),
      checks,
    };
    return answered === 0 && unanswered.length < checks.length ? { ...verdict, mayNotApply: true } : verdict;
  }
  const missing = unmet.flatMap((check) => check.missing ?? []);
  return {
    status: 'scored',
    levelId,
    method,
    confidence: lowest([...met, ...unmet]),
    rationale: rationaleOf(unmet, met, checklist),
    evidence: evidenceOfChecks([...unmet, ...met]),
    ...(missing.length > 0 && { missing }),
    checks,
    ...(presence && { basis: 'presence' }),
  };
}

/** The levels that a checklist can come to, best first. */
export function levelsByUnmet({ levels }: Checklist, unmet: number, unanswered: number): string[] {
  const last = levels.length - 1;
  return [...new Set(levels.slice(Math.min(unmet, last), Math.min(unmet + unanswered, last) + 1))];
}

function openDetail(unanswered: readonly CheckResult[]): string {
  const titles = unanswered.map(({ title }) => title).join(', ');
  const reasons = [...new Set(unanswered.map(({ rationale }) => rationale))].join(' ');
  return `Not answered: ${titles}. ${reasons}`;
}

function rationaleOf(unmet: readonly CheckResult[], met: readonly CheckResult[], { checks }: Checklist): string {
  const byAbsence = checks.every(({ notMetBy }) => notMetBy === 'absence');
  const parts = [list(byAbsence ? 'Missing' : 'Not met', unmet), list(byAbsence ? 'Found' : 'Met', met)];
  return parts.filter((part) => part !== '').join(' ');
}

function list(label: string, checks: readonly CheckResult[]): string {
  return checks.length === 0 ? '' : `${label}: ${checks.map(({ title }) => title).join(', ')}.`;
}

const CONFIDENCES = ['low', 'medium', 'high'] as const satisfies readonly Confidence[];

function lowest(checks: readonly CheckResult[]): Confidence {
  return CONFIDENCES.find((confidence) => checks.some((check) => check.confidence === confidence)) ?? 'low';
}
