import { type PhraseSet, phraseSet } from '../../text/phrases.ts';
import { FILLERS } from '../people.ts';
import { isPlain, type Reading } from './reading.ts';
import { PERSISTS } from './states.ts';

/** What a user does with a thing that works. Only people do the first ones. */
const PEOPLE_USE = phraseSet([
  '(logged|signed|loggd|logs|signs|got|gets|came|is|was|through) [(back|straight)] (in|on|into|onto|through)',
  '(tested|tests|tried|retried|retested|tested it|checked|checks|watched|typed|badged)',
  '(made|did|done|performed|ran) [(a|the|another|one|some|two|three)] [(successful|short|quick)] (test|check|call|calls|tests)',
  '(happy|hapy|satisfied|pleased|delighted|glad)',
  'all set',
  'left (satisfied|happy|content)',
  '(searched|downloaded|edited|saved|booked|joined|scanned)',
  'loggedin',
  'accepted [the] (solution|fix|resolution)',
]);
const ANYTHING_USES = phraseSet([
  'able [(2|to|now)]',
  '(can|could) [(now|again|also|successfully|finally)] (now|again|able|access|see|log|login|open|print|connect|work|sign|hear|join|send|receive|enter|save|view|read|reach|play|scan|edit|dial|call)',
  'can [now] use ... (now|again)',
  '(connected|reconnected|connects|printed|prints|opened|opens|sees|downloaded|joined|uploaded|plugged|saved|edited|stayed|scanned|searched|hears|heard|played|booked|sent a test) [(successfully|to|the|it|two|a|her|his|three|ten|in|without)]',
  '(fine|good|ok|okay|gud|back|online)',
  "(isn't|isnt|not|no longer|no more) [(now|longer)] (facing|getting|having|seeing|experiencing|gets|has|sees|any|a problem|having)",
  '(got|has|have) [(now|again|had)] (access|no issues|no more|no problems|no issue|no problem|no errors|no further|no complaints)',
  "(didn't|did not|doesn't|does not) (face|get|see|have|experience) [(the|any|this|that)] (issue|error|problem|message)",
  'took [the] (print|printout)',
  '(works|working) (again|now|fine|normally|fully)',
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
    'joined went came gone returned arrived was were been did done made gave given took taken put set let kept became confirmed verified validated referred sent decided promised preferred supposed ' +
    'understood explained described showed shown pointed suggested proposed reopened opened logged signed stopped failed expired locked typed pressed selected chose clicked learned learnt handed brought ' +
    'transferred resigned moved travelled traveled flew used tried spoke talked discussed mentioned met visited booked scheduled postponed based located affected concerned named listed added assigned granted ' +
    'enabled disabled unlocked reset created guided instructed notified requested briefed educated trained helped assisted supported provided aligned mapped migrated enrolled registered managed ' +
    'resolved fixed solved satisfied pleased interested supposed related required accepted grumbled shut turned uninstalled reinstalled downloaded unplugged replaced swapped has is s',
);
/** Past forms that do not end in `ed`. */
const IRREGULAR = set(
  'ran held drove rode flew sang read drew wrote built spent found kept paid sold bought fed led bent shot cut hit put rang swam rode swept wore wound wove stood sat slept spun split sought shook shone sank struck swung taught threw understood woke won cast dealt dug hung heard saw felt',
);
/** What users do with things that work, told as it happens. */
const PRESENT = set(
  'sees hears prints opens reads stores keeps uses works types scans sends receives gets finds joins connects saves enters books calls dials writes plays views edits runs loads signs logs presents shares streams watches listens reaches accesses',
);

/** "User logged in", "Ada tested it", "she can print now", "the operator weighed three pallets". */
export function isUsed(reading: Reading): boolean {
  return uses(reading, PEOPLE_USE, true) || uses(reading, ANYTHING_USES, false) || isUseShown(reading);
}

function uses(reading: Reading, set: PhraseSet, byName: boolean): boolean {
  return reading.spans(set).some((span) => {
    if (!reading.people.isSubject(reading.sentence, span.from, byName)) return false;
    const { conditional, future, negated } = reading.modality(span);
    const denies = reading.words
      .slice(span.from, span.to)
      .some((word) => word === 'no' || word === 'not' || word.startsWith('isn'));
    if (conditional || future || (!denies && negated)) return false;
    return (
      !reading.follows(PERSISTS, span.from) &&
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
    if (!people.isUser(sentence, at) && !people.isTitled(sentence, at) && !people.isNamed(sentence, at)) continue;
    if (/^(?:him|them|her|his)$/.test(words[at] ?? '') || !people.isInSubjectPlace(sentence, at)) continue;
    let verb = at + 1;
    while (verb < words.length && (FILLERS.has(words[verb] ?? '') || people.isUser(sentence, verb) || people.isNamed(sentence, verb))) verb++;
    if (showsUse(reading, at, verb) && clauses[verb] !== undefined) return true;
  }
  return false;
}

function showsUse(reading: Reading, user: number, verb: number): boolean {
  const word = reading.words[verb] ?? '';
  const isPast = word.endsWith('ed') || IRREGULAR.has(word);
  const isGoing = word.endsWith('ing') && /^(?:is|was|been|now)$/.test(reading.words[verb - 1] ?? '');
  const isAble = /^(?:can|could)$/.test(reading.words[verb - 1] ?? '');
  if (!isPast && !isGoing && !isAble && !PRESENT.has(word)) return false;
  const span = { from: verb, to: verb + 1, gapped: false };
  const modality = reading.modality(span);
  if (!isPlain(modality) || reading.isTroubled(user) || reading.leadsToClosing(verb + 1, 6)) return false;
  if (reading.tellsThatItWorks(verb) && !reading.follows(GETS_TROUBLE, verb)) return true;
  if (NO_USE.has(word) || /^(?:waiting|asking|calling|requesting|facing|getting|having|trying|reporting|leaving|going|looking)$/.test(word))
    return reading.showsThatItWorks(verb + 1);
  return reading.isSettled;
}
