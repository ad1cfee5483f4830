import { evidenceOf, type Found, findPhrases, quote } from '../../../text/find.ts';
import { LabelKind } from '../../../text/label-kind.ts';
import { isTold } from '../../../text/modality.ts';
import { phraseSet } from '../../../text/phrases.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notMetByAbsence } from '../replies.ts';

const YES_NO_LABEL = new LabelKind([
  '[(currently|is|user|caller)] (wfh|wfo|remote|working from home|work from home|working remotely|working from office|work from office|in office|in the office|onsite|on site|home based)',
  '(wfh|office|home|remote|onsite) [or] (wfo|wfh|remote|office|home|onsite)',
  'working from',
  '(work|working) (mode|setup|arrangement|type)',
  '(office|remote|home) [(or|and)] (remote|home|office) [(worker|working|user)]',
]);
const PLACE_LABEL = /(?:^| )(?:location|office|working|site|wfh|remote|from|mode|workplace|work)(?: |$)/;
const VALUE = /\b(?:wfh|wfo|remote(?:ly)?|home|office|on-?site|hybrid|hq|headquarters|branch|campus|building|floor)\b/i;
const STATED = phraseSet([
  '(wfh|wfo|homeoffice)',
  'remote (this|today|now|until|since|at the moment|for now|currently|on)',
  '(work|works|worked|working) (from|at) (home|office|the office|his home|her home|the site|a client site|client site|hotel)',
  'home (office|worker|working|based)',
  '(works|working|worker|user|employee|based|connected|connecting) (remote|remotely|offsite|off site)',
  'remote (worker|user|working|employee|location)',
  '(is|was|currently|user|caller) remote',
  '(is|was|currently|user|caller|employee|sitting|sits|calling|called|works|working|located|logged in) [(is|currently)] (at|from|in) (home|office|the office|his office|her office|their office|our office|the main office|head office|site)',
  '(from|in|at) [(the|our|his|her|their)] (office|home|headquarters|head office|branch office|home office)',
  '(on site|onsite|in office|in ofc|home office|remotely from)',
  '(store|shop|plant|site|head|main|branch|depot|factory|regional|sales|field) office',
  '(office|home) based',
  '(floor|wing|part|side) of the office',
]);
/** `from the Oslo office`: a name stands before it. */
const OFFICE = phraseSet(['(office|branch|campus|headquarters|hq)']);
/** A word that says it when it makes up its clause: `Hull, home, 555-0140`, `Lima. Remote.` */
const ALONE = phraseSet([
  '(home|office|remote|remotely|onsite|hybrid) [(today|now|this week|currently|based|worker|at the moment)]',
]);
const OTHER_OFFICE = phraseSet([
  '(microsoft|ms) office',
  'office 365',
  'office apps',
  'out of office',
  'office (application*|suite|licen*|product*|365|2016|2019|2021|app|install*|update*|activation|version)',
  'on site support',
  'onsite (support|team|engineer|technician|visit)',
  '(reinstall*|install*|repair*|updat*|open*|activat*) ... office',
  'back office',
  'home (drive|page|directory|folder|screen)',
]);

const NO_PLACE = new Set([
  'the',
  'microsoft',
  'ms',
  'my',
  'our',
  'his',
  'her',
  'open',
  'libre',
  'back',
  'post',
  'reinstalled',
  'in',
  'from',
  'at',
  'installed',
  'an',
  'no',
  'which',
  'this',
]);

/** Whether the caller works in an office or remotely. */
export const officeOrRemote = defineCheckSignal({
  id: 'office-or-remote',
  description:
    'Says whether the caller is in an office or remote: "WFH", "from the Oslo office", a form line that names either.',
  answer(check, { text }) {
    for (const passage of text.passages(check.fields)) {
      const line = passage.formLines.find(
        ({ label, answer, value }) =>
          (YES_NO_LABEL.matches(label) && answer !== 'blank' && (answer !== 'given' || VALUE.test(value))) ||
          (PLACE_LABEL.test(label) && answer === 'given' && VALUE.test(value)),
      );
      if (line !== undefined)
        return met([quote(passage, { start: line.start, end: line.end })], 'Says whether office or remote.');
      for (const found of findPhrases([passage], STATED, isTold)) {
        if (!isOtherOffice(found)) return met([evidenceOf(found)], 'Says whether office or remote.');
      }
      for (const found of findPhrases([passage], ALONE, isTold)) {
        if (standsAlone(found)) return met([quote(passage, found.sentence)], 'Says whether office or remote.');
      }
      for (const found of findPhrases([passage], OFFICE, isTold)) {
        if (!isOtherOffice(found) && followsName(found))
          return met([quote(passage, found.sentence)], 'Says whether office or remote.');
      }
    }
    return notMetByAbsence(check);
  },
});

function standsAlone({ sentence, words }: Found): boolean {
  const { clauses } = sentence.analysis;
  const clause = clauses[words.from];
  return clauses[words.from - 1] !== clause && clauses[words.to] !== clause;
}

/** The product, or an office that somebody goes to. */
function isOtherOffice({ sentence, words }: Found): boolean {
  return sentence.analysis.spans(OTHER_OFFICE).some(({ from, to }) => from < words.to && words.from < to);
}

function followsName({ sentence, words }: Found): boolean {
  const before = words.from - 1;
  return (
    /^\p{Lu}\p{L}{2,}/u.test(sentence.analysis.wordAt(before)) &&
    !NO_PLACE.has(sentence.analysis.words.folded[before] ?? '')
  );
}
