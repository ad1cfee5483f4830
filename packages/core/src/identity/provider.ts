import type { CompiledProfile } from '../profile/compile.ts';
import { evidenceOf, type Found, findPhrase, findPhrases, quote, spanOf } from '../text/find.ts';
import { isStated, isTold } from '../text/modality.ts';
import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import type { Evidence } from '../verdict.ts';

/** Words that a label about verification through the identity provider is made of, besides the provider's name. */
const LABEL_WORDS = new Set([
  'mfa',
  'push',
  'verify',
  'verification',
  'validation',
  'verified',
  'validated',
  'authentication',
  'authenticated',
  'notification',
  'approved',
  'accepted',
  'confirmed',
  'via',
  'through',
  'by',
  'with',
  'using',
  'the',
  'caller',
  'user',
  'identity',
  'done',
  'completed',
  'status',
  'sent',
  'and',
  'is',
  'was',
  'prompt',
  '2fa',
  'method',
  'id',
  'through',
]);
const VALIDATION_LABEL = new Set([
  'validation',
  'verification',
  'validated',
  'verified',
  'authentication',
  'authenticated',
  'identity',
  'validate',
  'verify',
  'authenticate',
]);

const SUCCESS = new Set(
  'ok okay success successful successfully succeeded passed approved accepted confirmed verified validated responded matched green'.split(
    ' ',
  ),
);
/** Times, and small words between. */
const IN_SUCCESS = /^(?:\d{1,4}|am|pm|at|to|by|on|her|his|their|phone|app|challenge|number|code|request|it)$/;

interface ProviderWords {
  /** Folded; a name may have several words. */
  readonly names: readonly string[];
  readonly any: PhraseSet;
  readonly succeeded: PhraseSet;
  /** These say so only where they end their clause. */
  readonly closing: PhraseSet;
  readonly sent: PhraseSet;
}

const PUSH_ANSWER = phraseSet([
  '(tapped|pressed|hit|clicked|chose|selected) [on] (yes|approve|accept|ok|allow)',
  '(he|she|they|caller|user|requester|customer|client) [(then|promptly|at once)] (approved|accepted|confirmed|acknowledged|responded|answered)',
  '(he|she|they|caller|user|requester|customer|client) (approve|accept|confirm|approves|accepts)',
  '(approved|accepted|acknowledged|confirmed) (it|that|by the caller|by the user|by user|by caller|by her|by him)',
  '(result|outcome|status|response|answer) [(was|is)] (success*|approved|accepted|ok|okay|positive|verified|confirmed|green)',
  'came back (green|ok|okay|positive|approved|accepted|good)',
  '(approval|acceptance|confirmation) (received|came|given)',
]);
const TURN_ANSWER = phraseSet(['(approved|accepted|done|confirmed|acknowledged|tapped|pressed|verified)']);
const MOST_TURNS = 3;
/** In words, with the time and the name of who speaks. */
const LONGEST_ANSWER = 6;
const YOU_ARE_VERIFIED = phraseSet([
  "(you are|you're|you were|you have been|you've been) [(now|successfully|all)] (verified|authenticated|validated)",
  '(thank you|thanks|perfect|great) (verified|validated|authenticated)',
]);
const SUBJECT_OF = new Set(
  'works work worked working arrives arrived is does app issue problem error appears shows'.split(' '),
);
/** In UTF-16 units: what may lie between a sentence and the next one. */
const NEXT_SENTENCE = 3;
/** In UTF-16 units: what is quoted of a ticked line. */
const LONGEST_TICKED = 120;
const TICK = /\[x\]|[✓✔☑✅]/i;

const compiled = new WeakMap<CompiledProfile, ProviderWords>();

/** Verification through the identity provider (Okta, MFA push), as far as a passage tells it. */
export function providerVerification(
  passage: Passage,
  profile: CompiledProfile,
): { succeeded?: Evidence; denied: Evidence[] } {
  const { names, any, succeeded, closing, sent } = providerWords(profile);
  const denied: Evidence[] = [];
  let line: Evidence | undefined;
  for (const form of passage.formLines) {
    const whole = { start: form.start, end: form.end };
    if (isProviderLabel(form.label, names)) {
      if (form.answer === 'yes' || (form.answer === 'given' && tellsSuccess(form.value, names)))
        line ??= quote(passage, whole);
      else if (form.answer === 'no') denied.push(quote(passage, whole));
    } else if (
      (form.answer === 'given' || form.answer === 'yes') &&
      isValidationLabel(form.label) &&
      namesProvider(form.value, names) &&
      isPositive(form.value)
    )
      line ??= quote(passage, whole);
  }
  if (line !== undefined) return { succeeded: line, denied };
  const found = findPhrases([passage], succeeded, isStated).find((each) => !goesOnOtherwise(each));
  const told =
    (found && evidenceOf(found)) ??
    closingWords(passage, closing) ??
    answeredPush(passage, sent) ??
    tickedLine(passage, names) ??
    toldVerified(passage, any);
  return told === undefined ? { denied } : { succeeded: told, denied };
}

