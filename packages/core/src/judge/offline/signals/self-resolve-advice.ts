import { isFriendly, rudenessOf } from '../../../conversation/courtesy.ts';
import { endingOf } from '../../../conversation/ending.ts';
import { outrageOf, reactionOf } from '../../../conversation/reaction.ts';
import { notDenied, quoteTurn, type Said, said } from '../../../conversation/said.ts';
import type { Talk } from '../../../conversation/talk.ts';
import { evidenceOf, findPhrase } from '../../../text/find.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { Evidence } from '../../../verdict.ts';
import type { JudgeContext } from '../../judge.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

const ADVICE = phraseSet([
  '(do|does|doing|use|try|repeat|follow|take|run|press|click) (the|this|that|these|those) [same] [(steps|thing|trick|button|again)] ... (again|next|every|any|help|later)',
  '(do|repeat|use|follow) (the|these) (same|steps) [(steps|thing|way|trick)] [(again|next|as)]',
  '(works|work|good|safe|help*|valid) (for|at|every|any|each) (any|every|all|time|other|others|time)',
  '(each|every) (time|change|update|week|month|morning|evening|day)',
  'after (each|every)',
  '(can|could|may) [(always|also|easily|simply|just)] (be|find|do|set|change|install|check|look) ... (yourself|portal|software|intranet|again|time)',
  '(trick|secret|shortcut|rule) (for|is|of)',
  '(on|from|in|through) the ... (portal|intranet|software center|knowledge base|self service)',
  '(so|and) (keep|remember|note|save|bookmark) (it|that|this)',
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
  '(approval|approve*|owner|permission*|licen*|quota|vendor|outage|technician|workshop|backup|restore*|maintenance|hardware|on site|onsite|backend|back end|administrator|admin rights)',
  '(access|group|folder|drive|site) (granted|given|added|requested|rights)',
  '(granted|given|added|grant|give) ... (access|rights|group|membership)',
]);
/** What a user has neither the hands nor the rights for. */
const HANDS = phraseSet([
  '(vendor|supplier|manufacturer|technician|workshop|engineer|facilities|electrician|warranty|carrier|provider)',
  '(replaced|replacement|delivered|shipped|ordered|repaired|swapped|exchanged|rewired|spare|refilled)',
  '(restored|restore|backup|recovered|rebuilt|republished|migrated|provisioned|whitelisted)',
  '(granted|approval|approved|permission*|rights|membership|licen*|entitlement|owner)',
  '(access|account|group|mailbox|folder|right) [(was|has been)] (added|given|granted|created|assigned|provided|restored|enabled)',
  '(by|from|to|with) [(the|our)] ... (team|vendor|admin|administrator|administrators|department)',
  '(server|backend|firewall|gateway|switch|router|outage|certificate|tenant|database|farm|cluster) ... (renewed|restarted|fixed|repaired|replaced|restored|corrected|changed|raised)',
]);
const OUT_OF_REACH_TITLE = phraseSet([
  '(access|permission*|licen*|approval|replacement|replace|new|order|quota|server|outage|offline|terminal|kiosk|reader|gate|interface|gateway|plotter|joiner|starter|shared drive|lost|stolen|toner|locked out|crack*|swollen|smashed|deleted)',
]);

/** The agent tells the user how to solve or avoid it without help next time. */
export const selfResolveAdvice = defineGradeSignal({
  id: 'self-resolve-advice',
  description:
    'Advice for next time: a step, an article, the self-service portal. Not applicable where a user could do nothing.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, (talk, reply) => {
      const isMeant = rudenessOf(talk).length === 0 && (outrageOf(talk) === undefined || isFriendly(talk));
      const hands = handsNeeded(context);
      const given = isMeant ? (adviceOf(talk) ?? (hands === undefined ? shownSteps(talk) : undefined)) : undefined;
      if (given !== undefined) return reply.at(0, [given.evidence], 'The agent tells what the user can do alone.');
      const ending = endingOf(talk);
      const isBrushedOff = ending.state === 'unsolved' && !isFriendly(talk);
      const others = hands ?? (isBrushedOff ? undefined : outOfReach(talk));
      const title = context.text
        .passages(['shortDescription'])
        .some((passage) => passage.hits(OUT_OF_REACH_TITLE).length > 0);
      const basis = others?.evidence ?? (talk.user[0] === undefined ? undefined : quoteTurn(talk.user[0]));
      if ((others !== undefined || title) && basis !== undefined)
        return reply.notApplicable([basis], 'Only somebody else could do this: a user could not.');
      const passed = ending.state === 'handed-over' ? ending.evidence : undefined;
      if (passed !== undefined) return reply.notApplicable([passed], 'Another team had to take it over.');
      const shown = ending.evidence ?? basis;
      if (shown === undefined) return reply.open('The conversation does not tell whether a user could do it.');
      const confidence = ending.state === 'solved' ? 'medium' : 'low';
      return reply.at(-1, [shown], 'The agent does not say what to do next time.', confidence);
    }),
});

/** "If it happens again, call us" is no advice, and neither is what the user is to do now. */
function adviceOf({ agent }: Talk): Said | undefined {
  return said(agent, ADVICE, notDenied).find(
    ({ sentence: { analysis } }) => analysis.spans(CALL_AGAIN).length === 0 || analysis.spans(OWN_HAND).length > 0,
  );
}

const OWN_HAND = phraseSet(['(yourself|yourselves|on your own|self service|knowledge|kb|kb0*|article|guide|link)']);

/** Steps through a menu that the user then takes, with success: they can be taken again. */
function shownSteps(talk: Talk): Said | undefined {
  const { agent, turns } = talk;
  return said(agent, MENU_STEP, notDenied).find(({ turn, sentence }) => {
    if (said([turn], BY_AGENT).some((own) => own.sentence === sentence)) return false;
    const isPath = PATH.test(turn.passage.text) || said([turn], MENU_STEP).length > 1;
    const answer = turns.slice(turn.index + 1).find(({ speaker }) => speaker === 'user');
    return isPath && answer !== undefined && reactionOf(answer, turns).mood === 'content';
  });
}

/** `File > Options > Mail`, `Step 1:`, `1. switch off` */
const PATH = /\w ?(?:>|→|->) ?\w|\bstep \d|^\s{0,5}\d[.)] /im;
const MENU_STEP = phraseSet([
  '(click|press|tap|choose|select|open|go to|type|right click|double click|pick|tick|untick|switch|set|settings|options|menu|step #|file|ctrl|search)',
]);
/** Said of what the agent does. */
const BY_AGENT = phraseSet([
  "(i|i'm|i've|i'll|we|we've|let me) ... (click*|press*|open*|set|choos*|select*|chang*|pick*|do|did|done)",
]);

const anyhow = () => true;

/** What the record tells of hands, rights or a vendor that it needed. */
function handsNeeded({ text }: JudgeContext): { readonly evidence: Evidence } | undefined {
  const found = findPhrase(text.passages(['closeNotes']), HANDS, anyhow);
  return found === undefined ? undefined : { evidence: evidenceOf(found) };
}

function outOfReach({ agent }: Talk): Said | undefined {
  return said(agent, BY_OTHERS, notDenied)[0];
}
