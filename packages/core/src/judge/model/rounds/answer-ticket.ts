import { isSevere } from '../../../review/two-keys.ts';
import { NO_USAGE } from '../../../scorecard/usage.ts';
import type { CheckReply, GradeReply, JudgeReplies, Question, QuestionKey, Stakes, Weigh } from '../../judge.ts';
import type { Outcome } from '../asking/asker.ts';
import { type AnswerPlace, type Item, secondKeyItem } from '../items.ts';
import { type ReadingContext, readAnswer } from '../reading/read-answer.ts';
import { type Ballot, isContested, type Vote } from './ballot.ts';
import { settle } from './settle.ts';

/** A concerned question gets so many votes, where no more are asked for of all. */
export const FEWEST_VOTES = 3;

/** How the questions of a ticket are asked. */
export interface Rounds {
  /** Sends one request about some of the items. */
  readonly ask: (items: readonly Item[], vote: number, corrections?: ReadonlyMap<string, string>) => Promise<Outcome>;
  readonly reading: ReadingContext;
  /** Votes on every question, an odd number. */
  readonly votes: number;
  readonly weigh: Weigh | undefined;
  /**
   * Whether a further vote on a question may be asked for, where no more hangs on it than the band or the pass. Default: yes. It
   * may not where the question was answered in an earlier run: what hangs on it does not make it another question.
   */
  readonly mayVote?: (item: Item, vote: number) => boolean;
}

/** What the questions of a ticket came to. */
export type Answers = Pick<JudgeReplies, 'checks' | 'grades'> & {
  readonly secondKeys: ReadonlyMap<QuestionKey, string>;
};

const NOTHING_AT_STAKE: Stakes = { severe: new Set(), decisive: new Set() };

/**
 * Asks about a ticket in as few requests as its answers allow: one, where nothing is contested.
 *
 * 1. Everything is asked. 2. Where a quote stands nowhere, the model is told and asked again; where a quote proves nothing, it is
 * asked anew without being told. 3. What a severe outcome, a band or the pass hangs on, and all of a ticket that tries to
 * instruct, is put to the vote. 4. A severe level is asked for once more in other words.
 */
export async function answerTicket(items: readonly Item[], rounds: Rounds): Promise<Answers> {
  const { ask, reading, weigh } = rounds;
  const wanted = Math.max(FEWEST_VOTES, rounds.votes);
  const ballots = items.map((item): Ballot => ({ item, votes: [], contested: false, needsMajority: false }));

  const put = async (
    asked: readonly Ballot[],
    vote: number,
    corrections?: ReadonlyMap<string, string>,
  ): Promise<Vote[]> => {
    if (asked.length === 0) return [];
    const outcome = await ask(inOrder(asked, vote), vote, corrections);
    return asked.map(({ item }) => voteOf(item, outcome, reading));
  };

  for (const [index, vote] of (await put(ballots, 1)).entries()) ballots[index]?.votes.push(vote);
  const unfound = ballots.filter(({ votes }) => votes[0]?.state === 'unfound');
  const vetoed = ballots.filter(({ votes }) => votes[0]?.state === 'vetoed');
  const [corrected, anew] = await Promise.all([put(unfound, 1, correctionsOf(unfound)), put(vetoed, 2)]);
  unfound.forEach((ballot, index) => {
    const vote = corrected[index];
    if (vote !== undefined) ballot.votes[0] = vote;
  });
  vetoed.forEach((ballot, index) => {
    const vote = anew[index];
    if (vote !== undefined) ballot.votes.push(vote);
  });
  for (const ballot of ballots) ballot.contested = isContested(ballot);

  const weighed = (): Stakes =>
    weigh?.({ ...answersOf(ballots, wanted), usage: NO_USAGE }, contestedIn(ballots)) ?? NOTHING_AT_STAKE;
  const stakes = ballots.some(isWorthWeighing) ? weighed() : NOTHING_AT_STAKE;
  const numbers = Array.from({ length: wanted - 1 }, (_, index) => index + 2);
  const concerned = ballots.filter(
    (ballot) => isConcerned(ballot, ballots, stakes, rounds) && mayBePut(ballot, numbers, rounds),
  );
  for (const ballot of concerned) ballot.needsMajority = true;
  const open = numbers.map((number) => concerned.filter(({ votes }) => votes.length < number));
  const cast = await Promise.all(open.map((asked, index) => put(asked, index + 2)));
  open.forEach((asked, round) => {
    asked.forEach(({ votes }, index) => {
      const vote = cast[round]?.[index];
      if (vote !== undefined) votes.push(vote);
    });
  });

  const { severe } = concerned.length > 0 ? weighed() : stakes;
  return { ...answersOf(ballots, wanted), secondKeys: await askSecondKeys(ballots, severe, rounds) };
}