function providerWords(profile: CompiledProfile): ProviderWords {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const providers = profile.data.validation.providers.map((name) => wordsOf(name).folded.join(' '));
  const any = `(${[...providers, 'mfa', '2fa', 'push'].join('|')})`;
  const named = `(${[...providers, 'mfa', '2fa'].join('|')})`;
  const words = {
    names: [...providers, 'mfa', 'push', '2fa'],
    any: phraseSet([any]),
    succeeded: succeededPhrases(named, any),
    closing: phraseSet([
      `(verified|validated|authenticated|identified|cleared) [(in|at)] [sso] ${any}`,
      `${named} push (approve|accept)`,
      `${any} [push] (green|good|fine|tick|ticked|pass)`,
      `${named} [(mfa|push|verify|check|challenge)] [(was|is)] (done|ok|okay|complete|completed|success|successful|passed|positive|clear|cleared)`,
      `(ok|okay|good|passed|approved|accepted) (on|in|via|through|by|with) [(the|his|her)] ${named}`,
    ]),
    sent: phraseSet([
      `(did|done) [(a|an|the)] [${named}] push`,
      `(send|sent|sending|triggered|issued|initiated|raised|fired|pushed|pushing|launched) ... ${any}`,
      `${any} [(push|notification|prompt|request|challenge)] [that] I [(just|have|had)] (sent|triggered|pushed|raised)`,
      `${any} [(push|notification|prompt|request|challenge)] [(was|has been)] (sent|triggered|issued|initiated|raised|launched)`,
    ]),
  };
  compiled.set(profile, words);
  return words;
}

function succeededPhrases(provider: string, any: string): PhraseSet {
  const good =
    "(verified|validated|approved|accepted|confirmed|succes*|succeeded|passed|completed|authenticated|acknowledged|answered|cleared|positive|ok'd|okayed)";
  return phraseSet([
    `${provider} [mfa] [(push|verify)] [number matching] [(notification|prompt|request|code|challenge)] [(verification|validation|authentication|check)] [(was|is|has been|got|been)] ${good}`,
    `${provider} [(mfa|push)] verif [(was|is)] ${good}`,
    `${provider} [(verify|mfa)] (code|number) [(read back|read out|given|told)] [and] (matched|matches|correct|correctly)`,
    `${provider} [mfa] (number|code) [(matching|match|challenge)] [(was|is|has been)] ${good}`,
    `${provider} [mfa] [push] (verification|validation|authentication|check|push|mfa) [(was|has been|is)] (done|complete|ok|okay)`,
    `${provider} [(mfa|push|verify|sso)] [(push|verify|challenge|prompt|code)] (y|yes|ok|okay)`,
    `${provider} [(sso|id|identity)] ${good}`,
    `(verification|validation|authentication|identification) [(was|has been)] (done|completed|made|passed|ok|successful|performed) (via|through|using|with|by|over|per) [(an|the)] ${any}`,
    `(verified|validated|authenticated|identified) ... by means of [(an|the)] ${any}`,
    `${provider} ... (done|completed) with [the] (caller|user)`,
    `(pushed|sent) ${any} ... (accepted|approved|confirmed|acknowledged)`,
    `${any} code ... (correct|correctly|matched|matches)`,
    `push [(notification|prompt|request)] [(was|is|has been|got)] ${good}`,
    `(verified|validated|authenticated|identified|cleared|id'd|auth'd|ver'd) ... (via|through|using|with|by|thru|over|on|per|w) [(an|the|his|her|their|caller's|user's)] ${any}`,
    `(caller|user|he|she|they|customer) [(correctly|promptly)] (answered|accepted|approved|confirmed|passed) [(the|an|his|her|their)] ${any} [(prompt|push|request|challenge|notification)]`,
    `(identity|id|caller|user|requester|requestor|guest) [(was|is|has been)] (confirmed|checked|proven|proved|established|ok) [(via|through|using|with|by|thru|over|per|w)] [(an|the|his|her)] ${any}`,
    `(approved|accepted|acknowledged|confirmed) [(the|an|his|her|their)] ${any}`,
    `(responded|replied|reacted) [(correctly|positively)] to [(the|an|our|my)] ${any}`,
    `${any} [(push|notification|prompt)] [(was|has been)] sent ... (approved|accepted|verified|confirmed|acknowledged|success*)`,
    `${any} [(push|notification|prompt|challenge|request)] (came back|returned|shows|showed) [as] (green|ok|okay|positive|approved|accepted|good|verified|success*|confirmed)`,
    `${any} ... (result|outcome|status|response|answer) [(was|is)] (success*|approved|accepted|ok|okay|positive|verified|confirmed|green)`,
    `(passed|completed) [(the|an|his|her)] ${any}`,
    `(authenticated|verified|validated|signed in|logged in) (in|at|to|into|with|via) [the] ${provider} (before|when|as|prior to) [the] (chat|conversation|session)`,
  ]);
}

