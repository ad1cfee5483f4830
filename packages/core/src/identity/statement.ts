import { evidenceOf, findPhrases, quote } from '../text/find.ts';
import { isStated } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';

const PERSON =
  '(caller|user|usr|cx|cust|client|customer|employee|colleague|requester|requestor|sender|guest|visitor|identity)';
const OF_PERSON =
  "[(the|his|her|their|caller's|user's|callers|users|requester's|customer's)] [(company|staff|work|photo|employee|office)]";
const CARD =
  "(badge|id card|identity card|passport|photo id|staff card|company card|employee card|driving licence|driver's license|driver's licence)";
const CHECK_OF =
  '(id|identity|identification|security|dpa|kba|caller|user|validation|verification|data protection|three point|two point|3 point|2 point)';
const CHECK = '(check|checks|verification|validation|authentication|identification|questions|vetting)';
const DEED = "(validated|verified|authenticated|vetted|verfied|vaildated|ver'd|auth'd|authed|id'd)";
const DONE =
  '(done|completed|complete|passed|ok|okay|fine|performed|successful|successfully|succeeded|carried out|made|cleared|correct|good|answered|followed|conducted|positive)';

const STATEMENT = phraseSet([
  `${PERSON} [(was|is|has been|were|details|id|identity|info)] [(was|were|is|has been)] [(successfully|positively|properly|duly)] ${DEED}`,
  `${PERSON} [(was|is|has been)] (positively|properly|duly|successfully) identified`,
  "(validated|verified|authenticated|vetted) [(the|his|her|their)] (caller|user|identity|customer|employee|colleague|requester|requestor|sender|guest|visitor|him|her|details|callers|users|caller's|user's)",
  '(validated|verified|authenticated|identified|vouched for) by [(the|his|her|their)] [(line|direct|reporting)] (manager|supervisor|team lead|team leader|colleague|coworker)',
  '(vouched|vouches) for (him|her|them|the caller|the user|caller|user)',
  `[${PERSON}] (validation|verification|authentication|identification) [(was|has been|is)] [(successfully)] (done|completed|complete|successful|passed|performed|ok|okay|carried out|conducted|succeeded)`,
  '(verified|validated) (successfully|and documented)',
  `${CHECK_OF} ${CHECK} [(was|were|is|are|has been|have been)] [(all|successfully)] ${DONE}`,
  `(passed|cleared|completed|performed|did|conducted|carried out|did) [(the|all|our|his|her|their|a|an|usual|standard|full)] ${CHECK_OF} ${CHECK}`,
  '(passed|cleared|completed|performed|conducted|carried out) [(the|our|his|her|their|usual|standard|full)] (validation|verification|identification|authentication)',
  '(went|gone|going) through [(the|our|usual|standard|full)] (validation|verification|identification|authentication|security questions|identity check|security check)',
  '(validation|verification|identification|authentication) (steps|process|procedure|questions|script|protocol) [(was|were|has been|have been)] (followed|done|completed|performed|passed|applied|answered)',
  '(followed|applied|completed|performed) [(the|our|usual|standard)] [(caller|user|identity|id)] (validation|verification|identification|authentication) (steps|process|procedure|questions|script|protocol)',
  '(caller|user|client|customer|he|she|they) [(has|have|had)] (passed|cleared) [the] security',
  'security (questions|question|answers|answer) [(were|was|all)] [all] (answered|verified|correct|right|matched) [correctly]',
  'answered [(the|all|his|her|our|my|both|three|every)] security (questions|question)',
  'auth (ok|okay|done|passed|successful)',
  `(idv|id v|kyc|dpa|kba) [(check|checks|questions)] [(of the user|of the caller|of user|with the caller|with caller|for caller|was|is|were)] ${DONE}`,
  '(passed|completed|did|cleared) [(the|his|her)] (idv|id v|kyc|dpa|kba) [(check|checks)]',
  `(identity|id) (proofing|proof|vetting|confirmation) [(was|is)] ${DONE}`,
  'security (passed|cleared|ok|okay|done|completed)',
  `(validation|verification|authentication|identification) of [the] (caller|user|customer|client|requester) [(was|is|has been)] ${DONE}`,
  '(checked|verified|confirmed|established|clarified) who I (was|am) (talking|speaking) (to|with)',
  '(to be|to make|making|made) sure [that] it (was|is) [really] (him|her|them|the user|the caller)',
  "(id'd|ver'd|auth'd) [(the|this)] (caller|user|usr|cx|customer|client|requester)",
  '(photo|picture) [(in|on|from)] [(outlook|teams|the|his|her)] [(directory|profile)] (matches|matched) ... (caller|user|him|her|face|camera|video|person)',
  '(credentials|details|particulars|identity) of [the] (caller|user|customer|client) [(was|were|has been|have been)] (checked|verified|validated|confirmed|matched)',
  '(full|all|caller|user|his|her|personal|employee) details [(were|was|taken|noted|have been)] [and] (verified|validated|authenticated)',
  '(challenge|secret|validation|verification) (question|questions|phrase|word) [(was|were|all)] (answered|ok|okay|correct|passed)',
  '(used|followed|applied|did) [the] (callback|call back) (procedure|process|verification)',
  '(dob|date of birth) ... (checked|verified|confirmed|matched|matches|correct|ok|okay|validated)',
  "(checked|verified|confirmed|validated) [(the|his|her|their|caller's|user's)] [(name|id|manager)] [and] (dob|date of birth)",
  '(profile|directory|badge|teams|outlook) (photo|picture) [also] (matches|matched|match)',
  '(answered|gave|stated|quoted) (his|her|their|the) [(security|secret|correct|right)] (pin|passphrase|pass phrase|code word)',
  `${DEED} (as per|per|according to|following|by following) [(the|our|usual|standard)] [validation] (process|procedure|policy|sop|protocol|guidelines|standard)`,
  `${DEED} (by|through|via|using|with) [(the|his|her|their)] [(line|direct|reporting)] (mgr|manager|supervisor|callback|call back|hr record|directory|video|video call|photo)`,
  '(proved|proven|gave proof of) (his|her|their) identity',
  'proof of identity [(was|has been)] (given|shown|provided|seen|presented)',
  '(he|she|they|caller|user|client|customer) identified (himself|herself|themselves)',
  '(caller|user|he|she|client|customer) [(was|has been)] security checked',
  '(staff|company|photo|employee|work) id [(was|is)] (checked|verified|shown|seen|inspected|presented|matched|scanned)',
  '(visual|photo) (id|badge|identity) check',
  "(confirmed|verified|validated|checked) [(the|all|his|her|their|all the|the usual|all his|all her)] [(user|caller|caller's|user's|personal|identity|usual)] details",
  '(showed|presented|produced) (me|us) (his|her|their|a|the) [company] (id|badge|passport)',
  'security (pin|word|code|phrase) [(was|is)] (correct|right|matched|given|confirmed|verified)',
  '(validated|verified|authenticated|identified) [(himself|herself|themselves)] [(via|through|using|with|by)] [(the|his|her|their)] (date of birth|security questions|security pin|security word)',
  "(confirmed|established|ascertained|checked|proved|proven) [(the|his|her|their|caller's|user's)] identity",
  'identity [(was|is|has been)] (confirmed|established|ascertained|checked|proved|proven|cleared|ok|okay)',
  '(id|identity) [(was|is)] checked',
  '(confirmed|established|checked|ascertained) who (he|she|they|the caller|the user) (is|was|are|were)',
  '(made sure|ensured|confirmed|checked|verified) ... (the right|the same|the correct|the real) person',
  '(made sure|ensured|checked|confirmed|sure) [that] it (was|is) [really] (him|her)',
  '(called|rang|phoned) [(him|her|them|the caller|the user|user|caller)] [back] on ... (directory|on record|on file|registered|in the record) ... (sure|certain|verify|identity)',
  `${CARD} [(was|were|is)] [(duly|also)] (checked|verified|shown|seen|inspected|presented|matched|scanned|compared|produced)`,
  `(checked|verified|saw|inspected|scanned|compared|showed|presented|produced|shown) ${OF_PERSON} ${CARD}`,
  "(checked|verified|saw|inspected) (his|her|their|caller's|user's|the caller's|the user's) id",
  '(showed|shown|shows|presented|produced) [(me|us)] [(his|her|their)] [(company|photo|staff|work)] id',
]);
/** `Verified the user can log in`: something else was verified. */
const TRAP = phraseSet([
  '(verified|validated|confirmed|authenticated) [(with|that)] [the] (user|caller|customer|him|her|employee|details) (is|can|could|was|has|able|now|that|to|had|will|account|does|did|in|on)',
  '(verified|validated|confirmed|authenticated) [the] (user|caller|customer|employee|colleague) (account|profile|permission*|mailbox|licence|license|group|groups|settings|access|can|could)',
  '(verified|validated|confirmed) (it|that|this|the|all|if|he|she|everything|both|his|her|on|same)',
  '(passport|badge) (scanner|reader|printer|system|photo)',
]);
/** Not a validation, but it may have stood for one: somebody should look. */
const HINT = phraseSet([
  '(identity|face|photo|id card|badge|idv|proof|signature) ... (checked|verified|matched|matches|compared|proved|proven|inspected|established|agreed)',
  '(checked|verified|matched|compared|proved|inspected|established) ... (identity|face|id card|badge|proof)',
  '(verified|validated|checked|matched) ... against [(the|our)] (AD|directory|record|records|HR|Workday|profile|file)',
  '(asked|gave|told|provided) [(me|us|for)] [(his|her|their)] (date of birth|security word|manager name|security answer)',
  '(recognised|recognized|know|knew|knows) (his|her|their|the) (voice|face)',
  '(voiceprint|voice print|voice id|voice biometrics) [(was|is)] (ok|okay|matched|verified|passed|accepted|recognised|recognized)',
  '(callback|call back|called back|rang back) [(to|on|at)] [(the|his|her|their)] (registered|listed|recorded|known|directory) (number|phone|extension|mobile)',
  "(recognised|recognized) [the] (him|her|them|caller|user|caller's voice|user's voice)",
  '(known|familiar) to (me|us|the desk|the agent) [personally]',
  '(I|we) (know|knew) (him|her|them|the caller|the user) [personally]',
  '(came|had|brought|arrived|turned up) [with] [(his|her|their|a|the)] [company] (badge|id card|id|passport)',
  '(okta|mfa|push) ... (accepted|approved|correctly|answered)',
  '(already|previously|earlier) (validated|verified|authenticated|identified)',
  '(validated|verified|authenticated|identified) (already|earlier|previously|before|yesterday|this morning|in the first call|in the last call|on the first call|in the previous call|during the first call)',
  '(validation|verification|authentication) (see|in|as in) [(the|my)] (previous|earlier|first|last|parent|other) (ticket|call|incident|chat)',
]);
/** A sentence of nothing but these, one of them a deed, states it too: `Validated.`, `User ok, verified.` */
const BARE_DEEDS = new Set(['validated', 'verified', 'authenticated', 'identified']);
const BARE_OTHERS = new Set(
  'caller user customer client identity id he she was is has been and ok okay fine done yes successfully i we'.split(
    ' ',
  ),
);

