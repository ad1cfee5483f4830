import { type PhraseSet, phraseSet } from '../../text/phrases.ts';
import { FILLERS } from '../people.ts';
import { isPlain, type Reading } from './reading.ts';
import { NO_TROUBLE, PERSISTS } from './states.ts';

/** What a user does with a thing that works. Only people do the first ones. */
const PEOPLE_USE = phraseSet([
  '(logged|signed|loggd|logs|signs|got|gets|came) [(back|straight|right|all)] (in|on|into|onto)',
  '(got|gets|came) [(straight|right|all)] through',
  '(is|was|are) (back|logged|signed|through|straight) [(in|on|into|to|again)]',
  '(is|are) in (since|again|now)',
  '(chkd|tstd|chckd|tsted|tested|tests|tried|retried|retested|tested it|checked|watched|typed|badged)',
  '(made|did|done|performed|ran) [(a|the|another|one|some|two|three)] [(successful|short|quick)] (test|check|call|calls|tests)',
  '(happy|hapy|satisfied|pleased|delighted|glad)',
  'all set',
  'left (satisfied|happy|content)',
  '(content|relieved|thrilled|overjoyed)',
  '(gave|gives|sent|sends) [(a|the|us|me|his|her|his)] (thumbs up|thumb up|all clear|positive feedback|good feedback)',

  '(searched|downloaded|edited|saved|booked|joined|scanned)',
  'loggedin',
  'accepted [the] (solution|fix|resolution)',
]);
const ANYTHING_USES = phraseSet([
  'able [(2|to|now)]',
  '(can|could) [(now|again|also|successfully|finally)] (now|again|able|access|see|log|login|open|print|connect|work|sign|hear|join|send|receive|enter|save|view|read|reach|play|scan|edit|dial|call)',
  'can [now] use ... (now|again)',
  '(fine|good|ok|okay|gud|back|online)',
  "(isn't|isnt|not|no longer|no more) [(now|longer)] (facing|getting|having|seeing|experiencing|gets|has|sees|any|a problem|having)",
  '(got|gets|gained|regained) [(now|again|back|his|her|their)] access',
  '(got|has|have) [(now|again|had)] (no issues|no more|no problems|no issue|no problem|no errors|no further|no complaints)',
  "(didn't|did not|doesn't|does not) (face|get|see|have|experience) [(the|any|this|that)] (issue|error|problem|message)",
  'took [the] (print|printout)',
  '(works|working) (again|now|fine|normally|fully|since)',
  'up [and] running',
  '(completed|finished|succeeded)',
  '(managed|manages) to',
]);
/** The same of verbs that tell what users do at any time: they count for the time after the work. */
const USES = phraseSet([
  '(connected|reconnected|connects|printed|prints|opened|opens|sees|downloaded|joined|uploaded|plugged|saved|edited|stayed|scanned|searched|hears|heard|played|booked|sent a test) [(successfully|to|the|it|two|a|her|his|three|ten|in|without)]',
]);
const GETS_TROUBLE = phraseSet([
  '(got|gets|get|getting|received|gives) [(an|the|same|him|her)] (error|issue|message)',
  '(to|for) (reset|change|confirm|get|request|raise)',
  '(asked|requested|told|informed|advised|notified|instructed) (to|that|user|the|about|whether|if)',
]);
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** What users do that shows nothing: they turn to the desk, want, wait, go, and follow steps. */
const NO_USE = set(
  'reported complained called rang rung phoned contacted wrote mailed emailed messaged texted pinged said told stated mentioned informed advised asked requested wanted wished needed required ' +
    'raised left forgot forgotten lost dropped broke spilled damaged believed thought expected assumed hoped agreed accepted approved declined refused rejected thanked appreciated apologised apologized ' +
    'received collected provided shared submitted attached replied responded answered acknowledged hung disconnected missed waited faced experienced encountered noticed observed got had ' +
    'entered mistyped changed deleted removed moved switched bought ordered installed updated restarted rebooted followed performed cleared closed cancelled canceled withdrew escalated insisted ' +
    'went came gone returned arrived was were been did done made gave given took put set let kept became confirmed verified validated referred sent decided promised preferred supposed ' +
    'understood explained described showed shown pointed suggested proposed reopened opened logged signed stopped failed expired locked typed pressed selected chose clicked learned learnt handed brought ' +
    'transferred resigned moved travelled traveled flew used tried spoke talked discussed mentioned met visited booked scheduled postponed based located affected concerned named listed added assigned granted ' +
    'enabled disabled unlocked reset created guided instructed notified requested briefed educated trained helped assisted supported provided aligned mapped migrated enrolled registered managed ' +
    'resolved fixed solved satisfied pleased interested supposed related required accepted grumbled shut turned uninstalled reinstalled downloaded unplugged replaced swapped has is s',
);
/** What the desk was able to do, not the user: "reached out to the user and was able to reactivate the account". */
export const MENDS =
  /^(?:re|reactivate|activate|unlock|fix|resolve|restore|repair|assist|help|reproduce|replicate|identify|troubleshoot|reach)$/;
