import { concludedOf, isFriendly, rudenessOf } from '../../../conversation/courtesy.ts';
import { endingOf } from '../../../conversation/ending.ts';
import { doneByAgent, handedOver, outcomeOf, reproachOf, unansweredOf } from '../../../conversation/outcome.ts';
import { secondsBetween } from '../../../conversation/pace.ts';
import { notDenied, quoteTurn, type Said, said } from '../../../conversation/said.ts';
import { after, type Talk } from '../../../conversation/talk.ts';
import { notExported } from '../../../export-facts/exported.ts';
import { findPhrase } from '../../../text/find.ts';
import { nameFields } from '../../../text/name-fields.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { JudgeContext } from '../../judge.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

const DOCUMENTED_IN = ['workNotes', 'comments', 'closeNotes'];
const CALL_BACK = phraseSet([
  "(i will|we will|i'll|we'll|ill|i shall|i am going to|i'm going to) [(also|then|personally|definitely|surely)] (call|phone|ring|revert|follow up|check in) [(with|to|on)] [(you|u|back|tomorrow|by|today)]",
  "(i will|we will|i'll|we'll|ill|i shall|i am going to|i'm going to) [(also|then|personally|definitely|surely)] (check|get|come|report) back",
  "(i will|we will|i'll|we'll) give you a (call|ring|bell)",
  '(and|will) (call|phone|ring) you [back] (at|in|tomorrow|later|this|when|once|on|today|by)',
  'will (call|phone|ring) you (back|at|in|tomorrow|later|this|when|once|on|today)',
  '(i|we) promise* to (call|phone|ring|contact|get back)',
]);
const CALLED = phraseSet([
  '(called|phoned|rang|rung|contacted|reached|spoke|spoken|talked|updated|informed|emailed|mailed|messaged|followed up|call back|called back|callback|call) [(back|to|with|out|made|done)] [(the|user|caller|customer|her|him|them|she|he|agreed|made|done)]',
  '(left|voicemail|voice mail) ... (voicemail|message|user)',
  'as promised',
  '(user|caller|customer|she|he) (confirmed|confirms|confirm)',
]);
const ABANDONED = phraseSet([
  '(disconnected|ended|closed|terminated|left) by [the] (agent|analyst|desk|support|technician)',
  '(agent|analyst|desk|support|technician) (left|disconnected|ended|hung up|closed)',
  'closing chat',
]);
const SILENCE = phraseSet([
  '(no|without|any|lack of|not received any|not got any) [further] (response|reply|answer|revert|feedback)',
  '(did not|have not|has not|not|never) (hear|heard|respond|responded|reply|replied|answered) [(back|from|from you)]',
  "(didn't|haven't|hasn't) (hear|heard|respond|responded|reply|replied|answered)",
]);
const CLOSES = phraseSet(['(clos*|resolv*|cancel*)']);

const FORGOT = phraseSet([
  '(i|we) [(have|had|completely|totally|simply|clean|just)] (forgot|forgotten|missed|overlooked|lost sight)',
  '(number|call|mail|update|message|it|that) (i|we) forgot',
  '(slipped|escaped) (my|our) (mind|attention|notice)',
]);
const KEPT = phraseSet([
  '(as promised|hello again|hi again|calling back|calling you back|me again|back again)',
  '(good|have) news',
]);
/** Whoever speaks so much later has come back. Seconds. */
const LATER = 600;

