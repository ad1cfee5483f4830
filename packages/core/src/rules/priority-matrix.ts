import type { Ticket } from '@tqrs/parser';
import { z } from 'zod';
import { assessProcess, type ProcessOutcome } from '../process/assess-process.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import { numberOn, type Scale } from '../profile/priority-scale.ts';
import { quoteField } from '../text/find.ts';
import { nameFields } from '../text/name-fields.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

const SCALES = ['impact', 'urgency', 'priority'] as const satisfies readonly Scale[];

const options = z.strictObject({ consistent: z.string(), inconsistent: z.string() });
type Options = z.infer<typeof options>;

/**
 * Does the priority follow from impact and urgency by the profile's matrix, or from a critical process that sets it? Where
 * such a process was not followed, the gate has counted these fields already. Whether impact and urgency are right is
 * not judged, so confidence is low.
 */
export const priorityMatrix = defineRule({
  id: 'priority-matrix',
  title: 'Priority by the matrix',
  description:
    'Compares the priority with what the profile’s matrix, or a critical process, makes of impact and urgency.',
  requires: SCALES,
  options,
  levels: ({ consistent, inconsistent }) => [consistent, inconsistent],
  evaluate({ ticket, text, profile, options }): RuleOutcome {
    const special = specialProcess(text, profile);
    if (special?.result === 'violated' || (special?.result === 'open' && special.reason === 'needs-second-key'))
      return leftToGate(special);
    if (special?.result === 'open') {
      return {
        status: 'unscored',
        reason: special.reason,
        detail: `${special.process.data.title}: ${special.detail}`,
        possibleLevels: [options.consistent, options.inconsistent],
        mayNotApply: true,
        evidence: [...special.involved],
      };
    }
    if (special?.result === 'followed' && Object.hasOwn(special.requirement.data.fields, 'priority')) {
      return {
        status: 'scored',
        levelId: options.consistent,
        confidence: 'low',
        rationale: `${special.process.data.title}: the ticket has a priority that the process accepts.`,
        evidence: [...special.involved, ...special.evidence],
      };
    }
    return byMatrix(ticket, profile, options);
  },
});

function byMatrix(ticket: Ticket, profile: CompiledProfile, { consistent, inconsistent }: Options): RuleOutcome {
  const blank = SCALES.filter((scale) => ticket[scale]?.trim() === '');
  const evidence = quotesOf(ticket);
  if (blank.length > 0) {
    return {
      status: 'scored',
      levelId: inconsistent,
      confidence: 'low',
      rationale: `Blank: ${nameFields(blank)}.`,
      evidence,
      missing: blank.map((scale) => ({ element: scale, searched: [scale] })),
    };
  }
  const { impact, urgency, priority } = ticket;
  const expected = profile.priorityOf(onScale('impact', ticket), onScale('urgency', ticket));
  const actual = numberOn('priority', onScale('priority', ticket));
  if (expected === undefined || actual === undefined) {
    return {
      status: 'unscored',
      reason: 'undecided',
      detail: `The profile’s matrix says nothing about impact ${impact}, urgency ${urgency} and priority ${priority}.`,
      possibleLevels: [consistent, inconsistent],
    };
  }
  const fits = numberOn('priority', expected) === actual;
  return {
    status: 'scored',
    levelId: fits ? consistent : inconsistent,
    confidence: 'low',
    rationale: `Impact ${impact} and urgency ${urgency} come to priority ${expected}; the ticket has ${priority}.`,
    evidence: fits ? evidence : evidence.toReversed(),
  };
}

/** The critical process that asks for values of these fields: one that displaces another, then the one that went worst. */
function specialProcess(text: TicketText, profile: CompiledProfile): ProcessOutcome | undefined {
  const outcomes = profile.processes
    .filter(({ data }) => data.followedWhen.some(({ fields }) => SCALES.some((scale) => Object.hasOwn(fields, scale))))
    .map((process) => assessProcess(process, text, profile))
    .filter((outcome) => outcome !== undefined)
    .filter(({ certain }) => certain);
  const displaced = new Set(outcomes.flatMap(({ process }) => process.data.overrides));
  const counted = outcomes.filter(({ process }) => !displaced.has(process.data.id));
  return (
    counted.find(({ result }) => result === 'violated') ?? counted.find(({ result }) => result === 'open') ?? counted[0]
  );
}

/** The gate counts these fields, or will, as soon as it is known whether the process was followed. */
function leftToGate({ process, involved }: ProcessOutcome): RuleOutcome {
  return {
    status: 'not-applicable',
    rationale: `${process.data.title}: the critical process sets impact, urgency and priority, and its gate counts them.`,
    evidence: [...involved],
  };
}

/** The value, or the code behind a label that has no number. */
function onScale(scale: Scale, { [scale]: value, codes }: Ticket): string | undefined {
  return numberOn(scale, value) === undefined ? (codes[scale] ?? value) : value;
}

function quotesOf(ticket: Ticket): Evidence[] {
  return SCALES.flatMap((scale) => {
    const value = ticket[scale] ?? '';
    return value.trim() === '' ? [] : [quoteField(scale, value)];
  });
}
