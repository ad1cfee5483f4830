import { impatienceOf, isFriendly, rudenessOf, wordsPerTurn } from '../../../conversation/courtesy.ts';
import { endingOf } from '../../../conversation/ending.ts';
import { doneByAgent, reproachOf, unansweredOf } from '../../../conversation/outcome.ts';
import { slowness } from '../../../conversation/pace.ts';
import { outrageOf } from '../../../conversation/reaction.ts';
import { quoteTurn, type Said, said } from '../../../conversation/said.ts';
import { stepsOf } from '../../../conversation/steps.ts';
import type { Talk } from '../../../conversation/talk.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { Evidence } from '../../../verdict.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

const [EXCELLENT, GOOD, EFFECTIVE, UNFRIENDLY, RUDE] = [0, 1, 2, 3, 4];
const COMPLAINT = phraseSet([
  '(unbelievable|unacceptable|not acceptable|ridiculous|useless|pathetic|joke|joking|disappointed|disappointing|embarrassing|rude|waste of time)',
  '(not|never) (helpful|happy|satisfied|impressed|good enough|acceptable)',
  '(somebody|someone|anybody) else (help|please)',
  '(speak|talk) to (your|a|the) (manager|supervisor)',
  '(one|two|three|#) (hour|hours|days) for (that|this)',
  'what am i supposed to',
  '(could|should) have been (quicker|faster|better|easier)',
  'are you reading',
  '(you|they|somebody) (could|should) have (told|said|done|called|mentioned)',
  '(now|again) i am late',
  '(will|going to) complain',
  '(honestly|seriously)',
]);
const PRAISE = phraseSet([
  '(quick|fast|brilliant|star|lifesaver|amazing|wonderful|excellent|awesome|marvellous|impressed)',
  '(saved|made) my (day|morning|afternoon|evening|week)',
  '(thank you|thanks) (so|very) much',
]);

/** How the user was served as a whole. */
export const generalService = defineGradeSignal({
  id: 'general-service',
  description: 'Rude or curt words, kinds of courtesy, whether the user was helped, and how quickly.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, (talk, reply) => {
      const ending = endingOf(talk);
      const basis = ending.evidence;
      const [first] = talk.agent;
      if (first === undefined)
        return reply.at(RUDE, talk.user.slice(0, 3).map(quoteTurn), 'Nobody answers the user: no help at all.', 'low');
      const quotes = (found: readonly Said[]) => found.map(({ evidence }) => evidence);
      const rude = rudenessOf(talk);
      if (rude.length > 0) return reply.at(RUDE, quotes(rude), 'The agent is rude to the user.');
      const isLeft = ending.state === 'unsolved' || ending.state === 'self-solved';
      const friendly = isFriendly(talk);
      const outrage = outrageOf(talk);
      if (isLeft && !friendly && outrage !== undefined && isOffHand(talk))
        return reply.at(RUDE, [outrage], 'The user is treated off-hand, is upset about it, and gets no help.', 'low');
      if (isLeft && isMute(talk))
        return reply.at(RUDE, talk.agent.slice(0, 3).map(quoteTurn), 'A few words, and no help in them.', 'low');
      const failed = failureOf(talk) ?? (ending.state === 'unsolved' ? basis : undefined);
      if (ending.state === 'unsolved' && failed !== undefined)
        return reply.at(UNFRIENDLY, [failed], 'The user was not helped.');
      const curt = [...impatienceOf(talk), ...said(talk.user, COMPLAINT)];
      if (curt.length > 0 && !friendly)
        return reply.at(UNFRIENDLY, quotes(curt), 'The agent is curt, and the user is not content.', 'low');
      const helped = basis ?? doneByAgent(talk)?.evidence;
      if (helped === undefined) return reply.open('The conversation does not tell whether the user was helped.');
      if (!friendly || impatienceOf(talk).length > 0)
        return reply.at(
          EFFECTIVE,
          [failed ?? quoteTurn(first)],
          'The user was helped, with little communication.',
          'low',
        );
      const slow = failed ?? slowness(talk, context.ticket);
      if (slow !== undefined) return reply.at(GOOD, [slow], 'Friendly and helpful, but not quick.');
      const praised = said(talk.user, PRAISE)[0];
      return reply.at(EXCELLENT, [praised?.evidence ?? helped], 'Friendly, helpful and quick.');
    }),
});

/** What shows that a promise was broken, or a question left without an answer. */
function failureOf(talk: Talk): Evidence | undefined {
  return (reproachOf(talk) ?? unansweredOf(talk))?.evidence;
}

/** In words, on average. */
const OFF_HAND = 14;
const MUTE = 4;

/** Short turns, none of them with a courtesy beyond the stock phrases. */
function isOffHand({ agent }: Talk): boolean {
  return wordsPerTurn(agent) < OFF_HAND;
}

function isMute(talk: Talk): boolean {
  const isIdle = stepsOf(talk).length === 0 && doneByAgent(talk) === undefined;
  return talk.agent.length > 1 && wordsPerTurn(talk.agent) < MUTE && isIdle;
}
