import type { Ticket } from '@tqrs/parser';
import { z } from 'zod';
import { fillCoaching } from '../coaching/fill-coaching.ts';
import { assessProcess, type ProcessOutcome } from '../process/assess-process.ts';
import { tellAccepted, tellFields } from '../process/tell-fields.ts';
import type { Evidence } from '../verdict.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

const PASS = 'pass';

/** The level for each weight of a process that was not followed. */
const optionsSchema = z.strictObject({
  deduct: z.string().default('not-followed'),
  'automatic-fail': z.string().default('password-process-not-followed'),
});
type Levels = z.infer<typeof optionsSchema>;

/** If the ticket involves a critical process of the profile, was it followed? Several: the worst outcome, once. */
export const criticalProcess = defineRule({
  id: 'critical-process',
  title: 'Critical process',
  description: 'Finds the profile’s critical processes and looks for what shows that they were followed.',
  requires: [],
  options: optionsSchema,
  levels: (levels) => [PASS, levels.deduct, levels['automatic-fail']],
  evaluate({ ticket, text, profile, options }): RuleOutcome {
    text.expect(profile.processes.flatMap(({ phraseSets }) => phraseSets));
    const outcomes = profile.processes
      .map((process) => assessProcess(process, text, profile))
      .filter((outcome) => outcome !== undefined);
    const displaced = new Set(outcomes.filter(displaces).flatMap(({ process }) => process.data.overrides));
    const counted = outcomes
      .filter(({ process }) => !displaced.has(process.data.id))
      .sort((a, b) => severity(b) - severity(a));
    const worst = counted[0];
    if (worst === undefined) return { status: 'not-applicable', rationale: 'No critical process is involved.' };
    return verdictOf(worst, counted, ticket, options);
  },
});

/** A process that the ticket may involve takes no other's place, unless it was followed. */
function displaces({ certain, result }: ProcessOutcome): boolean {
  return certain || result === 'followed';
}

/** A violation outweighs an open question of the same weight, and one of a process that is involved for sure any other. */
function severity({ result, process, certain }: ProcessOutcome): number {
  if (result === 'followed') return 0;
  if (result === 'untold') return 0.5;
  const weight = process.data.otherwise === 'automatic-fail' ? 2 : 1;
  return (certain ? 10 : 1) * weight + (result === 'violated' ? 5 : 0);
}

function verdictOf(
  outcome: ProcessOutcome,
  all: readonly ProcessOutcome[],
  ticket: Ticket,
  levels: Levels,
): RuleOutcome {
  const { process, involved } = outcome;
  const title = process.data.title;
  const advice = all.flatMap((each) =>
    (each.result === 'followed' || each.result === 'untold') && each.advice !== undefined ? [each.advice] : [],
  );
  if (outcome.result === 'untold') {
    return {
      status: 'scored',
      levelId: PASS,
      confidence: 'low',
      rationale: `${title}: nothing tells whether the process was followed, and nothing shows that it was not.`,
      evidence: [...involved],
      advice,
    };
  }
  if (outcome.result === 'followed') {
    return {
      status: 'scored',
      levelId: PASS,
      confidence: 'high',
      rationale: `${title}: the process was followed.${sentence(tellFields(ticket, [outcome.requirement]))}`,
      evidence: [...involved, ...outcome.evidence],
      ...(advice.length > 0 && { advice }),
    };
  }
  const levelId = levels[process.data.otherwise];
  if (outcome.result === 'open') {
    return {
      status: 'unscored',
      reason: outcome.reason,
      detail: `${title}: ${outcome.detail}`,
      possibleLevels: [all.some(({ result }) => result === 'violated') ? levels.deduct : PASS, levelId],
      ...(!outcome.certain && { mayNotApply: true }),
      evidence: [...involved, ...outcome.evidence],
    };
  }
  return {
    status: 'scored',
    levelId,
    confidence: 'high',
    rationale: `${title}: ${process.violatedWhen === undefined ? 'nothing shows that the process was followed' : 'the ticket shows that the process was not followed'}.${sentence(tellFields(ticket, process.followedWhen), tellAccepted(process.followedWhen))}`,
    evidence: [...involved, ...outcome.evidence],
    missing: outcome.missing,
    advice: [fillCoaching(process.data.coaching, { evidence: involved.filter(isTold) })],
  };
}

/** The values that the ticket has, and those that the process asks for. */
function sentence(has: string, asked = ''): string {
  if (has === '') return '';
  return asked === '' ? ` The ticket has ${has}.` : ` The ticket has ${has}; the process asks for ${asked}.`;
}

/** In words, not by a flag of the record. */
function isTold({ field }: Evidence): boolean {
  return !field.startsWith('flags.');
}
