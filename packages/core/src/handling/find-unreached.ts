import { type Found, findPhrases } from '../text/find.ts';
import { isTold } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';

const USER = '(user|users|usr|caller|customer|client|employee|he|she|they|requester|requestor|him|her)';

/** The user could not be reached, or did not answer. */
const UNREACHED = phraseSet([
  'no (answer|reply|response|reaction|feedback|pickup|pick up)',
  `${USER} ... (not reachable|unreachable|not available|unavailable|unresponsive|not responding|not answering|not picking)`,
  '(did|does|has|have|had) not [yet] (answer|answered|reply|replied|pick|picked|respond|responded|react|get back)',
  "(didn't|doesn't|hasn't|haven't|didnt|doesnt|hasnt) (answer|answered|reply|replied|pick|picked|respond|responded|react|get back)",
  `(could not|couldn't|cannot|can't|unable to|not able to|failed to) (reach|contact|get hold of|get in touch) [with] [the] ${USER}`,
  '(left|leave|leaving) [(a|an|him|her|another|the)] (voicemail|voice mail|vm|message|voice message)',
  '(rings|rang|ringing) out',
  'get (hold of|through)',
  '(none|nothing) (received|provided|heard|came) [(so far|yet|back)]',
  `${USER} (is|was) (on leave|on vacation|on holiday|out of office|out of the office)`,
  '(without|no) success',
  '(again|only|reached) [(your|his|her|the)] (voicemail|voice mail|vm)',
  '(went|goes|going|straight|got) [straight] to (voicemail|voice mail|vm|mailbox)',
]);
/** "No answer awaited" tells of no attempt, and a server that does not answer of no user. */
const NO_ATTEMPT = phraseSet([
  '(ping|pings|pinged|server|host|gateway|device|printer|port|switch|DNS|application|app|website|page|portal|system|URL|console|service|button|screen|program|tool|Outlook|Excel|Teams)',
  'no (answer|reply|response|reaction|feedback) (awaited|needed|required|expected|necessary)',
]);
/** The first statement in these fields that the user could not be reached or did not answer. */
export function findUnreached(text: TicketText, fields: readonly string[]): Found | undefined {
  return findPhrases(text.passages(fields), UNREACHED, isTold).find(
    ({ sentence }) => sentence.analysis.spans(NO_ATTEMPT).length === 0,
  );
}
