import type { Rubric } from '../rubric/schema.ts';
import type { Scorecard } from '../scorecard/schema.ts';
import { findLevel } from '../scoring/points.ts';
import { type Decision, verdictKey } from './decision.ts';
import { DecisionError } from './decision-error.ts';

/**
 * Makes sure that a decision can be taken on a scorecard, as the machine made it.
 * @throws {DecisionError} where it is about another ticket or rubric, or another verdict; where the level does not exist or is the
 * verdict's own; where there is nothing to accept; and where a reason is needed and none is given.
 */
export function checkDecision(decision: Decision, card: Scorecard, rubric: Rubric): void {
  const { ticket, criterion: id, on, outcome, reason } = decision;
  const criterion = rubric.criteria.find((each) => each.id === id);
  const line = card.criteria.find((each) => each.id === id);
  if (ticket !== card.ticket.number || decision.rubric !== card.rubric.id || !criterion || !line)
    throw refused('decision-misplaced', 'The decision is about another scorecard.', 'Open the ticket again.');
  if (on !== verdictKey(line.verdict))
    throw refused(
      'decision-outdated',
      `The verdict on “${criterion.title}” has changed since.`,
      'Read the ticket again, and decide on what it says now.',
    );
  if (outcome.kind === 'accept' && line.verdict.status === 'unscored')
    throw refused(
      'nothing-to-accept',
      `“${criterion.title}” has no score that could be accepted.`,
      'Choose a level, or say that it does not apply.',
    );
  if (outcome.kind === 'overrule') {
    if (findLevel(criterion, outcome.levelId) === undefined)
      throw refused(
        'level-unknown',
        `“${criterion.title}” has no such level.`,
        `Choose one of: ${criterion.levels.map((level) => level.id).join(', ')}.`,
      );
    if (line.verdict.status === 'scored' && line.verdict.levelId === outcome.levelId)
      throw refused('nothing-to-overrule', 'That is the level already.', 'Accept it, or choose another one.');
  }
  if (outcome.kind === 'not-applicable' && line.verdict.status === 'not-applicable')
    throw refused('nothing-to-overrule', 'The criterion does not apply already.', 'Accept it, or choose a level.');
  if ((outcome.kind === 'overrule' || outcome.kind === 'not-applicable') && reason.trim() === '')
    throw refused('reason-missing', 'There is no reason.', 'Say in a sentence why: the analyst reads it.');
}

function refused(code: string, message: string, hint: string): DecisionError {
  return new DecisionError(message, { code, hint });
}