/** A statement that the caller was validated, without saying by what. */
export function validationStatement(passage: Passage): Evidence | undefined {
  const found = findPhrases([passage], STATEMENT, isStated).find(
    ({ sentence, words }) => !sentence.analysis.spans(TRAP).some((trap) => trap.from < words.to && trap.to >= words.to),
  );
  if (found !== undefined) return evidenceOf(found);
  const ticked = TICK.test(passage.text) ? TICKED.exec(passage.text) : null;
  if (ticked !== null) return quote(passage, { start: ticked.index, end: ticked.index + ticked[0].length });
  const bare = findPhrases([passage], BARE_WORDS, isStated).find(({ sentence }) => isBare(sentence));
  return bare && evidenceOf(bare);
}

const TICK = /[✓✔☑✅]/;
/** `Validation ✔` */
const TICKED =
  /\b(?:validat|verif|authenticat|identi)\w{0,12}(?: (?:done|check|status|completed))?\s{0,3}[:=-]?\s{0,3}[✓✔☑✅]/i;
const BARE_WORDS = phraseSet([...BARE_DEEDS]);

function isBare({ analysis }: Sentence): boolean {
  return analysis.words.folded.every((word) => BARE_DEEDS.has(word) || BARE_OTHERS.has(word));
}

/** What may have stood for a validation, though it is none: a voice that was recognised, an earlier call. */
export function validationHint(passage: Passage): Evidence | undefined {
  const found = findPhrases([passage], HINT, isStated)[0];
  return found && evidenceOf(found);
}
