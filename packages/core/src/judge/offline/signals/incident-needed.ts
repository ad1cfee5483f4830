import { attachedInteraction } from '../../../handling/attached-interaction.ts';
import { evidenceOf, findPhrase } from '../../../text/find.ts';
import { isTold, type Modality } from '../../../text/modality.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { Evidence } from '../../../verdict.ts';
import type { JudgeContext } from '../../judge.ts';
import { defineGradeSignal } from '../define-signal.ts';
import { graded, unanswered } from '../grade-replies.ts';

const ISSUE = ['shortDescription', 'description'];
const NOTES = ['closeNotes', 'workNotes'];
const ALL = [...ISSUE, ...NOTES];

/** What somebody wanted to know or to have passed on, where nothing is broken and nothing is to be changed. */
const QUESTION = phraseSet([
  '(called|calls|calling|rang|asked|asks|asking|wants|wanted|contacted|wrote) [(in|us|only|just|back)] [(only|just)] to (know|ask|check|enquire|inquire|understand|confirm|thank|inform)',
  '(wants|wanted|would like|needs|needed|like) to know',
  '(wants|wanted|needs|needed|asked for|asks for) [only] [(the|a)] [(phone|telephone|contact)] (number|address|link|hours|date|status) (of|for|to)',
  '(asked|asks|asking|enquired|inquired|enquiry|inquiry|question|query) (about|when|where|which|who|how|whether|regarding|for the status|on)',
  '(how|where) (to|do|can|does) [i] (find|order|request|contact|reach|change|connect|set|see|get|book|use|raise)',
  'when (does|do|will|is|are) ... (expire|open|start|end|available|back|due|planned|scheduled)',
  '(general|simple|quick) (question|query|enquiry|inquiry|information)',
  '(opening|office|working|support) hours',
  '(status|update|progress) (of|on|for|regarding|about) [(the|his|her|my|their|an|existing|open|a)] [(existing|open)] (ticket|incident|request|case|order|INC*|RITM*|REQ*)',
  '(follow up|followup|following up|chasing|chased|chaser|escalat*) [(on|for|about|of)] [(the|his|her|an|existing|a)] [existing] (ticket|incident|request|case|INC*|RITM*|REQ*)',
]);
/** No issue at all. */
const NO_ISSUE = phraseSet([
  '(wrong|misdialled|misdialed) (number|department|desk)',
  '(called|call|calls|dialled|dialed) [(us|was|in)] (by mistake|accidentally|in error)',
  '(call|line|chat) (was|got|is) [(dropped|disconnected|cut)] ... (before|no issue|without)',
  '(ghost|blank|silent|test|prank) call',
  '(caller|user) ... (hung up|disconnected) before',
  '(called|calls|rang|wrote|wanted|wants) [only] to (say thank|thank|say thanks)',
  'no issue [(was|is)] (reported|raised|stated|told|found)',
]);
/** What the desk answered, and no more. */
const ANSWERED = phraseSet([
  '(info|information|details|link|answer|number|status|guidance|hours) [(was|were|is|has been)] (given|provided|shared|told|sent|passed|explained)',
  '(provided|gave|shared|given|told|sent|passed|explained) ... (info|information|details|link|answer|number|status|date|hours|update|article)',
  '(question|query|enquiry|inquiry) [(was|is|has been)] (answered|clarified|resolved|closed)',
  '(answered|clarified) [(the|his|her|their|user|users|all)]',
  '(informed|told|advised|explained|guided|updated) [(the|him|her|them|user|caller|users)]',
  '(no|nothing) [(further|other|more)] (action|issue|to do|change|work|support) [(was|is)] [(needed|required|taken|done|necessary)]',
]);
/** Something was broken, or was changed: that belongs in an incident. */
const INCIDENT = phraseSet([
  '(error|errors|crash*|broken|fails|failed|failing|failure|slow|freez*|frozen|down|outage|locked|lost|stolen|virus|malware|phishing|hacked|damaged|missing|stuck|blocked|denied|defect|faulty)',
  "(cannot|can't|cant|unable|not able|doesn't|does not|won't|not working|stopped|isn't|no longer)",
  '(reset|unlocked|replaced|installed|reinstalled|repaired|restarted|rebooted|cleared|recreated|configured|reconfigured|updated|granted|enrolled|swapped|fixed|escalated|routed|removed|mapped|restored|ordered|changed|added|created)',
]);

/**
 * Did the contact need an incident, or would its interaction alone have done? Alone it does for a plain question, a call
 * about another ticket, or no issue at all, where nothing was broken and nothing was changed. It expects two levels: needed,
 * not needed.
 */
export const incidentNeeded = defineGradeSignal({
  id: 'incident-needed',
  description:
    'Looks for contacts that an interaction alone would have covered: plain questions, status calls, wrong numbers.',
  answer(_grade, _criterion, levels, context) {
    const [best, worst] = [levels[0], levels.at(-1)];
    const attached = attachedInteraction(context.ticket);
    if (best === undefined || worst === undefined || attached === undefined)
      return unanswered('There is no interaction to compare with.');
    const alone = interactionAlone(context);
    return alone === undefined
      ? graded(best, [attached], 'An interaction is attached, and the ticket tells of something to be done.', 'medium')
      : graded(
          worst,
          alone,
          'An interaction alone would have done: nothing was broken and nothing was changed.',
          'low',
        );
  },
});

function interactionAlone({ text }: JudgeContext): Evidence[] | undefined {
  const nothing = findPhrase(text.passages(ALL), NO_ISSUE, isTold);
  const asked = nothing ?? findPhrase(text.passages(ISSUE), QUESTION, isMeant);
  if (asked === undefined || findPhrase(text.passages(ALL), INCIDENT, isStatedAsFact) !== undefined) return undefined;
  if (nothing !== undefined) return [evidenceOf(nothing)];
  const answered = findPhrase(text.passages(NOTES), ANSWERED, isTold);
  return answered && [evidenceOf(asked), evidenceOf(answered)];
}

/** A question is just what is looked for. */
function isMeant({ negated }: Modality): boolean {
  return !negated;
}

/** "No reset needed" tells of none. */
function isStatedAsFact({ negated, conditional, question, request }: Modality): boolean {
  return !(negated || conditional || question || request);
}