/** The agent does what was promised, and stays until the issue is solved or handed over. */
export const followThrough = defineGradeSignal({
  id: 'follow-through',
  description:
    'Promises kept or broken, a user left without an answer, and whether the issue was solved or handed over.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, (talk, reply) => {
      const reproach = reproachOf(talk);
      if (reproach !== undefined)
        return reply.at(-1, [reproach.evidence], 'The user has to remind of what did not happen.');
      const ignored = unansweredOf(talk);
      if (ignored !== undefined) return reply.at(-1, [ignored.evidence], 'The user asks, and nobody answers.');
      const silenced = closedForOwnSilence(talk);
      if (silenced !== undefined)
        return reply.at(
          -1,
          [silenced.evidence],
          'The ticket is closed for a silence, though the user had answered last.',
        );
      const forgotten = said(talk.agent, FORGOT, notDenied)[0];
      if (forgotten !== undefined)
        return reply.at(-1, [forgotten.evidence], 'The agent owns that something promised was not done.');
      const { solved } = outcomeOf(talk);
      const ending = endingOf(talk);
      const basis = ending.evidence === undefined ? [] : [ending.evidence];
      if (ending.state === 'unsolved')
        return reply.at(-1, basis, 'The conversation ends with the issue as it was, and nothing comes next.');
      if (ending.state === 'self-solved' && !isFriendly(talk))
        return reply.at(-1, basis, 'The user found the solution, and the agent did nothing towards it.', 'low');
      const promise = openPromise(talk, solved);
      if (promise !== undefined && ending.state !== 'self-solved') return answerOfPromise(promise, context, reply);
      const [rude] = rudenessOf(talk);
      if (rude !== undefined && ending.state !== 'solved')
        return reply.at(-1, [rude.evidence], 'The user is turned away.', 'low');
      if (ending.state === 'handed-over')
        return reply.at(0, basis, 'The agent hands the issue over, and says what comes next.');
      if (ending.evidence !== undefined) return reply.at(0, basis, 'The agent stays until it is solved.');
      const done = doneByAgent(talk) ?? handedOver(talk) ?? concludedOf(talk);
      if (done !== undefined) return reply.at(0, [done.evidence], 'The conversation is brought to its end.', 'low');
      const gone = said(talk.turns, ABANDONED)[0];
      if (gone !== undefined)
        return reply.at(-1, [gone.evidence], 'The agent ends the conversation before the issue is solved.', 'low');
      if (talk.agent.length === 0 && talk.user.length > 1)
        return reply.at(-1, talk.user.slice(0, 3).map(quoteTurn), 'The user was never answered.', 'low');
      return reply.open('The conversation tells neither a promise nor how it ended.');
    }),
});

function isAfter(one: Said, other: Said): boolean {
  return one.turn.index > other.turn.index;
}

/** A promised call-back that nothing later in the conversation keeps. */
function openPromise({ agent }: Talk, solved: Said | undefined): Said | undefined {
  const promise = said(
    agent,
    CALL_BACK,
    (modality) => notDenied(modality) && !modality.question && !modality.conditional,
  ).at(-1);
  if (promise === undefined || (solved !== undefined && isAfter(solved, promise))) return undefined;
  const behind = after(agent, promise.turn);
  const isKept = behind.some(
    (turn) => said([turn], KEPT).length > 0 || (secondsBetween(promise.turn, turn) ?? 0) >= LATER,
  );
  return isKept ? undefined : promise;
}

function answerOfPromise(
  promise: Said,
  { text, ticket }: JudgeContext,
  reply: Parameters<Parameters<typeof answerOfTalk>[3]>[1],
) {
  const kept = findPhrase(
    text.passages(['workNotes', 'closeNotes']),
    CALLED,
    ({ negated, future }) => !negated && !future,
  );
  if (kept !== undefined)
    return reply.at(0, [promise.evidence], 'The agent promises to come back, and the notes tell that it happened.');
  const unseen = notExported(ticket, DOCUMENTED_IN);
  if (unseen.length > 0)
    return {
      ...reply.open(`A call-back was promised; whether it happened may stand in ${nameFields(unseen)}, not exported.`),
      reason: 'field-not-exported' as const,
    };
  return reply.absent(
    -1,
    { element: 'the promised call-back', searched: DOCUMENTED_IN },
    'A call-back was promised, and nothing shows that it happened.',
    [promise.evidence],
  );
}

/** The user spoke last, and the agent closes "as there was no response". */
function closedForOwnSilence({ agent, turns }: Talk): Said | undefined {
  return said(agent, SILENCE, ({ conditional }) => !conditional).find(({ turn, sentence }) => {
    if (sentence.analysis.spans(CLOSES).length === 0) return false;
    const place = turn.index;
    return turns.slice(0, place).findLast(({ speaker }) => speaker !== 'bot')?.speaker === 'user';
  });
}
