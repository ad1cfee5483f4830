import { rudenessOf } from '../../../conversation/courtesy.ts';
import { needOf } from '../../../conversation/need.ts';
import { doneByAgent, handedOver, outcomeOf } from '../../../conversation/outcome.ts';
import { notDenied, quoteTurn, type Said, said } from '../../../conversation/said.ts';
import type { Talk } from '../../../conversation/talk.ts';
import { phraseSet } from '../../../text/phrases.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

const ADVICE = phraseSet([
  '(next time|in future|in the future|for future|going forward|from now on|in case it comes back)',
  '(if|should|when|whenever) (it|this|that|you|they) ... (again|comes back|returns|reappears|recurs|stall*)',
  'whenever (you|it|this|that)',
  '(yourself|yourselves|on your own|by yourself|without us|without calling)',
  '(self service|selfservice|sspr|company portal)',
  '(knowledge|kb|help) (article|base|page|document)',
  'kb [(article|number|no)] #',
  '(kb0*|kb1*|kb2*|kb3*|kb4*|kb5*|kb6*|kb7*|kb8*|kb9*)',
  '(article|guide|instructions|manual|faq|tutorial|video|steps) ... (link|sent|portal|attached|here|mailed|shows|explains|intranet|below|you)',
  '(sent|send|mailed|sharing|share|shared|here is|here s|attached) ... (link|article|guide|instructions|manual|document)',
  '(to avoid|to prevent|avoid this|prevent this|remember|tip|bookmark|good habit|make sure you|make sure to)',
  '(always|regularly|once a week|every week|every time) ... (restart|lock|sign|log|save|close|clear|update|check|shut)',
  'as a tip',
  "(so|then) it (won't|wont|will not|does not|doesn't)",
  "(won't|wont|will not) ... again",
  'by itself',
  'does the trick',
]);
const CALL_AGAIN = phraseSet([
  '(call|contact|phone|ring|message|email|mail|ping|inform|write to|reach out to|come back to|get back to|get in touch with) (us|me|back|again|the|it|service|desk|help|support)',
  'let (us|me) know',
  '(reopen|raise|log|open|create) (a|an|the|this|another|new) [new] (ticket|incident|case|request)',
]);
const BY_OTHERS = phraseSet([
  '(replacement|replace*)',
  '(sending|send|sent|order*|ship*|mail*|get|bring) ... new one',
  '(new|spare|loan) (laptop|headset|screen|cable|dock|keyboard|mouse|phone|monitor|battery|device|charger)',
  '(approval|approve*|owner|permission*|licen*|quota|vendor|server|outage|maintenance|hardware|on site|onsite|backend|back end|administrator|admin rights)',
  '(access|group|folder|drive|site) (granted|given|added|requested|rights)',
  '(granted|given|added|grant|give) ... (access|rights|group|membership)',
]);
const OUT_OF_REACH_TITLE = phraseSet([
  '(access|permission*|licen*|approval|replacement|replace|new|order|quota|server|outage|broken|joiner|starter|shared drive|lost|stolen|toner|scanner|locked out)',
]);

/** The agent tells the user how to solve or avoid it without help next time. */
export const selfResolveAdvice = defineGradeSignal({
  id: 'self-resolve-advice',
  description:
    'Advice for next time: a step, an article, the self-service portal. Not applicable where a user could do nothing.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, (talk, reply) => {
      const given = rudenessOf(talk).length > 0 ? undefined : adviceOf(talk);
      if (given !== undefined) return reply.at(0, [given.evidence], 'The agent advises how to help oneself next time.');
      const others = outOfReach(talk) ?? handedOver(talk);
      const title = context.text
        .passages(['shortDescription'])
        .some((passage) => passage.hits(OUT_OF_REACH_TITLE).length > 0);
      const basis = others?.evidence ?? (talk.user[0] === undefined ? undefined : quoteTurn(talk.user[0]));
      if ((others !== undefined || title) && basis !== undefined)
        return reply.notApplicable([basis], 'Only somebody else could do this: a user could not.');
      const fix = outcomeOf(talk).solved ?? doneByAgent(talk);
      const { broken, password } = needOf(talk, context.text);
      const shown = fix?.evidence ?? (broken ?? password)?.evidence;
      if (shown === undefined) return reply.open('The conversation does not tell whether a user could do it.');
      return reply.at(
        -1,
        [shown],
        'The agent does not say what to do next time.',
        fix === undefined ? 'low' : 'medium',
      );
    }),
});

/** "If it happens again, call us" is no advice, and neither is what the user is to do now. */
function adviceOf({ agent }: Talk): Said | undefined {
  return said(agent, ADVICE, notDenied).find(
    ({ sentence: { analysis } }) => analysis.spans(CALL_AGAIN).length === 0 || analysis.spans(OWN_HAND).length > 0,
  );
}

const OWN_HAND = phraseSet(['(yourself|yourselves|on your own|self service|knowledge|kb|kb0*|article|guide|link)']);

function outOfReach({ agent }: Talk): Said | undefined {
  return said(agent, BY_OTHERS, notDenied)[0];
}
