import { concludedOf, rudenessOf } from '../../../conversation/courtesy.ts';
import { secondsOpen } from '../../../conversation/duration.ts';
import { endingOf } from '../../../conversation/ending.ts';
import { MEANWHILE, offerOf } from '../../../conversation/interim.ts';
import { needOf } from '../../../conversation/need.ts';
import { doneByAgent, handedOver } from '../../../conversation/outcome.ts';
import { secondsBetween } from '../../../conversation/pace.ts';
import { notDenied, type Said, said } from '../../../conversation/said.ts';
import type { Talk } from '../../../conversation/talk.ts';
import { phraseSet } from '../../../text/phrases.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

const NONE_EXISTS = phraseSet([
  '(no|not any|not a) (workaround|work around|alternative|other way|other option)',
  '(nothing|no way) ... (meantime|meanwhile|until)',
]);
const ASKED_FOR = phraseSet([
  ...MEANWHILE,
  '(another|other|different|spare|loan*) (machine|laptop|computer|printer|way|device|option) ... (use|work|could|can)',
  '(can|could|may|shall) (i|he|she|we|they|you) ... (use|borrow|take|get|send|hand) ... (another|other|else|somewhere|instead|spare|paper|mail|one|loan*)',
  '(loan*|spare|replacement|another|second|substitute) (tablet|laptop|device|phone|machine|computer|printer|screen|monitor|one|address|room|way)',
  '(somewhere|someone) else',
  '(something|anything|what|where|how) (i|we|do we|do i|can i|can we|could i|could we) ... (use|work|do|scan|print|reach|now)',
  '(workaround|work around|alternative)',
  'where do we',
]);
const LATER = phraseSet([
  '(tomorrow|monday|tuesday|wednesday|thursday|friday|thursdays|next week|overnight|eod|end of day)',
  '(within|in|takes|take|up to|about|around) [(about|the|next|up|to)] (#|one|two|three|four|five|few|some|a few|several|a couple of) [(to|working|business|more)] [#] (hour|hours|hrs|day|days|week|weeks)',
  "(will|i'll|we'll) (get back|come back|revert|call you|phone you|ring you|update you|contact you|let you know|check back)",
]);
/** Solved within this time is solved at once. Seconds. */
const AT_ONCE = 4 * 3600;

/** The agent offers something to work with until the issue is solved. */
export const workaround = defineGradeSignal({
  id: 'workaround',
  description: 'What the agent offers to work with meanwhile; not applicable where the issue was solved at once.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, (talk, reply) => {
      const ending = endingOf(talk);
      const isMocked = rudenessOf(talk).length > 0;
      const offered = isMocked ? undefined : offerOf(talk);
      if (offered !== undefined)
        return reply.at(0, [offered.evidence], 'The agent offers something to work with meanwhile.');
      const none = said(talk.agent, NONE_EXISTS, ({ question }) => !question)[0];
      if (none !== undefined)
        return reply.notApplicable([none.evidence], 'The agent tells that there is no workaround.');
      if (ending.state === 'self-solved' && ending.evidence !== undefined)
        return reply.notApplicable([ending.evidence], 'The user found the solution: nothing was left to work around.');
      const asked = said(talk.user, ASKED_FOR).at(-1);
      if (asked !== undefined)
        return reply.at(-1, [asked.evidence], 'The user asks how to work meanwhile, and the agent offers nothing.');
      const need = needOf(talk, context.text);
      const isBroken =
        need.broken !== undefined ||
        need.title === 'broken' ||
        (need.title !== 'request' && need.request === undefined);
      const request = need.request?.evidence ?? ending.evidence;
      if (need.title === 'request' && !isBroken && request !== undefined)
        return reply.notApplicable([request], 'Nothing was broken: there is nothing to work around.');
      if (ending.state === 'unsolved' && ending.evidence !== undefined)
        return reply.at(-1, [ending.evidence], 'It is left as it was, and the agent offers nothing meanwhile.');
      const waited = waitOf(talk, ending.state, secondsOpen(context.ticket));
      if (waited !== undefined && isBroken)
        return reply.at(-1, [waited.evidence], 'The user has to wait, and the agent offers nothing meanwhile.');
      if (ending.evidence !== undefined)
        return reply.notApplicable([ending.evidence], 'It was solved in the conversation.');
      const content = concludedOf(talk);
      if (content !== undefined)
        return reply.notApplicable([content.evidence], 'The conversation ends without anything left to work around.');
      return reply.open('The conversation does not tell whether the issue was solved at once.');
    }),
});

/** What the user had to wait for: a hand-over, a later moment that the agent names, or the time until the end. */
function waitOf(talk: Talk, state: string, open: number | undefined): Said | undefined {
  const later = said(talk.agent, LATER, notDenied)[0];
  if (state === 'handed-over') return handedOver(talk) ?? later;
  if (state !== 'solved') return undefined;
  const isLong = open === undefined || open > AT_ONCE;
  const shown = later ?? handedOver(talk) ?? doneByAgent(talk);
  const [first] = talk.user;
  const last = talk.user.at(-1);
  const spoken = first === undefined || last === undefined ? undefined : secondsBetween(first, last);
  if (spoken !== undefined && spoken <= AT_ONCE && talk.conversation.kinds.length === 1 && open === undefined)
    return undefined;
  return isLong && (open !== undefined || later !== undefined) ? shown : undefined;
}
