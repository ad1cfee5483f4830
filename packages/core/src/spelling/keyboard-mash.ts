const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Words that lie along a row: names of layouts, and German. */
const WORDS = new Set(['qwerty', 'qwertz', 'azerty', 'wert']);
const SHORTEST_MASH = 4;
/** Runs this short make up words as well: `were`, `pool`. Only a longer word made of nothing else is mash. */
const SHORT_RUN = 3;
const SHORTEST_OF_SHORT_RUNS = 6;
/** The share of letters that lie in runs. */
const MOSTLY = 0.75;

const PLACES = new Map(
  ROWS.flatMap((row, at) => [...row].map((letter, column) => [letter, 100 * at + column] as const)),
);

/** Whether a word in lower case was typed along the keyboard, there or back: `asdf`, `lkjh`, `asdasdasd`. */
export function isKeyboardMash(word: string): boolean {
  if (word.length < SHORTEST_MASH || WORDS.has(word)) return false;
  const runs = runLengths(word);
  const lettersIn = (shortest: number) => runs.reduce((sum, length) => sum + (length >= shortest ? length : 0), 0);
  if (lettersIn(SHORTEST_MASH) >= word.length * MOSTLY) return true;
  return word.length >= SHORTEST_OF_SHORT_RUNS && lettersIn(SHORT_RUN) >= word.length * MOSTLY;
}

/** Whether nothing but one run makes up the word, so that it is mash even where a tool is called so. */
export function isKeyboardRun(word: string): boolean {
  return word.length >= SHORTEST_MASH && !WORDS.has(word) && runLengths(word).length === 1;
}

/** The lengths of the stretches that go along a row in one direction. */
function runLengths(word: string): number[] {
  const lengths: number[] = [];
  let length = 1;
  let direction = 0;
  for (let at = 1; at <= word.length; at++) {
    const step = at < word.length ? placeOf(word, at) - placeOf(word, at - 1) : 0;
    if (Math.abs(step) === 1 && (direction === 0 || step === direction)) {
      length++;
      direction = step;
      continue;
    }
    lengths.push(length);
    length = 1;
    direction = 0;
  }
  return lengths;
}

function placeOf(word: string, at: number): number {
  return PLACES.get(word.charAt(at)) ?? Number.NaN;
}
