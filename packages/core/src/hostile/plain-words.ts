import { fold } from '../judge/evidence/fold.ts';
import { wordsOf } from '../text/words.ts';
import { type CleanText, cleanText } from './clean-text.ts';

/** The words of a text as a reader takes them, whatever letters they are drawn with. Offsets point into the text as it is. */
export interface PlainWords {
  readonly folded: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Letters that look like a Latin one, and the ones they look like. All are a single UTF-16 unit. */
const LOOKALIKES = new Map([
  ...pairs('авсԁеёғһніїјкӏмпорԛгѕтцѵԝху', 'abcdeefhhiijklmnopqrstuvwxy'),
  ...pairs('αβγεηικνορστυχω', 'abyenikvopotuxw'),
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...pairs('ıɑɡøłßđ', 'iagolsd'),
]);
const NOT_ASCII = /[\u00aa-\uffff]/g;
/** Digits and signs that stand for letters inside a word: `1gn0re`, `p@ss`. */
const DIGIT_LETTERS = new Map(pairs('013457@$!', 'oieastasi'));
const SIGN_IN_WORD = /(?<=[a-z\d])[@$!](?=[a-z\d])/g;

/** A text in Latin letters of the same length, for expressions that look at characters. */
export function inLatin(text: string): string {
  return text.replace(NOT_ASCII, (letter) => LOOKALIKES.get(letter) ?? LOOKALIKES.get(letter.toLowerCase()) ?? letter);
}

/** Cuts a text into words as a reader takes them: no look-alikes, no invisible characters, no digits for letters. */
export function plainWordsOf(text: string, clean: CleanText = cleanText(text)): PlainWords {
  const folded = fold(clean.text);
  const latin = inLatin(folded.text).replace(SIGN_IN_WORD, (sign) => DIGIT_LETTERS.get(sign) ?? sign);
  const words = wordsOf(latin);
  const at = (position: number, side: ArrayLike<number>) => clean.originalOffset(side[position] ?? 0);
  return {
    folded: words.folded.map(withoutDigits),
    starts: words.starts.map((start) => at(start, folded.starts)),
    ends: words.ends.map((end) => clean.originalOffset((folded.ends[end - 1] ?? 0) - 1) + 1),
  };
}

function withoutDigits(word: string): string {
  if (!/\d/.test(word) || !/\p{L}/u.test(word)) return word;
  return word.replace(/\d/g, (digit) => DIGIT_LETTERS.get(digit) ?? digit);
}

function pairs(from: string, to: string): (readonly [string, string])[] {
  return Array.from(from, (letter, index) => [letter, to.charAt(index)] as const);
}
