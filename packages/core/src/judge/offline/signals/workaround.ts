import { concludedOf, refusalOf, rudenessOf } from '../../../conversation/courtesy.ts';
import { needOf } from '../../../conversation/need.ts';
import { contentOf, doneByAgent, handedOver, openEnd, outcomeOf } from '../../../conversation/outcome.ts';
import { secondsBetween } from '../../../conversation/pace.ts';
import { notDenied, quoteTurn, type Said, said } from '../../../conversation/said.ts';
import type { Talk } from '../../../conversation/talk.ts';
import { phraseSet } from '../../../text/phrases.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

const MEANWHILE = [
  '(in the meantime|in the mean time|meantime|meanwhile|in the interim|for the time being|for the moment|for now)',
  '(until|till|til) (then|it|that|this|the|we|they|he|she|tomorrow|your|fixed|monday|friday)',
];
const OFFERED = phraseSet([
  ...MEANWHILE,
  '(workaround|work around|workarounds|stopgap)',
  '(as an alternative|alternatively|another way)',
  '(temporary|temporarily) (use*|solution|fix|access|laptop|phone|device|account|replacement|assign*|give|lend)',
  '(use|try|using|join|print|open) ... (instead|web version|web app|browser version|webmail|owa|on the web|from the web|via the web|another browser|mobile app|hotspot)',
  '(use|using|try|join|print|work) ... (another|different|other|second|next) ... (printer|laptop|browser|computer|device|phone|headset|desk|machine|pc|network|room|scanner|floor)',
  '(loaner|loan|spare|pool|replacement) (laptop|phone|device|headset|monitor|screen|pc|machine|cable|mouse|keyboard|charger|dock)',
  '(borrow|lend)',
  '(dial|join) ... by phone',
]);
const NO_OFFER = phraseSet([
  '(wait|patient|patience|bear|hold|closing|close|closed|known|all for now)',
  'stay on the line',
  'that is all',
]);
const NONE_EXISTS = phraseSet([
  '(no|not any|not a) (workaround|work around|alternative|other way|other option)',
  '(nothing|no way) ... (meantime|meanwhile|until)',
]);
const ASKED_FOR = phraseSet([
  ...MEANWHILE,
  '(another|other|different|spare|loan*) (machine|laptop|computer|printer|way|device|option) ... (use|work|could|can)',
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
const AT_ONCE = 3 * 3600;

/** The agent offers something to work with until the issue is solved. */
export const workaround = defineGradeSignal({
  id: 'workaround',
  description: 'What the agent offers to work with meanwhile; not applicable where the issue was solved at once.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, (talk, reply) => {
      const offered = offerOf(talk);
      if (offered !== undefined)
        return reply.at(0, [offered.evidence], 'The agent offers something to work with meanwhile.');
      const none = said(talk.agent, NONE_EXISTS, ({ question }) => !question)[0];
      if (none !== undefined)
        return reply.notApplicable([none.evidence], 'The agent tells that there is no workaround.');
      const asked = said(talk.user, ASKED_FOR).at(-1);
      if (asked !== undefined)
        return reply.at(-1, [asked.evidence], 'The user asks how to work meanwhile, and the agent offers nothing.');
      const need = needOf(talk, context.text);
      const isBroken = need.broken !== undefined || need.title === 'broken' || need.title === 'password';
      const { solved, unsolved } = outcomeOf(talk);
      if (unsolved !== undefined && isBroken)
        return reply.at(-1, [unsolved.evidence], 'It still does not work, and the agent offers nothing meanwhile.');
      const waited = waitOf(talk, solved);
      if (solved !== undefined && waited === undefined)
        return reply.notApplicable([solved.evidence], 'The issue was solved in the conversation.');
      const request = need.request?.evidence;
      if (!isBroken && request !== undefined)
        return reply.notApplicable([request], 'Nothing was broken: there is nothing to work around.');
      const pending = waited ?? handedOver(talk) ?? said(talk.agent, LATER, notDenied)[0];
      if (pending !== undefined && isBroken)
        return reply.at(-1, [pending.evidence], 'The user has to wait, and the agent offers nothing meanwhile.');
      const done = doneByAgent(talk);
      if (done !== undefined) return reply.notApplicable([done.evidence], 'The agent solved it in the conversation.');
      const [rude] = rudenessOf(talk);
      if (rude !== undefined && (isBroken || request === undefined))
        return reply.at(-1, [rude.evidence], 'The agent turns the user away, and offers nothing.', 'low');
      const refused = refusalOf(talk);
      if (refused !== undefined && isBroken)
        return reply.at(
          -1,
          [refused.evidence],
          'The user is left without help, and without a way to work meanwhile.',
          'low',
        );
      const open = openEnd(talk);
      if (open !== undefined && isBroken)
        return reply.at(-1, [open.evidence], 'The issue is left open, and the agent offers nothing meanwhile.', 'low');
      const content = contentOf(talk) ?? concludedOf(talk);
      if (content !== undefined)
        return reply.notApplicable([content.evidence], 'The conversation ends without anything left to work around.');
      const last = talk.user.at(-1);
      if (talk.agent.length === 0 && isBroken && last !== undefined)
        return reply.at(-1, [quoteTurn(last)], 'The user was never answered.', 'low');
      return reply.open('The conversation does not tell whether the issue was solved at once.');
    }),
});

function offerOf({ agent }: Talk): Said | undefined {
  return said(agent, OFFERED, notDenied).find(({ sentence }) => !holds(sentence.analysis.spans(NO_OFFER)));
}

function holds(spans: readonly unknown[]): boolean {
  return spans.length > 0;
}

/** What the user had to wait for before it was solved: a later moment that the agent names, or the clock. */
function waitOf({ agent, user }: Talk, solved: Said | undefined): Said | undefined {
  if (solved === undefined) return undefined;
  const place = solved.turn.index;
  const later = said(agent, LATER, notDenied).find(({ turn }) => turn.index < place);
  const [first] = user;
  const seconds = first === undefined ? undefined : secondsBetween(first, solved.turn);
  return seconds === undefined || seconds > AT_ONCE ? later : undefined;
}
