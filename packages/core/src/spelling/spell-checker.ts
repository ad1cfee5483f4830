import { BoundedCache } from '../text/bounded-cache.ts';
import { type Chunk, readChunk, type Suspect, type Vocabulary, withoutSuffix } from './chunk.ts';
import { loadDictionaries } from './dictionary/dictionaries.ts';
import { loadLanguageTest } from './foreign.ts';
import { isAnnounced, type Mask, masksOf } from './masks.ts';

/** A misspelt word. Offsets are UTF-16 units into the text. */
export interface Misspelling {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** Finds misspelt words in English prose, British or American. It would rather miss one than report a right word. */
export interface SpellChecker {
  /** The misspelt words of a text, in reading order, each as often as it stands there. */
  misspellings(text: string): readonly Misspelling[];
  /** Whether these texts together are 40 or more words of prose in another language than English, with confidence. */
  isForeign(texts: readonly string[]): boolean;
}

/** What a text holds, before nearness to known words is looked at. */
interface Survey {
  readonly suspects: readonly Suspect[];
  readonly words: number;
  readonly unknown: number;
}

const CACHED_CHUNKS = 20_000;
const CACHED_LINES = 4096;
const CACHED_SLIPS = 20_000;
const RECENT_TEXTS = 4;
const LONGEST_CACHED_LINE = 300;
/** A longer line is read in pieces, so that no line costs more than its length. In UTF-16 units. */
const LONGEST_PIECE = 2000;
/** Longer texts are read up to here. In UTF-16 units. */
const LONGEST_TEXT = 200_000;
const FEWEST_FOREIGN_WORDS = 40;
/** Share of unknown words from which another language is possible. English prose full of names stays below it. */
const FOREIGN_SHARE = 0.25;
/** Share of unknown words from which nearness to an English word says nothing. */
const GARBLED_SHARE = 0.5;
const FEWEST_GARBLED_WORDS = 6;
const FEWEST_UNSPEAKABLE = 3;
/** A text with more unknown words is a log, a list or hostile: nearness is not looked at, for it costs time. */
const MOST_UNKNOWN = 300;

/** Loads the dictionaries, once for the process, and makes a checker that also knows `words`, in any case. */
export async function createSpellChecker(words: Iterable<string> = []): Promise<SpellChecker> {
  const [dictionaries, isOtherLanguage] = await Promise.all([loadDictionaries(), loadLanguageTest()]);
  const own = new Set<string>();
  for (const entry of words) for (const [word] of entry.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) own.add(word);
  return new CachingSpellChecker({ dictionaries, own }, isOtherLanguage);
}

class CachingSpellChecker implements SpellChecker {
  readonly #vocabulary: Vocabulary;
  readonly #isOtherLanguage: (text: string) => boolean;
  readonly #chunks = new BoundedCache<string, Chunk>(CACHED_CHUNKS);
  readonly #lines = new BoundedCache<string, Survey>(CACHED_LINES);
  readonly #slips = new BoundedCache<string, boolean>(CACHED_SLIPS);
  readonly #recent: { readonly text: string; readonly survey: Survey }[] = [];

  constructor(vocabulary: Vocabulary, isOtherLanguage: (text: string) => boolean) {
    this.#vocabulary = vocabulary;
    this.#isOtherLanguage = isOtherLanguage;
  }

  misspellings(text: string): readonly Misspelling[] {
    const { suspects, words, unknown } = this.#survey(text);
    if (suspects.length === 0) return NONE;
    const garbled = unknown > MOST_UNKNOWN || (words >= FEWEST_GARBLED_WORDS && unknown >= words * GARBLED_SHARE);
    return suspects
      .filter((suspect) => suspect.sure || suspect.gibberish !== undefined || (!garbled && this.#isSlip(suspect)))
      .map(({ start, end, word }) => ({ start, end, word }));
  }

  isForeign(texts: readonly string[]): boolean {
    let words = 0;
    let unknown = 0;
    for (const text of texts) {
      const survey = this.#survey(text);
      words += survey.words;
      unknown += survey.unknown;
    }
    if (words < FEWEST_FOREIGN_WORDS || unknown < words * FOREIGN_SHARE) return false;
    return this.#isOtherLanguage(texts.join('\n').slice(0, LONGEST_TEXT));
  }

  #isSlip({ word, onlyAtStart }: Suspect): boolean {
    const known = this.#slips.get(word);
    if (known !== undefined) return known;
    const isSlip = this.#vocabulary.dictionaries.isSlip(withoutSuffix(word.toLowerCase()), onlyAtStart);
    this.#slips.set(detach(word), isSlip);
    return isSlip;
  }

  /** The fields of one ticket are looked at twice, for their language and for their words. */
  #survey(text: string): Survey {
    const known = this.#recent.find((recent) => recent.text === text);
    if (known !== undefined) return known.survey;
    const survey = this.#read(text);
    this.#recent.unshift({ text, survey });
    this.#recent.length = Math.min(this.#recent.length, RECENT_TEXTS);
    return survey;
  }

