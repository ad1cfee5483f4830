import { type Found, spanOf } from '../text/find.ts';
import { NEGATION } from '../text/modality-cues.ts';
import { seldomPhraseSet } from '../text/phrases.ts';

/** Somebody's guess, rather than what happened. */
const DOUBT = seldomPhraseSet([
  '(think|thinks|thought|thinking|believes|believed|assumes|assumed|suspect*|fears|feared|afraid|worried|concerned|wonder*|unsure|guess|guesses|guessed)',
  '(seem*|appears|appeared|apparently|allegedly|maybe|probably|likely|presumably|supposedly)',
  '(not|never) (sure|certain|clear|known)',
  '(looks|looked|sounds|sounded|feels) (like|as)',
  '(claims|claimed|pretends|pretended|joked|jokes)',
]);
/** Over and done with: the ticket may be about what came after it. */
const PAST = seldomPhraseSet([
  '(months|years|weeks|month|year) (ago|back|before)',
  '(last|previous) (month|year|quarter|spring|summer|autumn|fall|winter|christmas|january|february|march|april|may|june|july|august|september|october|november|december)',
  '(in|since|during|back in) [(early|late|mid)] (january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)',
  '(previously|formerly|historically|already in the past|in the past|at the time|back then|long ago)',
  '(earlier|previous|old|closed|former|parent|other) (ticket|incident|case|call|request)',
  '(see|ref|under|per|from|with|in) [(ticket|incident|case|ref)] (inc*|ritm*|req*|sir*)',
]);
/** The matter is what is taught or written about: `the course on malware`. */
const TAUGHT = seldomPhraseSet([
  '(course|courses|training|trainings|webinar|quiz|elearning|lesson|module|newsletter|article|poster|leaflet|campaign|policy|policies|awareness|simulation|simulations|seminar|workshop|tutorial|faq|guideline|guidelines)',
  'e learning',
]);
/** `KB0010045` */
const ARTICLE = /^kb\d{0,12}$/;
const YEAR = /^(?:19|20)\d\d$/;
const QUOTE_MARK = /["“”„«»]/g;

/** Whether a find tells of the present case for sure: neither a guess, nor long past, nor what is quoted or taught. */
export function isCertain(found: Found): boolean {
  return !(found.modality.hedged || isDoubted(found) || isPast(found) || isTaught(found) || isQuoted(found));
}

/** Words that may stand beside a title without saying more. */
const BESIDE = new Set(
  'a an the our my is was caller user usr client customer employee colleague group global'.split(' '),
);

/** Whether a find is all that its clause says, but for words like "our": `OWG, Oslo`, `PC - virus`. */
export function fillsClause({ sentence: { analysis }, words: { from, to } }: Found): boolean {
  const { clauses, words } = analysis;
  return words.folded.every((word, at) => clauses[at] !== clauses[from] || (at >= from && at < to) || BESIDE.has(word));
}

/** What was not to be had: `The portal was down`, `Her manager is on leave`. */
const OUT_OF_REACH = seldomPhraseSet([
  '(down|unavailable|unreachable|broken|failed|fails|failing|away|absent|busy|error|errors|unsuccessful)',
  '(out of order|out of office|on leave|on vacation|on holiday|timed out|times out)',
]);

/** Whether nothing in its clause is denied or out of reach: `SSPR did not work for her` is. */
export function isUndenied({ sentence: { analysis }, words }: Found): boolean {
  const { clauses } = analysis;
  return ![...analysis.spans(NEGATION), ...analysis.spans(OUT_OF_REACH)].some(
    ({ from }) => clauses[from] === clauses[words.from] || clauses[from] === clauses[words.to - 1],
  );
}

function isDoubted({ sentence: { analysis }, words }: Found): boolean {
  return analysis
    .spans(DOUBT)
    .some(({ from }) => from < words.to && analysis.clauses[from] === analysis.clauses[words.from]);
}

function isPast({ sentence: { analysis }, words }: Found): boolean {
  const { clauses } = analysis;
  const isHere = (at: number) => clauses[at] === clauses[words.from] || clauses[at] === clauses[words.to - 1];
  return (
    analysis.spans(PAST).some(({ from, to }) => isHere(from) || isHere(to - 1)) ||
    analysis.words.folded.some((word, at) => YEAR.test(word) && isHere(at) && analysis.words.folded[at - 1] === 'in')
  );
}

function isTaught({ sentence: { analysis } }: Found): boolean {
  return analysis.spans(TAUGHT).length > 0 || analysis.words.folded.some((word) => ARTICLE.test(word));
}

/** `the article "Laptop lost or stolen"`: between two quotation marks of its sentence. */
function isQuoted(found: Found): boolean {
  const { start } = spanOf(found);
  const { sentence, passage } = found;
  const before = passage.text.slice(sentence.start, start).match(QUOTE_MARK)?.length ?? 0;
  return before % 2 === 1 && passage.text.slice(start, sentence.end).search(QUOTE_MARK) >= 0;
}
