import { type Found, findPhrases, quote } from '../text/find.ts';
import type { Modality } from '../text/modality.ts';
import { seldomPhraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { nameEnd } from './person-name.ts';

/**
 * Wording that may tell of an identification, however people put it. It is read by no rule and proves nothing: where it
 * stands, only a person can say that nothing shows a validation. So it is wide on purpose.
 */

/** These are about a person's identity whatever stands beside them. */
const PLAIN = seldomPhraseSet([
  '(idv|kyc|dpa|kba|dob|vouch|vouched|vouches|vouching)',
  'id v',
  '(date of birth|mother maiden|maiden name|security pin|security word|security phrase|pass phrase|memorable word|secret word|secret question)',
  '(security|validation|verification|identification|challenge|authentication) (question|questions|answer|answers|steps|script)',
  '(security|identity|identification|id|voice|visual|point|factor) (check|checks|ok|okay|passed|cleared|vetted|proofing|proof|match|matched)',
  '(caller|user|customer|client|requester) (check|checks|vetted|cleared|identified|legit|genuine)',
  '(passed|cleared|completed|did|done|through) [(the|all|our|his|her)] (security|identity|validation|verification|identification|authentication|vetting|auth)',
  '(employee|employees|emp|staff|personnel|payroll|worker|associate|colleague|partner|member|contractor|clock|works|global|corporate|company|badge|hr|agent) (id|ids|number|numbers|code|nr|num|card|pin|ref)',
  '(employee|emp|staff|personnel|payroll|badge) no #',
  '(eid|empid|wwid|gid|pernr|psid|cdsid|matricule|matricola|matr|personalnummer|personalnr|personeelsnummer|mitarbeiternummer|legajo|ausweis|carnet|legitimation)',
  '(recognise*|recognize*|recogni|familiar)',
  '(known|knew|knows|know) (him|her|them|each other|the caller|the user|caller|user|who)',
  '(whom|who|everybody|everyone) ... (know|knows|knew)',
  '(known|well known) (to|by) (me|us|the desk|the team|everyone|all)',
  '(known|regular|frequent|usual) (caller|user|customer|client|person|colleague)',
  'same (caller|person)',
  "(his|her|their|caller|caller's|the) voice",
  '(number|phone|cli|extension|line|mail address|email address) (match*|agreed|agrees|same)',
  '(callback|call back) (procedure|process|verification|validation|check|done|protocol)',
  '(identified|identify|identifies) (himself|herself|themselves|him|her|as|by|through|via|with)',
  '(called|rang|phoned|call|ring|dialled|reached) [(him|her|them|the user|user|back|the caller|caller)] [back] on [(the|his|her|their)] (number|registered|listed|recorded|official|desk|office|mobile|extension|work|landline|record*)',
  '(on|in|from|against|per|with|to) [(the|our|his|her)] (hr record|hr records|hr system|hrms|staff list|personnel file|contact card|employee record|outlook card|teams profile|org chart|people finder)',
  '(against|per|matches|matching) [(the|our)] (directory|gal|address book|phone book|record|records|workday|ad|hr)',
  '(passport|badge|ausweis|id card|identity card|id badge) ... (match*|seen|shown|show*|checked|compared|same|presented|inspected|produced|scanned)',
  '(photo|picture|face) ... (match*|compared|same|identical)',
  '(showed|shows|saw|seen|presented|produced|inspected|scanned|checked|compared|match*|with|wore|brought|had|flashed|sighted) [(me|us|the|his|her|their|a|company|photo|staff|work|him|on)] [(his|her|company|photo|staff|work|employee)] (id|badge|face|photo|picture|passport|ausweis|lanyard|licence)',
  '(on|over|via|by|through) [(a|the)] [(Teams|Zoom|FaceTime)] (video|camera|video call|webcam)',
]);
/** Deeds that are told of persons and of things alike. */
const DEED = seldomPhraseSet([
  "(verif*|validat*|authentic*|identif*|id'd|identity|identities|auth|authd|auth'd|ver'd|val|ver|verif|authn|ident|verfied|verfication|veryfied|vaildated|validaton|vetted|vetting)",
]);
/** Beside these, a deed is one of identification. */
const PERSONAL = seldomPhraseSet([
  "(caller|callers|caller's|user|users|user's|usr|cx|cust|customer|client|employee|colleague|requester|requestor|visitor|guest|sender|him|her|them|he|she|they|himself|herself|person|identity|details|particulars|info|credentials|manager|mgr|supervisor|lead|TL|colleague)",
  '(process|procedure|policy|protocol|guidelines|sop|standard|questions|points|point|factor|steps|callback|directory|HR|record|records|workday|AD|profile|database|file|list|okta|mfa|otp|push|pin|dob|badge|photo|video|voice|teams|email|phone|number|name|location|id|ids)',
]);
/** What else is verified, and what the user confirms in the end. */
const OF_THINGS = seldomPhraseSet([
  '(user name|username|account|accounts|group|membership|permission*|work|works|working|worked|fix*|resolv*|resolution|issue|issues|able|opens|open|opened|opening|access*|launch*|connect*|print*|load*|sync*|receiv*|arriv*|install*|update*|certificate|certificates|cert|data|setting|settings|config*|drive|driver|cable|error|errors|app|application|software|fine|good|again|now|setup|mailbox|folder|file|files|mapping|licence|license|version|health|functionality|connectivity|network|server|sound|screen|replication|backup|test|tested|signature|address|domain|dns|password|link|url|button|document|spreadsheet|column|report|service|services|outage|status|theft|center|centre|management|governance)',
]);
/** What people are asked for and give. */
const GIVEN = seldomPhraseSet([
  '(confirm*|check*|match*|compar*|took|taken|noted|gave|given|giving|provid*|stated|states|told|quot*|answer*|correct|correctly|supplied|shared|named|replied|recited|spelled|mentioned|captured|collected|obtained|asked|asks|ok|okay|tallied|tally|tallies|agreed|agrees|lined up|lines up|y|yes|read out|known|knew|cited|looked up|crosschecked|cross checked)',
]);
const OF_IDENTITY = seldomPhraseSet([
  '(identity|dob|birthday|birth date|birthdate|badge|passport|surname|last name|first name|full name|fullname|whereabouts|names)',
  "(his|her|their|caller's|user's|callers|users|personal|all) (name|id|details|number|location|office|site|pin|manager|particulars|information|info|data)",
  '(name|id|ids|number|location|office|site|manager|pin|dob) (and|or|plus|with) [(his|her|their|the)] (name|id|ids|number|location|office|site|manager|pin|dob|phone)',
  '(credentials|details|particulars|data|information|info|identity) of [(the|this)] (caller|user|customer|client|requester)',
  '(usual|standard|required|necessary|mandatory|basic|all) (details|info|information|questions|particulars|points)',
  '(who|whom) (he|she|they|it|the caller|the user) (is|was|are|were|said)',
  '(asset|laptop|host) (tag|name) ... (name|user)',
]);
/** The provider or another second factor. */
const FACTOR = seldomPhraseSet([
  '(okta|mfa|2fa|otp|push|duo|pingid|yubikey|authenticator|passkey|totp|fido|tan)',
  '(ping id|two factor|second factor|multi factor|one time code|one time passcode|sms code|text code|verification code|number match|number matching|number challenge)',
]);
/** That a factor was used, and did its work. */
const FACTOR_USED = seldomPhraseSet([
  "(done|ok|okay|ok'd|okayed|good|pass|passed|passes|accept*|approv*|complet*|success*|confirm*|verif*|validat*|authent*|sent|sending|y|yes|green|fine|tapped|match*|clear*|acknowledg*|answered|responded|positive|check|checked|received|used|via|by|through|with|using|performed|correct)",
]);
/** What a factor has when it is the trouble itself. */
const FACTOR_TROUBLE = seldomPhraseSet([
  "(reset|resets|resetting|enrol*|enroll*|re enrol*|setup|set up|setting up|regist*|new phone|new mobile|new device|install*|migrat*|not|no|never|cannot|can't|unable|error|issue|issues|problem|fail*|loop|prompt*|license|licence|lost|blocked|locked|expired|down|outage|rollout|change*)",
]);
/** That it was left out, or is somebody else's to do. */
const UNDONE = seldomPhraseSet(['(skipped|omitted|forgot|bypassed|waived|please|pls|kindly)']);
const PLANNED = seldomPhraseSet(['(will|shall)', '(need|needs|have|has|yet|still) to']);
const MOST_BARE_WORDS = 4;

/** `Mr Sharma`: a name, though not a full one. */
const HONORIFIC = seldomPhraseSet(['(mr|mrs|ms|miss|mister|madam|herr|frau|senhor|senhora|senora|madame|monsieur)']);
/** Before these a number is the name of something else. */
const REFERENCE = new Set(
  (
    'inc ritm req task sctask sir chg prb kb ref reference case ticket incident request order serial asset tag error event ' +
    'code build version ext extension phone tel telephone mobile cell contact ph mob call port po quote invoice booking job ' +
    'process pid vendor dell hp lenovo rma room floor policy claim on at to is problem model part update patch'
  ).split(' '),
);
const MOST_WORDS_BESIDE = 5;

/** The first wording of a passage that may tell of an identification. */
export function identityTrace(passage: Passage, isAboutFactors: boolean): Evidence | undefined {
  const found =
    find(passage, PLAIN, () => true) ??
    find(passage, DEED, ({ sentence, words }) => isPersonal(sentence, words.from)) ??
    find(passage, HONORIFIC, ({ sentence, words }) => /^\p{Lu}\p{Ll}/u.test(sentence.analysis.wordAt(words.to))) ??
    find(passage, GIVEN, ({ sentence }) => has(sentence, OF_IDENTITY)) ??
    (isAboutFactors ? undefined : find(passage, FACTOR, ({ sentence }) => wasUsed(sentence)));
  const sentence = found?.sentence ?? passage.sentences.find(holdsPersonsNumber);
  return sentence === undefined ? undefined : quote(passage, sentence);
}

/** Whether the title of a ticket names a second factor: then the factor is what the ticket is about. */
export function namesFactor(passages: readonly Passage[]): boolean {
  return passages.some((passage) => passage.hits(FACTOR).length > 0);
}

function find(
  passage: Passage,
  set: Parameters<Passage['hits']>[0],
  counts: (found: Found) => boolean,
): Found | undefined {
  return findPhrases([passage], set, mayBeDone).find((found) => !isUndone(found) && counts(found));
}

function isUndone({ sentence: { analysis }, words }: Found): boolean {
  const inClause = (at: number) => analysis.clauses[at] === analysis.clauses[words.from];
  return (
    analysis.spans(UNDONE).some(({ from }) => inClause(from)) ||
    analysis.spans(PLANNED).some(({ from }) => inClause(from) && from < words.from)
  );
}

/** Neither denied, nor asked, nor still to come. */
function mayBeDone({ negated, question, future, supposed }: Modality): boolean {
  return !(negated || question || future || supposed);
}

/** In one clause with a person or a source, and not with a thing; or a clause of a few words that has neither. */
function isPersonal({ analysis }: Sentence, at: number): boolean {
  const { clauses } = analysis;
  const inClause = (set: typeof DEED) => analysis.spans(set).some(({ from }) => clauses[from] === clauses[at]);
  if (inClause(OF_THINGS)) return false;
  return inClause(PERSONAL) || clauses.filter((clause) => clause === clauses[at]).length <= MOST_BARE_WORDS;
}

/** A number as people have it, beside a name or nearly alone: `Ada Example 48213`. Two in a row are a telephone's. */
function holdsPersonsNumber({ analysis }: Sentence): boolean {
  const { folded } = analysis.words;
  const isNumber = (at: number) => /^\d+$/.test(folded[at] ?? '');
  const at = folded.findIndex(
    (word, index) =>
      /^(?:[a-z]{1,2})?\d{5,9}$/.test(word) &&
      !isNumber(index - 1) &&
      !isNumber(index + 1) &&
      !REFERENCE.has(folded[index - 1] ?? '') &&
      !/[-_#]/.test(analysis.text.charAt((analysis.words.starts[index] ?? 0) - 1)),
  );
  if (at < 0) return false;
  return folded.length <= MOST_WORDS_BESIDE || folded.some((_, index) => nameEnd(analysis, index) !== undefined);
}

function wasUsed(sentence: Sentence): boolean {
  if (has(sentence, FACTOR_TROUBLE)) return false;
  return has(sentence, FACTOR_USED) || sentence.analysis.words.folded.length <= MOST_BARE_WORDS;
}

function has({ analysis }: Sentence, set: typeof DEED): boolean {
  return analysis.spans(set).length > 0;
}