/** Asks for each severe level once more, without sight of the first answer. */
async function askSecondKeys(
  ballots: readonly Ballot[],
  severe: ReadonlySet<QuestionKey>,
  { ask, reading }: Rounds,
): Promise<Map<QuestionKey, string>> {
  const questions = new Map<Question, QuestionKey[]>();
  for (const { item } of ballots) {
    const keys = item.places.map(({ key }) => key);
    if (keys.some((key) => severe.has(key))) questions.set(item.question, keys);
  }
  const answers = await Promise.all(
    [...questions].map(async ([question, keys]) => {
      const item = secondKeyItem(question, reading.context);
      const vote = voteOf(item, await ask([item], 1), reading);
      const level = vote.state === 'sound' ? vote.value : 'cannot-assess';
      return keys.map((key) => [key, level] as const);
    }),
  );
  return new Map(answers.flat());
}

/** Asked the other way round, a model does not simply repeat itself. */
function inOrder(asked: readonly Ballot[], vote: number): Item[] {
  const items = asked.map(({ item }) => item);
  return vote % 2 === 0 ? items.reverse() : items;
}

function voteOf(item: Item, outcome: Outcome, reading: ReadingContext): Vote {
  if ('failure' in outcome) return { state: 'failed', failure: outcome.failure };
  const answer = outcome.answers[item.id];
  if (answer !== undefined) return readAnswer(item, answer, reading);
  if (outcome.rest !== undefined) return { state: 'failed', failure: outcome.rest };
  return { state: 'open', rationale: 'The model did not answer.' };
}

function correctionsOf(ballots: readonly Ballot[]): Map<string, string> {
  const corrections = new Map<string, string>();
  for (const { item, votes } of ballots) {
    const vote = votes[0];
    if (vote?.state === 'unfound') corrections.set(item.id, vote.correction);
  }
  return corrections;
}

/** An answer that is in doubt, may be severe, or may come to what the rules excluded. Most are neither. */
function isWorthWeighing({ contested, item }: Ballot): boolean {
  const { type, levels, criterion } = item.question;
  const isNarrowed = type === 'checklist' && levels.length < criterion.levels.length;
  return contested || isNarrowed || levels.some((id) => isSevere(criterion, id));
}

function isConcerned(ballot: Ballot, all: readonly Ballot[], { severe, decisive }: Stakes, rounds: Rounds): boolean {
  if (ballot.votes[0]?.state === 'failed') return false;
  if (rounds.votes > 1 || rounds.reading.planted.isFlagged) return true;
  const keys = ballot.item.places.map(({ key }) => key);
  if (keys.some((key) => severe.has(key))) return true;
  if (!keys.some((key) => decisive.has(key))) return false;
  // Where none of a decisive question's answers is contested by itself, all of them together are.
  const siblings = all.filter(({ item }) => item.places.some(({ key }) => keys.includes(key)));
  return ballot.contested || !siblings.some(({ contested }) => contested);
}

function mayBePut({ item, votes }: Ballot, numbers: readonly number[], rounds: Rounds): boolean {
  const { mayVote, reading } = rounds;
  if (mayVote === undefined || rounds.votes > 1 || reading.planted.isFlagged) return true;
  return numbers.every((number) => number <= votes.length || mayVote(item, number));
}

function contestedIn(ballots: readonly Ballot[]): Set<string> {
  const contested = ballots.filter((ballot) => ballot.contested);
  return new Set(contested.flatMap(({ item }) => item.places.map(nameOf)));
}

function nameOf({ key, checkId }: AnswerPlace): string {
  return checkId === undefined ? key : `${key}/${checkId}`;
}

function answersOf(ballots: readonly Ballot[], wanted: number): Pick<JudgeReplies, 'checks' | 'grades'> {
  const checks = new Map<QuestionKey, Map<string, CheckReply>>();
  const grades = new Map<QuestionKey, GradeReply>();
  for (const ballot of ballots) {
    const answer = settle(ballot, wanted);
    for (const { key, checkId } of ballot.item.places) {
      if (checkId === undefined) grades.set(key, answer);
      else checks.set(key, (checks.get(key) ?? new Map()).set(checkId, answer));
    }
  }
  return { checks, grades };
}
