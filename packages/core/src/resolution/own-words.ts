import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import { CLOSING, NO_TROUBLE, RUNS, WORKS } from './confirmation/states.ts';
import type { UserSpeech } from './user-speech.ts';

/** The user speaks: pasted mails and chats. */
const SPEAKS = phraseSet([
  '(thanks|thank you|thx|thankyou|cheers|tks|thnx) [(a lot|so much|very much|again|all)]',
  '(hi|hello|dear) [(team|all|there|service|support|helpdesk)]',
  '(reply|replied|wrote|writes|replies)',
]);
/** The desk speaks: an answer of its own that was pasted. */
const DESK_SPEAKS = phraseSet([
  'your (issue|ticket|incident|account|password|request|laptop|query|case|access|mailbox|problem|concern|pc|computer)',
  'let (us|me) know',
  '(please|kindly|pls) (confirm|check|try|let|reopen|reach|contact|log|note|be informed)',
  '(we|i) have [(now|also)] (reset|unlocked|granted|added|provided|fixed|resolved|updated|removed|created|enabled|installed)',
  'service desk',
  "(we|i|we're|i'm|we'll|i'll) [(are|am|will|shall)] [(now|be)] (closing|close|closed|resolving|resolve|resolved)",
  '(closing|resolving) (the|this) [same] (incident|ticket|case|call|task)',
  'will close (the|this) (incident|ticket|case|call|task)',
  '[as] per (our|my) (check|checks|checking|analysis|test|tests|testing|investigation|observation)',
  'from (our|my) (side|end)',
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
  if (stated(FIRST_PERSON_SUCCESS)) return true;
  const said = speech.within(sentence);
  if (said !== undefined) {
    const from = Math.max(0, said.start - sentence.start);
    const to = said.end - sentence.start;
    if (stated(IT_WORKS, from, to)) return true;
    return analysis.spans(CLOSING).length === 0 && [WORKS, NO_TROUBLE, RUNS].some((set) => stated(set, from, to));
  }
  if (!stated(IT_WORKS)) return false;
  return isQuoted(passage, sentence) || (passage.hits(SPEAKS).length > 0 && passage.hits(DESK_SPEAKS).length === 0);
}

/** In quotation marks, or behind the mark of a quoted mail. */
function isQuoted({ text }: Passage, { start, end }: Sentence): boolean {
  return /["“>]/.test(text.slice(Math.max(0, start - 3), start + 1)) || /["”]/.test(text.slice(end - 1, end + 1));
}