/** `Sent an Okta push; she tapped yes.`: what was sent, and the answer in the same sentence or the next one. */
function answeredPush(passage: Passage, sent: PhraseSet): Evidence | undefined {
  for (const found of findPhrases([passage], sent, isTold)) {
    if (found.modality.negated || isTest(found)) continue;
    const answer =
      (isStated(found.modality) ? findPhrases([passage], PUSH_ANSWER, isStated) : []).find(
        ({ sentence, words }) =>
          (sentence === found.sentence && words.from >= found.words.to) ||
          (sentence.start >= found.sentence.end && sentence.start - found.sentence.end <= NEXT_SENTENCE),
      ) ?? answeringTurn(passage, found);
    if (answer !== undefined) return quote(passage, { start: spanOf(found).start, end: spanOf(answer).end });
  }
  return undefined;
}

/** `User: accepted` in a chat: one of the next turns says nothing else. */
function answeringTurn(passage: Passage, { sentence }: Found): Found | undefined {
  const next = passage.sentences.indexOf(sentence) + 1;
  const turns = passage.sentences.slice(next, next + MOST_TURNS);
  return findPhrases([passage], TURN_ANSWER, isStated).find(
    (answer) => turns.includes(answer.sentence) && answer.sentence.analysis.words.folded.length <= LONGEST_ANSWER,
  );
}

/** `Confirmed the push works now`: the push itself is what the sentence is about. */
function goesOnOtherwise({ sentence: { analysis }, words }: Found): boolean {
  return (
    analysis.clauses[words.to] === analysis.clauses[words.to - 1] &&
    SUBJECT_OF.has(analysis.words.folded[words.to] ?? '')
  );
}

/** `Sent a test push` after a repair. */
function isTest({ sentence: { analysis }, words }: Found): boolean {
  return analysis.words.folded.slice(words.from, words.to).includes('test');
}

/** `You are verified`, in a conversation that names the provider. */
function toldVerified(passage: Passage, any: PhraseSet): Evidence | undefined {
  const found = findPhrase([passage], YOU_ARE_VERIFIED, isStated);
  return found !== undefined && passage.hits(any).length > 0 ? evidenceOf(found) : undefined;
}

/** `Requester verified (Okta).`, `Okta good`: nothing else follows in the clause. */
function closingWords(passage: Passage, closing: PhraseSet): Evidence | undefined {
  const found = findPhrases([passage], closing, isStated).find(
    ({ sentence: { analysis }, words }) => analysis.clauses[words.to] !== analysis.clauses[words.to - 1],
  );
  return found && evidenceOf(found);
}

/** A tick beside the provider's name: `[x] Okta push`, `Okta ✓`. */
function tickedLine(passage: Passage, names: readonly string[]): Evidence | undefined {
  if (!TICK.test(passage.text)) return undefined;
  let start = 0;
  for (const line of passage.text.split('\n')) {
    const tick = TICK.exec(line);
    if (tick !== null) {
      const before = wordsOf(line.slice(0, tick.index)).folded.slice(-2);
      const after = wordsOf(line.slice(tick.index + tick[0].length)).folded.slice(0, 2);
      const box = tick[0].startsWith('[');
      const named = [...(box ? [] : before), ...(box || before.length === 0 ? after : [])];
      if (names.some((name) => named.includes(name)))
        return quote(passage, { start, end: start + line.slice(0, LONGEST_TICKED).trimEnd().length });
    }
    start += line.length + 1;
  }
  return undefined;
}

function isProviderLabel(label: string, names: readonly string[]): boolean {
  if (!names.some((name) => label.includes(name))) return false;
  const rest = names.reduce((left, name) => left.replaceAll(` ${name} `, ' | '), ` ${label} `);
  return rest.includes('|') && rest.split(/[ |]+/).every((word) => word === '' || LABEL_WORDS.has(word));
}

function isValidationLabel(label: string): boolean {
  return label.split(' ').some((word) => VALIDATION_LABEL.has(word));
}

function namesProvider(value: string, names: readonly string[]): boolean {
  const words = ` ${wordsOf(value).folded.join(' ')} `;
  return names.some((name) => words.includes(` ${name} `));
}

/** `Okta push, responded OK`: nothing but what was used and that it succeeded. */
function tellsSuccess(value: string, names: readonly string[]): boolean {
  const { folded } = wordsOf(value);
  return (
    folded.some((word) => SUCCESS.has(word)) &&
    folded.every((word) => SUCCESS.has(word) || LABEL_WORDS.has(word) || names.includes(word) || IN_SUCCESS.test(word))
  );
}

function isPositive(value: string): boolean {
  return !/\b(?:not|no|n|fail|failed|unable|pending|sent|declined|denied|without|skipped|bypassed)\b/i.test(value);
}
