import { type Dictionaries, SHORTEST_SLIP } from './dictionary/dictionaries.ts';
import { isKeyboardMash, isKeyboardRun } from './keyboard-mash.ts';

/** A word that may be misspelt, where it stands in its chunk. */
export interface Suspect {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** A misspelling that everybody knows, against an unknown word that counts only where it is close to a known one. */
  readonly sure: boolean;
  /** Capitalised, so that it counts only where a capital letter says nothing: at the start of a sentence. */
  readonly onlyAtStart: boolean;
  /** A word of no language: typed along the keyboard, or unspeakable, which counts only beside others. */
  readonly gibberish?: 'mash' | 'unspeakable';
}

/** What a run of text without white space holds. */
export interface Chunk {
  readonly words: number;
  /** Words that no dictionary knows, right or wrong. */
  readonly unknown: number;
  readonly suspects: readonly Suspect[];
}

/** Knows the words of the dictionaries and those of the organisation. */
export interface Vocabulary {
  readonly dictionaries: Dictionaries;
  readonly own: ReadonlySet<string>;
}

const NO_SUSPECTS: readonly Suspect[] = [];
const NOTHING: Chunk = { words: 0, unknown: 0, suspects: NO_SUSPECTS };
const ONE_WORD: Chunk = { words: 1, unknown: 0, suspects: NO_SUSPECTS };
/** Longer runs are data. */
const LONGEST_CHUNK = 64;
const LONGEST_WORD = 30;
/** A capitalised word has to be this long to be a slip and not a name, one in capitals to be no acronym. */
const SHORTEST_CAPITALISED_SLIP = 7;
const SHORTEST_CAPITALISED_MISTAKE = 5;

/** Addresses, user names, assignments, variables: data, whatever words they hold. */
const DATA = /[\d@\\_=$%#^~{}|]|:\/\/|^www\./;
/** An option, a path, or the ending of a file: `-force`, `/etc`, `.docx`. */
const LEADING_MARK = /^(?:[-/]|\.\p{L})/u;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const PLAIN_WORD = /^[a-zA-Z]+(?:['’][a-zA-Z]+)*$/;
const SENTENCE_BREAK = /\p{Ll}[.!?]\p{Lu}\p{Ll}/u;
const IDEOGRAM = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** Finds the words of a chunk that may be misspelt. What is data, or follows a slash, a leading hyphen or a leading dot, is passed over. */
export function readChunk(chunk: string, vocabulary: Vocabulary): Chunk {
  if (chunk.length > LONGEST_CHUNK || DATA.test(chunk) || LEADING_MARK.test(chunk)) return NOTHING;
  const slash = chunk.indexOf('/');
  const text = slash < 0 ? chunk : chunk.slice(0, slash);
  if (isDotted(text)) return NOTHING;

  let words = 0;
  let unknown = 0;
  let suspects: Suspect[] | undefined;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const end = match.index + word.length;
    if (text.charAt(match.index - 1) === '&' && text.charAt(end) === ';') continue;
    words += IDEOGRAM.test(word) ? Math.ceil(word.length / 2) : 1;
    const kind = judge(word, vocabulary, isHyphenated(text, match.index, end));
    if (kind === 'known') continue;
    // Mash is no sign of another language.
    if (kind !== 'mash') unknown += IDEOGRAM.test(word) ? Math.ceil(word.length / 2) : 1;
    if (kind === 'unknown') continue;
    suspects ??= [];
    suspects.push({
      start: match.index,
      end,
      word,
      sure: kind === 'mistake' || kind === 'mistake-at-start',
      onlyAtStart: kind.endsWith('-at-start'),
      ...((kind === 'mash' || kind === 'unspeakable') && { gibberish: kind }),
    });
  }
  if (suspects === undefined && unknown === 0)
    return words === 1 ? ONE_WORD : words === 0 ? NOTHING : { words, unknown, suspects: NO_SUSPECTS };
  return { words, unknown, suspects: suspects ?? NO_SUSPECTS };
}

/** Part of a name such as `lds-prt`, which may be any letters. */
function isHyphenated(text: string, start: number, end: number): boolean {
  return text.charAt(start - 1) === '-' || text.charAt(end) === '-';
}

/** A host, a file or a class name; not a full stop without a space behind it. */
function isDotted(text: string): boolean {
  const dot = text.indexOf('.');
  if (dot < 0) return false;
  const inside = /\p{L}\.\p{L}/u.test(text);
  return inside && !SENTENCE_BREAK.test(text);
}

/** An unknown word is `open` where only its nearness to a known one can tell whether it is misspelt. */
type Kind =
  | 'known'
  | 'unknown'
  | 'mistake'
  | 'mistake-at-start'
  | 'open'
  | 'open-at-start'
  | NonNullable<Suspect['gibberish']>;

function judge(word: string, { dictionaries, own }: Vocabulary, hyphenated: boolean): Kind {
  if (word.length < 2) return 'known';
  if (!PLAIN_WORD.test(word)) return dictionaries.knows(word.toLowerCase()) ? 'known' : 'unknown';
  const lower = word.toLowerCase().replaceAll('’', "'");
  const base = withoutSuffix(lower);
  if (own.has(base) || own.has(lower)) return 'known';
  if (isKeyboardRun(lower) && !hyphenated) return 'mash';
  const capitals = capitalsOf(word);
  if (capitals === 'mixed' || word.length > LONGEST_WORD) return 'known';
  if (dictionaries.isKnownMistake(lower)) {
    if (capitals === 'none' || word.length >= SHORTEST_CAPITALISED_MISTAKE) return 'mistake';
    return capitals === 'first' ? 'mistake-at-start' : 'known';
  }
  if (dictionaries.knows(lower) || dictionaries.knows(base)) return 'known';
  if (base.endsWith('s') && !base.endsWith('ss') && dictionaries.knows(base.slice(0, -1))) return 'known';
  if (capitals === 'all') return 'known';
  if (isKeyboardMash(base) && !hyphenated) return 'mash';
  if (capitals === 'none' && !hyphenated && dictionaries.isUnspeakable(base)) return 'unspeakable';
  if (capitals === 'none') return base.length >= SHORTEST_SLIP ? 'open' : 'unknown';
  return base.length >= SHORTEST_CAPITALISED_SLIP ? 'open-at-start' : 'unknown';
}

/** `Intune's` and `who'd` without what the apostrophe adds. */
export function withoutSuffix(word: string): string {
  const apostrophe = word.lastIndexOf("'");
  return apostrophe > 0 && word.length - apostrophe <= 3 ? word.slice(0, apostrophe) : word;
}

function capitalsOf(word: string): 'none' | 'first' | 'all' | 'mixed' {
  const lower = word.toLowerCase();
  if (word === lower) return 'none';
  if (word.charAt(0) !== lower.charAt(0) && word.slice(1) === lower.slice(1)) return 'first';
  return word.toUpperCase() === word ? 'all' : 'mixed';
}
