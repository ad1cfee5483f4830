import { wordsOf } from '../text/words.ts';

const CUES = new Set(
  (
    "i i'm i've i'll i'd im ive my me mine we we'll we're we've our us you you're you'll you've your u ur hi hello hey " +
    'thanks thank thx ty please pls plz kindly sorry bye goodbye welcome yes yeah yep yup nope sure ok okay alright great perfect ' +
    'morning afternoon namaste hallo sir madam maam'
  ).split(' '),
);
/** In UTF-16 units. */
const READ = 300;

/** Whether a text sounds like somebody who speaks to somebody: it asks, greets, thanks, or says I or you. */
export function soundsSpoken(text: string): boolean {
  const head = text.slice(0, READ);
  return head.includes('?') || wordsOf(head).folded.some((word) => CUES.has(word));
}