/** What a user may do next. */
const NO_PROOF = set(
  'test try check reopen contact raise call reach return confirm let wait close keep come go ask request follow reply respond mail email log open submit order collect pick tell say provide share assist help fix resolve solve support investigate proceed process approve grant create resubmit resend',
);
/** What a user is who has what was wanted. */
const PREDICATES = set(
  'through back online fine ok okay good happy content pleased satisfied sorted able up delighted',
);
/** What a user goes on doing although nothing works, and nouns. */
const NOT_GOING = set(
  'waiting asking calling requesting facing getting having trying reporting leaving going looking complaining experiencing raising following pending meeting training morning evening nothing something anything according during being missing',
);
/** Past forms that do not end in `ed`. */
const IRREGULAR = set(
  'ran held taken drove rode flew sang read drew wrote built spent found kept paid sold bought fed led bent shot cut hit put rang swam rode swept wore wound wove stood sat slept spun split sought shook shone sank struck swung taught threw understood woke won cast dealt dug hung heard saw felt',
);
/** What users do with things that work, told as it happens. */
const PRESENT = set(
  'sees hears prints opens reads stores keeps uses works types scans sends receives gets finds joins connects saves enters books calls dials writes plays views edits runs loads signs logs presents shares streams watches listens reaches accesses',
);

/** "User logged in", "Ada tested it", "she can print now", "the operator weighed three pallets". */
export function isUsed(reading: Reading): boolean {
  return (
    uses(reading, PEOPLE_USE, true) ||
    uses(reading, ANYTHING_USES, false) ||
    uses(reading, USES, false, true) ||
    isUseShown(reading)
  );
}

function uses(reading: Reading, set: PhraseSet, byName: boolean, afterWork = false): boolean {
  return reading.spans(set).some((span) => {
    if (afterWork && !reading.isSettled(span.from)) return false;
    if (!reading.people.isSubject(reading.sentence, span.from, byName)) return false;
    if (
      reading.words.slice(Math.max(0, span.from - 4), span.from).some((word) => /^(?:confirm|whether|if)$/.test(word))
    )
      return false;
    const { conditional, future, negated } = reading.modality(span);
    const denies = reading.words
      .slice(span.from, span.to)
      .some((word) => word === 'no' || word === 'not' || word.startsWith('isn'));
    if (MENDS.test(reading.words[span.to] ?? '')) return false;
    if (conditional || future || (!denies && negated) || reading.isPartial(span.from)) return false;
    if (/^had$/.test(reading.words[span.from - 1] ?? '') || /^(?:at|from)$/.test(reading.words[span.to] ?? ''))
      return false;
    if (/^by$/.test(reading.words[span.to] ?? '') && !reading.people.isUser(reading.sentence, span.to + 1))
      return false;
    return (
      !reading.follows(PERSISTS, span.from) &&
      (denies || !reading.isTroubled(span.to)) &&
      !reading.leadsToClosing(span.to, 6) &&
      (denies || !reading.follows(GETS_TROUBLE, span.to))
    );
  });
}

/** Behind the user as a subject stands a verb of use, told as fact of the time after the work. */
function isUseShown(reading: Reading): boolean {
  const { people, sentence, words } = reading;
  const { clauses } = sentence.analysis;
  for (let at = 0; at < words.length; at++) {
    if (!people.isPerson(sentence, at)) continue;
    if (/^(?:him|them|her|his)$/.test(words[at] ?? '') || !people.isInSubjectPlace(sentence, at)) continue;
    let verb = at + 1;
    while (
      verb < words.length &&
      (FILLERS.has(words[verb] ?? '') || people.isUser(sentence, verb) || people.isNamed(sentence, verb))
    )
      verb++;
    if (/^(?:from|at|in|of)$/.test(words[verb] ?? '')) verb = behindPlace(words, verb);
    if (showsUse(reading, at, verb) && clauses[verb] !== undefined) return true;
  }
  return false;
}

/** The word behind "from reception", "at the front desk". */
function behindPlace(words: readonly string[], at: number): number {
  const next = words.findIndex(
    (word, index) => index > at && index <= at + 4 && (word.endsWith('ed') || IRREGULAR.has(word)),
  );
  return next < 0 ? at : next;
}

function showsUse(reading: Reading, user: number, verb: number): boolean {
  const { words } = reading;
  const word = words[verb] ?? '';
  const before = words[verb - 1] ?? '';
  const isPast = word.endsWith('ed') || IRREGULAR.has(word) || NO_USE.has(word);
  const isGoing = word.endsWith('ing') && !NOT_GOING.has(word);
  const isAble = /^(?:can|could)$/.test(before);
  if (reading.isPartial(verb) || reading.isTroubled(user)) return false;
  if (tellsNoTrouble(reading, user)) return true;
  if (!isPast && !isGoing && !isAble && !PRESENT.has(word) && !(PREDICATES.has(word) && isBe(before))) return false;
  const isPassive = isPast && /^(?:was|were|is|been|being|got)$/.test(before);
  if ((isPassive && NO_USE.has(word)) || (isAble && NO_PROOF.has(word))) return false;
  if (!isPlain(reading.modality({ from: verb, to: verb + 1, gapped: false })) || reading.leadsToClosing(verb + 1, 6))
    return false;
  if (reading.tellsThatItWorks(verb + 1) && !reading.follows(GETS_TROUBLE, verb)) return true;
  if (reading.showsThatItWorks(verb + 1)) return true;
  if (words.slice(user, verb + 8).some((each) => /^success(?:fully)?$/.test(each))) return true;
  return !NO_USE.has(word) && (reading.isSettled(verb) || isAble);
}

function isBe(word: string): boolean {
  return /^(?:is|are|was|were|been|.{1,6}'(?:s|re))$/.test(word);
}

/** "she had no more dropouts" */
function tellsNoTrouble(reading: Reading, user: number): boolean {
  const { clauses } = reading.sentence.analysis;
  return reading
    .spans(NO_TROUBLE)
    .some(
      (span) =>
        span.from > user &&
        span.from - user <= 4 &&
        clauses[span.from] === clauses[user] &&
        !/^(?:back|returned?)$/.test(reading.words[span.to - 1] ?? '') &&
        isPlain(reading.modality(span), true),
    );
}
