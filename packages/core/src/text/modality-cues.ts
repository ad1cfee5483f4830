import { type PhraseSet, phraseSet, seldomPhraseSet } from './phrases.ts';

export const NEGATION: PhraseSet = phraseSet([
  'no',
  'not',
  'never',
  'without',
  'neither',
  'nor',
  'none',
  'non',
  'cannot',
  "can't",
  'cant',
  "don't",
  'dont',
  "doesn't",
  'doesnt',
  "didn't",
  'didnt',
  "wasn't",
  'wasnt',
  "isn't",
  'isnt',
  "weren't",
  "hasn't",
  'hasnt',
  "haven't",
  'havent',
  "hadn't",
  "couldn't",
  'couldnt',
  "won't",
  'wont',
  "wouldn't",
  "aren't",
  'unable',
  'failed to',
  'fails to',
  'refused to',
  'declined to',
  'rather than',
  'instead of',
]);
export const NEGATED_AFTER: PhraseSet = phraseSet([
  '[(was|were|is|are|has|have|had|been)] not [been] (done|need*|requir*|perform*|request*|possible|complet*|necessary|applicable|carried|initiated|triggered|involved|followed|verified|validated|confirmed|successful|received|sent|provided|given|approved|accepted)',
  "(wasn't|isn't|hasn't|weren't|wasnt|isnt|didn't|doesn't|didnt) ... (done|need*|requir*|perform*|request*|complet*|initiated|successful|received|work*|go)",
  '(failed|unsuccessful|denied|refused|pending|awaited|declined)',
  '(was|is|has|had|did|does) (unsuccessful|failed|fail|pending|refused|declined|denied)',
  'not (needed|required|done|applicable|necessary)',
]);
const SUPPOSITIONS = [
  'if',
  'whether',
  'in case',
  'unless',
  'once',
  'until',
  'would',
  '(might|may|could) [(also|then|possibly)] (need|require|have to)',
  'in the event',
  'should the',
  'should you',
  'suppose*',
  'how to',
  'for example',
  'for instance',
];
const HEDGES = ['might', 'may', 'could be', 'could have', 'possibly', 'perhaps', 'potential*'];
export const CONDITION: PhraseSet = phraseSet([...SUPPOSITIONS, ...HEDGES]);
/** The two kinds of conditions are told apart only where it matters. */
export const SUPPOSITION: PhraseSet = seldomPhraseSet(SUPPOSITIONS);
export const HEDGE: PhraseSet = seldomPhraseSet(HEDGES);
export const CONDITION_AFTER: PhraseSet = phraseSet([
  'if (need*|requir*|necessary|applicable|possible)',
  '(as|when|where) (need*|requir*|necessary)',
]);
export const FUTURE: PhraseSet = phraseSet([
  'will',
  'shall',
  "i'll",
  "we'll",
  "he'll",
  "she'll",
  "they'll",
  'going to',
  'about to',
  'to be',
  '(need|needs|plan*|schedul*|wait*) [(for|to)]',
  '(has|have|had) to',
  'should',
  'must',
  'pending',
  'tomorrow',
]);
export const AWAITED: PhraseSet = phraseSet([
  '(will|shall)',
  '(should|must) [still] (be|get|have)',
  '[(is|are|was|were|has|have|needs|need|still|yet)] [(yet|still)] to (be|follow|come|get)',
  '[(is|are|was|were|has|have)] [(been|now|still)] (planned|scheduled|arranged|booked|due|outstanding) [(for|on|at|to)]',
  '(tomorrow|tonight)',
  '[(is|are|was|were|has been|have been)] [still] (required|requested|needed|awaited)',
  '(was|were|is|has been|have been) (forgotten|omitted|skipped|postponed|cancelled|canceled)',
]);
export const AWAITS: PhraseSet = phraseSet(['(awaiting|awaits|await)']);
const POLITE = ['please', 'pls', 'plz', 'kindly', '(can|could|would|will) (you|someone|somebody|anyone|we|i)'];
/** What turns a question into a request. */
export const ASKS_FOR: PhraseSet = phraseSet(POLITE);
export const REQUEST: PhraseSet = phraseSet([
  ...POLITE,
  '(need|needs|needed|require|requires|required|want|wants|wanted|wish*) [(a|an|the|his|her|my|their)]',
  'would like',
  'like to',
  '(request|requests|requested|requesting|asks|asked|asking|ask) [(for|to|him|her|them|the|a|an|user|caller|that)]',
  'request for',
  '(advised|told|instruct*|recommend*|suggest*|remind*|encourag*) ... to',
  '(call*|trying|tries|tried|attempt*|contact*|wants|wanted|order|looking) [(in|us|the|service|help|desk)] to',
  'help (with|to|in)',
  'assistance (with|in|to)',
  'looking for',
]);
