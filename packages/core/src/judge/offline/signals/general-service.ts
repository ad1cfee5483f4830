import { impatienceOf, isFriendly, refusalOf, rudenessOf } from '../../../conversation/courtesy.ts';
import {
  contentOf,
  doneByAgent,
  handedOver,
  openEnd,
  outcomeOf,
  reproachOf,
  unansweredOf,
} from '../../../conversation/outcome.ts';
import { slowness } from '../../../conversation/pace.ts';
import { quoteTurn, said } from '../../../conversation/said.ts';
import { after, type Talk } from '../../../conversation/talk.ts';
import { phraseSet } from '../../../text/phrases.ts';
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
      const [first] = talk.agent;
      if (first === undefined) return reply.open('The agent says nothing in the conversation.');
      const rude = rudenessOf(talk);
      if (rude.length > 0)
        return reply.at(
          RUDE,
          rude.map(({ evidence }) => evidence),
          'The agent is rude to the user.',
        );
      const complaints = said(talk.user, COMPLAINT);
      const impatient = impatienceOf(talk);
      const failed = failureOf(talk);
      const friendly = isFriendly(talk);
      if (failed !== undefined && outcomeOf(talk).solved === undefined && doneByAgent(talk) === undefined)
        return reply.at(UNFRIENDLY, [failed], 'The user was not helped.');
      const curt = [...impatient, ...complaints].map(({ evidence }) => evidence);
      if (curt.length > 0 && !friendly)
        return reply.at(UNFRIENDLY, curt, 'The agent is curt, and the user is not content.', 'low');
      const helped = helpOf(talk);
      const refused = refusalOf(talk);
      if (
        refused !== undefined &&
        outcomeOf(talk).solved === undefined &&
        doneByAgent(talk) === undefined &&
        handedOver(talk) === undefined
      )
        return reply.at(UNFRIENDLY, [refused.evidence], 'The user is left without help.', 'low');
      if (helped === undefined) return reply.open('The conversation does not tell whether the user was helped.');
      const { evidence } = helped;
      if (!friendly || impatient.length > 0 || failed !== undefined)
        return reply.at(
          EFFECTIVE,
          [failed ?? quoteTurn(first)],
          'The user was helped, with little communication.',
          'low',
        );
      const slow = slowness(talk);
      if (slow !== undefined) return reply.at(GOOD, [slow], 'Friendly and helpful, but not quick.');
      const praised = said(talk.user, PRAISE)[0];
      return reply.at(EXCELLENT, [praised?.evidence ?? evidence], 'Friendly, helpful and quick.');
    }),
});

/** What shows that the user was not helped, and that nobody goes on with it. */
function failureOf(talk: Talk) {
  const { unsolved } = outcomeOf(talk);
  const next = handedOver(talk);
  const isTakenOn =
    unsolved !== undefined && next !== undefined && after(talk.turns, unsolved.turn).includes(next.turn);
  const leftOpen = next === undefined ? openEnd(talk) : undefined;
  return (reproachOf(talk) ?? unansweredOf(talk) ?? (isTakenOn ? undefined : unsolved) ?? leftOpen)?.evidence;
}

function helpOf(talk: Talk) {
  return outcomeOf(talk).solved ?? handedOver(talk) ?? doneByAgent(talk) ?? contentOf(talk);
}
