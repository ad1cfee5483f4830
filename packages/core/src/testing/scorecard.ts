import type { Ticket } from '@tqrs/parser';
import { buildScorecard } from '../review/build-scorecard.ts';
import type { Rubric } from '../rubric/schema.ts';
import type { Scorecard } from '../scorecard/schema.ts';
import { NO_USAGE } from '../scorecard/usage.ts';
import type { CheckResult, Verdict } from '../verdict.ts';
import { buildProfile, buildTicket } from './build.ts';
import { compiled } from './rubric.ts';

/** A scorecard for tests: what a rubric makes of a ticket with these verdicts. */
export function cardOf(
  rubric: Rubric,
  verdicts: readonly Verdict[],
  ticket: Partial<Ticket> = {},
  usage: Scorecard['usage'] = NO_USAGE,
): Scorecard {
  return buildScorecard(verdicts, {
    ticket: buildTicket(ticket),
    findings: [],
    rubric: compiled(rubric),
    profile: buildProfile(),
    provenance: {
      judge: 'offline',
      profile: { id: 'test', hash: '' },
      facts: '',
      engine: '',
      reviewedAt: '2030-01-01T00:00:00.000Z',
    },
    usage,
  });
}

/** The answer to a check, without evidence. */
export function answered(id: string, answer: CheckResult['answer']): CheckResult {
  return { id, title: id, answer, rationale: '', evidence: [], method: 'offline', confidence: 'high' };
}
