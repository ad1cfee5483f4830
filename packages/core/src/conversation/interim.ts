import { phraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import { notDenied, type Said, said } from './said.ts';
import type { Talk } from './talk.ts';

/** Phrases for the time until it is solved. */
export const MEANWHILE = [
  '(in the meantime|in the mean time|meantime|meanwhile|in the interim|for the time being|for the moment|for now)',
  '(until|till|til) (then|it|that|this|the|we|they|he|she|tomorrow|your|fixed|monday|friday)',
];
/** Words that say: to go on working, before it is solved. */
const TO_GO_ON = phraseSet([
  ...MEANWHILE,
  "(until|till|til) (i|you|he|she|he's|she's|it's|we've|they've|we're|they're|that's|i've|i'm|somebody|someone|monday|tomorrow|the|a|your|there|help|repair*|back|both|all)",
  '(so|so that) (you|they|the|your) ... (can|could|keep|go on|carry on|lose|miss|work)',
  '(keep|get|tide|help|carry|see) you (going|working|through|by|over|moving|afloat|online)',
  '(quick|quickest|fast|fastest|first) (thing|way|aid|fix|help)',
  '(go on|carry on|keep|continue) (working|with|going)',
  'then first',
  'first [(let us|lets|let s)] (stop|get|save|rescue|the)',
  "first (let's|lets|let us)",
  '(if|because) it has to be (faster|quicker)',
  '(while|before) (we|i|they|he|she|you|it|the|that) ... (wait*|look*|fix*|repair*|check*|restor*|investigat*|come*|arriv*|work*)',
  'temporar*',
  "(don't|do not|needn't|need not) (have to|need to|wait|lose)",
  '(as a|by way of) (stopgap|bridge|makeshift|substitute|plan b)',
  'plan b',
]);
/** Words that hand something over, or tell what to do. */
const DO_THIS = phraseSet([
  '(use|take|try|send|print|plot|write|work|plug|join|switch|forward|borrow|lend|open|pick|put|call|dial|save|scan|sign|share|store|ask|edit|upload|type|read|book|reach|connect|go to|sit)',
  '(you|they|everybody|customers) (can|could|may|might|needn t)',
  "(needn't|here's|there's)",
  '(here is|there is|there are|i have given|i can lend|i can give|let me give|have lent|will lend)',
]);
const OFFERED = phraseSet([
  ...MEANWHILE,
  '(workaround|work around|workarounds|stopgap)',
  '(as an alternative|alternatively|another way)',
  '(temporary|temporarily) (use*|solution|fix|access|laptop|phone|device|account|replacement|assign*|give|lend)',
  '(use|try|using|join|print|open) ... (instead|web version|web app|browser version|webmail|owa|on the web|from the web|via the web|another browser|mobile app|hotspot)',
  '(use|using|try|join|print|work) ... (another|different|other|second|next) ... (printer|laptop|browser|computer|device|phone|headset|desk|machine|pc|network|room|scanner|floor)',
  '(loaner|loan|spare|pool|replacement) (laptop|phone|device|headset|monitor|screen|pc|machine|cable|mouse|keyboard|charger|dock)',
  '(use|take|grab|print|join|dial|work|scan|sit|share|plug|write|send|pick up|switch to|log in to|sign in to) ... (another|other|spare|old|second|neighbour*|colleague*|shared|pool|guest|web|browser|mobile|phone|paper|temporary|backup|upstairs|elsewhere)',
  '(borrow|lend|loaner|hotspot|tethering)',
  '(paper|manual) (form*|list*|copy|way)',
  'on paper',
  '(forward*|divert*|redirect*) (all|your|the|calls|it|them) [calls] (to|on)',
  '(web|online|browser|mobile) (version|app|edition|client)',
  '(dial|join) ... by phone',
]);
const NO_OFFER = phraseSet([
  '(wait|patient|patience|bear|hold|closing|close|closed|known|all for now)',
  'stay on the line',
  '(again|next time|in future|any time|yourself)',
  'that is all',
]);
/** What the agent offers to go on working with: something to use instead; or, in one sentence, what to do and that it is until the issue is solved. */
export function offerOf({ agent }: Talk): Said | undefined {
  const instead = said(agent, OFFERED, notDenied).find(({ sentence }) => isOffer(sentence));
  if (instead !== undefined) return instead;
  return said(agent, TO_GO_ON, notDenied).find(
    ({ sentence }) => isOffer(sentence) && sentence.analysis.spans(DO_THIS).length > 0,
  );
}

function isOffer({ analysis }: Sentence): boolean {
  return analysis.spans(NO_OFFER).length === 0;
}
