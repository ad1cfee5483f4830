import type { UnscoredReason } from '../../../verdict.ts';
import type { Answer } from '../../judge.ts';
import type { Reading } from '../reading/read-answer.ts';
import type { Ballot, Vote } from './ballot.ts';

/** An answer before it is known whether it is one to a check or to a grade. */
export type SettledAnswer = Answer<string>;

type Sound = Extract<Reading, { state: 'sound' }>;

/**
 * What the votes on a question come to. One sound answer is enough where one was asked for; where a majority was asked for, more
 * than half of the votes have to agree. A failed request is no vote, and nothing ever comes of failures alone.
 *
 * @param wanted How many votes a majority is counted of.
 */
export function settle({ votes, needsMajority }: Ballot, wanted: number): SettledAnswer {
  const sound = votes.filter((vote) => vote.state === 'sound');
  if (!needsMajority) {
    const answer = sound.at(-1);
    return answer === undefined ? openAnswer(votes) : soundAnswer(answer, answer.doubted ? 'low' : answer.confidence);
  }
  const split = countsOf(votes);
  const counted = votes.length > 1 ? { votes: split } : {};
  const winner = sound.find(({ value }) => (split[value] ?? 0) > wanted / 2);
  if (winner === undefined) {
    const failed = votes.find((vote) => vote.state === 'failed');
    const answer = failed !== undefined || sound.length === 0 ? openAnswer(votes) : NO_MAJORITY;
    return { ...answer, ...counted };
  }
  const isUnanimous = split[winner.value] === wanted;
  return { ...soundAnswer(winner, isUnanimous ? winner.confidence : 'low'), ...counted };
}

const NO_MAJORITY: SettledAnswer = {
  value: 'cannot-assess',
  quotes: [],
  rationale: 'Asked several times, the model did not give the same answer often enough.',
  confidence: 'low',
  reason: 'undecided',
};

function soundAnswer({ value, evidence, missing, rationale }: Sound, confidence: Sound['confidence']): SettledAnswer {
  return { value, quotes: evidence, rationale, confidence, ...(missing.length > 0 && { missing }) };
}

/** Why there is no answer: a failure first, since without it there might be one. */
function openAnswer(votes: readonly Vote[]): SettledAnswer {
  const told = votes.find(({ state }) => state === 'failed') ?? votes.at(-1);
  return { value: 'cannot-assess', quotes: [], confidence: 'low', ...whyOpen(told) };
}

function whyOpen(vote: Vote | undefined): { readonly reason: UnscoredReason; readonly rationale: string } {
  switch (vote?.state) {
    case 'failed':
      return { reason: vote.failure.reason, rationale: vote.failure.detail };
    case 'unfound':
      return {
        reason: 'evidence-not-found',
        rationale: 'The model’s quote does not prove it, or does not stand in the ticket.',
      };
    case 'vetoed':
      return { reason: 'evidence-not-found', rationale: `The model’s answer does not hold: ${vote.why}.` };
    case 'open':
      return { reason: 'undecided', rationale: vote.rationale };
    default:
      return { reason: 'undecided', rationale: 'The model did not answer.' };
  }
}

/** How often each answer was given. What does not hold counts as no answer. */
function countsOf(votes: readonly Vote[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const vote of votes) {
    if (vote.state === 'failed') continue;
    const value = vote.state === 'sound' ? vote.value : 'cannot-assess';
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
