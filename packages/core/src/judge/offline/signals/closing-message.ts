import { CLOSING, impatienceOf, rudenessOf } from '../../../conversation/courtesy.ts';
import { outcomeOf, userLeft } from '../../../conversation/outcome.ts';
import { outrageOf } from '../../../conversation/reaction.ts';
import { quoteTurn, said } from '../../../conversation/said.ts';
import { after, type Talk } from '../../../conversation/talk.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { Evidence } from '../../../verdict.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

/** The last turns of an agent. */
const LAST_TURNS = 2;
const FAREWELL = phraseSet([
  '(gotta dash|gotta run|must dash|have to dash|off to|gotta go|got to go|have to go|need to go|must go|must run|have to run|cu|ciao|see you|cheerio)',
  '(have|enjoy) (a|your) ... (day|evening|weekend|one)',
]);
const DECLINED = phraseSet([
  '(no|nope|nothing) [(that|thats|thank|thanks|it|else|more)] (all|it|thanks|thank|else|more|grand|fine|is all|for now)',
  "(that's|thats|that is|that will be|that ll be) (all|it|everything)",
  '(nothing|no) (else|more|further)',
  'all set',
  "(i'm|im|i am) (good|fine|done|all set)",
]);

/** The agent ends the conversation with a closing message, or the user left before that was possible. */
export const closingMessage = defineGradeSignal({
  id: 'closing-message',
  description: 'A closing message in the last words of the agent, or a user who left or declined more help before it.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, (talk, reply) => {
      const { agent, user, turns } = talk;
      const last = agent.at(-1);
      if (last === undefined) {
        const asked = user.at(-1);
        return reply.at(-1, asked === undefined ? [] : [quoteTurn(asked)], 'The user was never answered.', 'low');
      }
      const closed = agent.length === 1 ? afterOpening(talk) : said(agent.slice(-LAST_TURNS), CLOSING).at(-1)?.evidence;
      const isBrushOff = closed !== undefined && isBrushedOff(talk, closed);
      if (closed !== undefined && !isBrushOff)
        return reply.at(0, [closed], 'The agent closes the conversation.', 'high');
      const left = userLeft(talk);
      if (left !== undefined && left.index > last.index)
        return reply.at(0, [quoteTurn(left)], 'The user left before a closing message was possible.');
      const gone = goneUser(talk, last);
      if (gone !== undefined) return reply.at(0, [gone], 'The user took leave or declined more help.', 'low');
      if (after(turns, last).some(({ speaker }) => speaker === 'unknown'))
        return reply.open('Somebody speaks after the agent, and nothing tells who it is.');
      return reply.at(-1, [quoteTurn(last)], 'The conversation ends without a closing message of the agent.');
    }),
});

/** With one turn, thanks at its beginning is a greeting: what closes stands in its second half. */
function afterOpening({ agent }: Talk): Evidence | undefined {
  return said(agent, CLOSING).findLast(({ turn, sentence }) => sentence.start > turn.passage.text.length / 3)?.evidence;
}

/** "Bye bye" and no more, amid rudeness, closes nothing politely. */
function isBrushedOff(talk: Talk, { quote }: Evidence): boolean {
  return (
    (rudenessOf(talk).length + impatienceOf(talk).length > 0 || outrageOf(talk) !== undefined) &&
    quote.split(/\s+/).length <= 4 &&
    /\bbye\b/i.test(quote)
  );
}

function goneUser(talk: Talk, last: Talk['agent'][number]): Evidence | undefined {
  const behind = after(talk.turns, last).filter(({ speaker }) => speaker === 'user');
  if (behind.length === 0 || outcomeOf(talk).unsolved !== undefined) return undefined;
  return (said(behind, FAREWELL)[0] ?? said(behind, DECLINED)[0])?.evidence;
}
