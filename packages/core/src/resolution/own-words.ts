import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import { CLOSING, NO_TROUBLE, RUNS, WORKS } from './confirmation/states.ts';
import type { UserSpeech } from './user-speech.ts';
import { isWrittenByDesk, isWrittenByUser } from './writer.ts';

const THANKS = phraseSet(['(thanks|thank you|thx|thankyou|cheers|tks|thnx) [(a lot|so much|very much|again|all)]']);
/** Pasted mails and chats begin so. */
const GREETS = phraseSet([
  '(hi|hello|dear) [(team|all|there|service|support|helpdesk)]',
  '(reply|replied|wrote|writes|replies)',
]);
const IT_WORKS = phraseSet([
  "(it|it's|its|that|everything|all|this|issue|things|outlook|teams|vpn|printer|laptop) [(is|are|now|seems|just|all|has been)] [(now|all|been)] (works|work|working|worked|fine|good|ok|okay|resolved|fixed|sorted|perfect|great|back) [(fine|now|again|well|perfectly|great)]",
  '(all|now|works|working|fixed|resolved|everything) (good|fine|works|working|ok|okay|well|now|again|perfectly|perfect|great|nicely|like)',
  'did the trick',
  '(i|we) (can|could|am able to|was able to|have been able to|managed to) [(now|again|also)] (log|login|access|see|print|open|connect|work|use|send|sign|hear|join|get|reach|find|read|edit|save|enter|upload|call|dial|receive|play|scan|start|run|book|submit|share|export|import|view)',
  'yes it (does|is|works|did)',
  '(does|did|do) the (job|trick)',
  "(i'm|i am|we are) (in|back|back in|able to|all set|connected)",
  'no [(more|further)] (issues|problems|errors) [(now|anymore)]',
]);
const FIRST_PERSON_SUCCESS = phraseSet([
  '(i|we) can [now] (log|login|access|see|print|open|connect|work|use|send|sign|hear|join|get) ... (again|now|thanks|fine)',
  'i see [(it|the|my)] ... now',
  'that did the trick',
]);
/** In the user's own message. */
const I_SUCCEED = phraseSet([
  '(i|we) [(was|were|am|are|have|had|finally|have been|had been|just)] [(now|finally|just|also|finally)] able to',
  "(i'm|we're|i've been) [(now|finally|also)] able to",
  '(i|we) [(now|also|finally|just)] (can|could|managed|regained|recovered|succeeded)',
  '(i|we) [(now|finally|just)] (have|got|had) [(now|my|full|the|back|again|just|it|them|all)] (access|working|work|in|it working|everything|them)',
  '(i|we) [(have|just|now)] [(successfully|now)] (logged|ssh|sshed|connected|signed|ssh ed|restored|regained)',
  '(my|the|this|our) (issue|problem|error|trouble) [(has|have|is|was|been|now|seems)] [(been|now|to be|all)] (resolved|solved|fixed|gone|sorted|cleared)',
  '(it|this|that|everything|all|fix|hub|site|page|link|vpn|mail|outlook|printer|account|app|teams|login) [(has|just|finally|now|all)] (worked|works|helped|work)',
  '(seems|appears|looks|seem|look) [(like|to|it)] [(be|have|it|that)] [(now|all|been|is|just|started)] (work|works|working|fixed|resolved|good|fine|back|ok|okay|better|cleared|gone|sorted)',
  '(that|this|which|you) [(has|have|seems|to|just|really)] [(have|had)] (solved|fixed|resolved|sorted|did) (it|the|my|this)',
  '(all|everything) [(is|was|seems|looks)] [(now|all)] (good|fine|ok|okay|set|well|sorted)',
  '(problem|issue) (solved|fixed|resolved|sorted)',
  '(no longer|not) [(an|a)] (issue|problem|issues)',
  '(back|up) (up|online|and running|to normal|in business)',
  '(is|are) [(now|all|also)] (back|working|recovered|visible|there|restored|accessible|correct|responsive|fast)',
  '(perfect|success|solved|fixed|resolved|sorted)',
]);
const PERSISTS = phraseSet(['(still|not|cannot|unable|but|persists|failed|fails)', "(can't|doesn't|isn't|won't)"]);

/** Requests that hang on something: "close it when it works". */
const CONDITION = phraseSet(['(when|once|if|unless|until|whether|as soon as)']);

/** Whether a sentence is the user's own word that it works: "It works now, thanks!" */
export function isOwnWords(passage: Passage, sentence: Sentence, speech: UserSpeech): boolean {
  const { analysis } = sentence;
  if (analysis.isQuestion || analysis.spans(PERSISTS).length > 0 || analysis.spans(CONDITION).length > 0) return false;
  const stated = (set: PhraseSet, from = 0, to = analysis.text.length) =>
    analysis.spans(set).some((span) => {
      const place = analysis.textSpan(span);
      if (place.start < from || place.end > to) return false;
      const { conditional, future, negated, request } = analysis.modality(span);
      return !conditional && !future && !request && (!negated || set === NO_TROUBLE || set === WORKS);
    });
  if (stated(FIRST_PERSON_SUCCESS) && !isWrittenByDesk(passage)) return true;
  const said = speech.within(sentence);
  if (said !== undefined) {
    const from = Math.max(0, said.start - sentence.start);
    const to = said.end - sentence.start;
    if (stated(IT_WORKS, from, to)) return true;
    return analysis.spans(CLOSING).length === 0 && [WORKS, NO_TROUBLE, RUNS].some((set) => stated(set, from, to));
  }
  if (isWrittenByUser(passage)) return stated(I_SUCCEED) || stated(IT_WORKS) || stated(NO_TROUBLE);
  if (isQuoted(passage, sentence)) return stated(IT_WORKS);
  if (isWrittenByDesk(passage)) return false;
  const thanks = passage.hits(THANKS).length > 0;
  return (stated(IT_WORKS) && (thanks || passage.hits(GREETS).length > 0)) || (stated(I_SUCCEED) && thanks);
}

/** In quotation marks, or behind the mark of a quoted mail. */
function isQuoted({ text }: Passage, { start, end }: Sentence): boolean {
  return /["“>]/.test(text.slice(Math.max(0, start - 3), start + 1)) || /["”]/.test(text.slice(end - 1, end + 1));
}
