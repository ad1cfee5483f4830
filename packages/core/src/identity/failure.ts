import { type Found, findPhrase, findPhrases } from '../text/find.ts';
import { isStated, type Modality } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';

/** A caller who failed validation, and what came of it. */
export interface FailedValidation {
  readonly failed: Found;
  /** Told of the caller, rather than of a login or a device. */
  readonly certain: boolean;
  readonly refused: Found | undefined;
  readonly served: Found | undefined;
}

const PERSON = '(caller|user|customer|client|person|requester|requestor|visitor|guest|sender|he|she|they)';
const WHO = '(caller|user|identity|customer|client|requester|person|visitor|guest|sender)';

const NOT_ABLE = "(could not|couldn't|cannot|can't|did not|didn't|unable to|not able to|would not|wouldn't)";
const PROOF =
  '(employee id|employee number|id|id number|staff number|eid|name|badge|id card|proof|identification|details|answers|questions)';

const FAILED = phraseSet([
  `${PERSON} [(has|had|then|also|clearly)] (failed|fails) [(the|our|caller|user|identity|security|id|his|her)] (validation|verification|authentication|identification|check|checks|questions)`,
  `(failed|unable|not able) to (validate|verify|authenticate|confirm|identify|establish) [(the|his|her|their)] (caller|user|identity|customer|himself|herself|themselves|him|her|details|employee|own|requester|client)`,
  "(could not|couldn't|cannot|can't|did not|didn't) (validate|verify|authenticate|confirm|identify|establish|pass) [(the|his|her|their)] (caller|user|identity|customer|himself|herself|validation|verification|him|her|employee|requester|client)",
  "(could not|couldn't|cannot|unable to|not able to) (establish|confirm|verify|tell|ascertain) who (he|she|they|the caller|the user) (is|was|are|were)",
  `${WHO} (could not|couldn't|was not|wasn't|cannot) be (validated|verified|authenticated|confirmed|established|identified|proven|ascertained)`,
  `${WHO} [(was|is)] not (validated|verified|authenticated|confirmed|established)`,
  `${WHO} [(validation|verification)] [(was|has)] (failed|unsuccessful|not successful)`,
  '(failed|fails) [(the|our|his|her)] [(caller|user|identity)] (validation|verification)',
  '(validation|verification) [(was|has)] failed (as|because|since|when) ... (caller|user|he|she|they|customer)',
  '(failed|fails) [the] security',
  '(failed|fails) [(the|an|his|her)] (id|identity|security|validation|verification) (check|checks|questions|question)',
]);
/** These are told of logins and devices as well. */
const MAYBE_FAILED = phraseSet([
  '(failed|fails) [(the|okta|mfa)] (authentication|okta|mfa)',
  "(could not|couldn't|was not|wasn't|cannot) be (validated|verified|authenticated)",
  '(validation|verification) [(was|has)] (failed|unsuccessful|not successful)',
]);
/** These count as failed validation only where service was refused as well. */
const SUSPECTED = phraseSet([
  '(okta|mfa|push) [push] [(was|is|has been)] (denied|rejected|declined)',
  '(denied|rejected|declined) [the] (okta|mfa|push)',
  "(could not|couldn't|unable to|not able to|failed to) (validate|verify|authenticate|identify)",
  'authentication [(was|has)] (failed|unsuccessful|not successful)',
  `${NOT_ABLE} (give|provide|state|tell|name|supply|present|show|produce|remember|recall|share) ... ${PROOF}`,
  `(refused|declined|refuses|unwilling) to (give|provide|state|tell|name|supply|present|show|share|answer) ... ${PROOF}`,
  `(unable|not able) to answer ... (questions|question)`,
  `${NOT_ABLE} answer ... (questions|question)`,
  '(hung up|disconnected|left) (when|once|after|as) [(I|we|he was|she was|being|i)] asked ... (id|employee id|identity|name|details|verification|validation)',
  '(refused|declined|refuses|unwilling) to identify (himself|herself|themselves)',
  `${NOT_ABLE} identify (himself|herself|themselves)`,
  '(wrong|incorrect|invalid|false) (employee id|employee number|id|id number|staff number|eid|name|badge|pin|answers|answer|date of birth|details)',
  'security (answers|questions|answer) ... (wrong|incorrect)',
  "(answers|answer|id|employee id|employee number|name|number|details|badge) (did not|does not|do not|didn't|doesn't) match",
]);
const REFUSED = phraseSet([
  '(refused|declined|denied) [(the|any|to|his|her)] (service|request|reset|access|support|assistance|proceed|assist|help|caller|user|go on|continue)',
  '(politely|kindly|therefore|so|hence) (refused|declined)',
  'nothing [(was|has been)] (changed|done|reset|provided|given|touched)',
  '[(caller|user|person|he|she)] hung up',
  '(service|support|assistance|request|reset|access) [(was|has been)] (refused|declined|denied|rejected|not provided|not given)',
  'no [further] (service|support|assistance|action|actions|reset|change*|help) [(was|were|has been)] (provided|given|taken|made|done|offered|performed)',
  "(did not|could not|cannot|couldn't|didn't|can't|unable to|not able to) (proceed|assist|help|continue|go ahead|go on|go further|provide|reset|serve)",
  "(did not|didn't) (touch|change|do|unlock|give|reveal) [(the|his|her|any|anything)] (account|anything|thing|password|changes|any|it)",
  'without (doing|changing|touching) anything',
  '(turned|sent) [(him|her|them|the caller|the user)] (away|down|off)',
  '(advised|asked|told|informed|instructed|requested|invited) ... (call back|callback|visit|call again|reach out|come back|return with|ring back|ring again|come with|come in|bring)',
  '(advised|asked|told|informed|instructed|requested) ... contact [(the|his|her|their)] manager',
  'referred [(him|her|them|the caller|the user|user|caller)] to [(the|his|her|their)] [(line|direct|reporting)] manager',
  '(ended|disconnected|terminated|closed|stopped) [the] (call|chat|conversation)',
  '(call|chat|conversation) [(is|was)] (ended|disconnected|terminated|closed|stopped)',
  'failed validation process',
  'followed [the] failed validation',
  'without (providing|giving) [any] (service|support|assistance|access)',
]);
/** These say by themselves that something had spoken against it. */
const SERVED_ANYWAY_PHRASES = [
  '(let it pass|helped anyway|helped all the same|proceeded anyway|went ahead anyway|continued anyway|served anyway)',
  '(nevertheless|nonetheless|regardless) (helped|assisted|served|proceeded|continued|went ahead)',
  '(helped|assisted|served|proceeded) [(him|her|them|the caller|the user)] (nevertheless|nonetheless|regardless|all the same|anyway)',
];
const SERVED = phraseSet([
  '[(was|has been)] (reset|unlocked|granted|enabled|enrolled|provisioned|restored|reactivated|resetted|installed)',
  '(gave|handed) [(him|her|them|out|the user|the caller)] [(the|a|an|his|her)] [(new|local|temporary|full)] [(admin|administrator)] (rights|access|pin|password|code|permissions|licence|license|key)',
  '(rights|access|permissions|password|pin|code) [(was|were|has been|have been)] (given|granted|handed out|changed)',
  'changed [(the|his|her|their)] [(phone|mobile|recovery|registered|security)] (number|password|pin|factor|address|bank details)',
  ...SERVED_ANYWAY_PHRASES,
]);
const SERVED_ANYWAY = phraseSet(SERVED_ANYWAY_PHRASES);
/** What fails of itself, whoever calls: `MFA verification failed`. */
const DEVICE_WORDS = new Set(
  'okta mfa push 2fa duo device email mail phone sms app token certificate vpn windows address license licence code data input form'.split(
    ' ',
  ),
);

const NOT_DENIED = (modality: Modality) => !(modality.conditional || modality.question || modality.future);

/** Finds a caller who failed validation, and what came of it. */
export function failedValidation(passages: readonly Passage[]): FailedValidation | undefined {
  const certain = findPhrases(passages, FAILED, NOT_DENIED).find((found) => !isOfDevice(found));
  const told = certain ?? findPhrases(passages, MAYBE_FAILED, NOT_DENIED).find((found) => !isOfDevice(found));
  const failed = told ?? findPhrase(passages, MAYBE_FAILED, NOT_DENIED) ?? findPhrase(passages, SUSPECTED, NOT_DENIED);
  if (failed === undefined) return undefined;
  const refused = findPhrase(passages, REFUSED, NOT_DENIED);
  if (told === undefined && refused === undefined && findPhrase(passages, SERVED_ANYWAY, isStated) === undefined)
    return undefined;
  return { failed, certain: certain !== undefined, refused, served: findPhrase(passages, SERVED, isStated) };
}

function isOfDevice({ sentence, words }: Found): boolean {
  const { folded } = sentence.analysis.words;
  return DEVICE_WORDS.has(folded[words.from - 1] ?? '') || DEVICE_WORDS.has(folded[words.from] ?? '');
}
