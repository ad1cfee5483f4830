import { type Found, findPhrases } from '../../text/find.ts';
import { isStated } from '../../text/modality.ts';
import { phraseSet } from '../../text/phrases.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';

const EMPLOYEE_NUMBER = phraseSet([
  '(employee|empl|emp|staff|personnel|worker|associate|badge|payroll) [(id|number|no|nr|nbr|code)] [(is|was|as|of)] #',
  '(eid|empid|emp|id|matricule|matricola|matr|badge|personalnr|personalnummer|personeelsnummer|mitarbeiternummer|wwid|gid|pernr|psid|ee|payroll) [id] [(is|no|nr|number)] #',
  '(global|corporate|associate|clock|works|colleague) (id|number|no) [(is|of)] #',
  '(employed|registered|listed) under [the] number #',
  '(staff|employee|access|company|visitor|contractor|partner|member|supplier|guest) (card|id|badge|number|no|pass) [(number|no|is)] #',
]);
/** Before an id that begins with letters: `partner ID PW-118`. */
const ID_LABEL = phraseSet([
  '(staff|employee|emp|partner|member|contractor|supplier|guest) (id|number|no|card) [(is|number|no)]',
  '(eid|empid)',
]);

/** Ids of something else than a person. */
const OTHER_ID = new Set(
  (
    'event error session call ticket incident message process device asset transaction job printer vendor product ' +
    'batch order app application tenant apple kb request booking host domain user key recovery meeting conference ' +
    'zoom teams teamviewer anydesk correlation client supplier case reference serial policy claim contract document ' +
    'invoice record tracking shipment material article item part patient'
  ).split(' '),
);

/** Numbers and ids by which an employer knows somebody, with the words that say so. */
export function employeeNumbers(passage: Passage): Found[] {
  const plain = findPhrases([passage], EMPLOYEE_NUMBER, isStated).filter(
    ({ sentence, words }) => !OTHER_ID.has(sentence.analysis.words.folded[words.from - 1] ?? ''),
  );
  const lettered = findPhrases([passage], ID_LABEL, isStated)
    .filter(({ sentence, words }) => isLetteredNumber(sentence, words.to))
    .map((found) => ({ ...found, words: { ...found.words, to: found.words.to + 2 } }));
  return [...plain, ...lettered];
}

/** `PW-118`, `QX-20931`: a few letters joined to a number. */
function isLetteredNumber({ analysis: { text, words } }: Sentence, at: number): boolean {
  return /^\p{L}{1,4}[-/ ]\d{2,}/u.test(text.slice(words.starts[at], words.ends[at + 1]));
}