  #read(text: string): Survey {
    const suspects: Suspect[] = [];
    const length = Math.min(text.length, LONGEST_TEXT);
    let words = 0;
    let unknown = 0;
    for (let start = 0; start < length; ) {
      const end = endOfPiece(text, start, length);
      const line = this.#line(text.slice(start, end));
      for (const each of line.suspects) suspects.push({ ...each, start: each.start + start, end: each.end + start });
      words += line.words;
      unknown += line.unknown;
      start = end;
    }
    return { suspects, words, unknown };
  }

  #line(line: string): Survey {
    if (line.length > LONGEST_CACHED_LINE) return this.#readLine(line);
    const known = this.#lines.get(line);
    if (known !== undefined) return known;
    const report = this.#readLine(line);
    this.#lines.set(detach(line), report);
    return report;
  }

  #readLine(line: string): Survey {
    const suspects: Suspect[] = [];
    let words = 0;
    let unknown = 0;
    for (let index = 0; index < line.length; ) {
      while (index < line.length && isSpace(line.charCodeAt(index))) index++;
      const start = index;
      let isData = false;
      for (; index < line.length; index++) {
        const code = line.charCodeAt(index);
        if (isSpace(code)) break;
        isData ||= code >= 48 && code <= 57;
      }
      if (index === start || isData) continue;
      const chunk = this.#chunk(line.slice(start, index));
      words += chunk.words;
      unknown += chunk.unknown;
      for (const suspect of chunk.suspects)
        suspects.push({ ...suspect, start: suspect.start + start, end: suspect.end + start });
    }
    return {
      suspects: suspects.length === 0 ? NONE : withoutLoneUnspeakable(withoutMasked(line, suspects)),
      words,
      unknown,
    };
  }

  #chunk(text: string): Chunk {
    const known = this.#chunks.get(text);
    if (known !== undefined) return known;
    const chunk = readChunk(text, this.#vocabulary);
    this.#chunks.set(detach(text), chunk);
    return chunk;
  }
}

/** The end of the line that begins at `start`, its line feed included, or the last space that still fits. */
function endOfPiece(text: string, start: number, length: number): number {
  const found = text.indexOf('\n', start);
  const end = found < 0 || found >= length ? length : found + 1;
  if (end - start <= LONGEST_PIECE) return end;
  const space = text.lastIndexOf(' ', start + LONGEST_PIECE);
  return space > start ? space : start + LONGEST_PIECE;
}

const NONE: readonly never[] = [];

/** Drops the suspects that their place in the line explains. */
function withoutMasked(line: string, suspects: readonly Suspect[]): Suspect[] {
  const masks = masksOf(line);
  return suspects.filter(({ start, end, sure, onlyAtStart }) => {
    if (onlyAtStart && !isSentenceStart(line, start)) return false;
    return !masks.some((mask) => covers(mask, start, end, sure)) && !isAnnounced(line, start);
  });
}

/** What cannot be spoken may be a user name or a server, unless it stands in a line full of gibberish. */
function withoutLoneUnspeakable(suspects: readonly Suspect[]): readonly Suspect[] {
  const gibberish = suspects.filter((suspect) => suspect.gibberish !== undefined);
  if (gibberish.length >= FEWEST_UNSPEAKABLE || gibberish.some((suspect) => suspect.gibberish === 'mash'))
    return suspects;
  return suspects.map(({ gibberish: _, ...suspect }) => suspect);
}

function covers(mask: Mask, start: number, end: number, sure: boolean): boolean {
  return mask.start <= start && end <= mask.end && (mask.whole || !sure);
}

/** Whether a sentence, a list item or the text behind a label begins here. */
function isSentenceStart(line: string, start: number): boolean {
  let index = start - 1;
  while (index >= 0 && (isSpace(line.charCodeAt(index)) || '"\'(*•[“‘'.includes(line.charAt(index)))) index--;
  return index < 0 || '.!?:-–—;)|]'.includes(line.charAt(index));
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;
}

/** A copy that does not keep the whole ticket's text alive, as a slice of it would. */
function detach(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
