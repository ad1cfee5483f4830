import { Lexicon } from '../text/lexicon.ts';
import type { PhraseSet } from '../text/phrases.ts';
import type { Span } from '../text/spans.ts';
import { type CleanText, cleanText } from './clean-text.ts';
import { PATTERNS, SPELT_OUT } from './instruction-patterns.ts';
import { ADDRESS, OVERRIDE, SCORE } from './instruction-phrases.ts';
import { inLatin, type PlainWords, plainWordsOf } from './plain-words.ts';

/** What an instruction is about: leaving what was told, scoring well, whom it speaks to, a role of a prompt, a ready answer. */
export type InstructionKind = 'override' | 'score' | 'address' | 'role' | 'answer';

/** Text that reads like an instruction to whoever judges it. UTF-16 offsets into the text as it is. */
export interface InstructionSpan extends Span {
  readonly kind: InstructionKind;
}

const KINDS: readonly (readonly [InstructionKind, PhraseSet])[] = [
  ['override', OVERRIDE],
  ['score', SCORE],
  ['address', ADDRESS],
];
const lexicon = new Lexicon();
for (const [, set] of KINDS) lexicon.placeOf(set);

/** How far a span reaches at most, to either side of what was found. In UTF-16 units. */
const REACH = 300;
/** Fewer single letters in a row spell nothing. */
const FEWEST_LETTERS = 8;

/**
 * Finds text that speaks to a judge instead of telling about the ticket: "ignore previous instructions", "award full marks",
 * role tags, ready answers; also where it is written with look-alike letters, invisible characters, or letter by letter. Each
 * span is a whole sentence, or the whole answer. They come in order and do not overlap. Takes linear time.
 *
 * A find is a suspicion. It must not change a score by itself.
 */
export function detectInstructions(text: string): InstructionSpan[] {
  const clean = cleanText(text);
  const words = plainWordsOf(text, clean);
  const found = [...phrasesIn(text, words), ...speltOut(text, words), ...patternsIn(text, clean)];
  return merged(found);
}

function* phrasesIn(text: string, words: PlainWords): Generator<InstructionSpan> {
  for (const { set, spans } of lexicon.match(words)) {
    const kind = KINDS.find(([, each]) => each === set)?.[0] ?? 'override';
    for (const { from, to } of spans) {
      yield { kind, ...sentenceAround(text, { start: words.starts[from] ?? 0, end: words.ends[to - 1] ?? 0 }) };
    }
  }
}

/** `i g n o r e   p r e v i o u s   i n s t r u c t i o n s` */
function* speltOut(text: string, { folded, starts, ends }: PlainWords): Generator<InstructionSpan> {
  for (let from = 0; from < folded.length; from++) {
    let to = from;
    while (to < folded.length && folded[to]?.length === 1) to++;
    if (to - from >= FEWEST_LETTERS && SPELT_OUT.test(folded.slice(from, to).join('')))
      yield { kind: 'override', ...sentenceAround(text, { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }) };
    from = to;
  }
}

function* patternsIn(text: string, clean: CleanText): Generator<InstructionSpan> {
  if (!/[<[{:="#]|[-=*_]{3}/.test(clean.text)) return;
  const latin = inLatin(clean.text);
  for (const { kind, pattern } of PATTERNS) {
    for (const { 0: whole, index } of latin.matchAll(pattern)) {
      if (whole === '') continue;
      const start = clean.originalOffset(index);
      const end = clean.originalOffset(index + whole.length - 1) + 1;
      yield { kind, ...(kind === 'answer' ? answerAround(text, { start, end }) : lineFrom(text, { start, end })) };
    }
  }
}

/** From the sentence's beginning to its end, on its line. */
function sentenceAround(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - REACH), start);
  const from = Math.max(
    before.lastIndexOf('\n'),
    ...['. ', '! ', '? '].map((mark) => before.lastIndexOf(mark) + (before.includes(mark) ? 1 : 0)),
  );
  const after = /^[^\n.!?]{0,300}[.!?]*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  const beginning = from < 0 ? start - before.length : start - before.length + from + 1;
  return {
    start: beginning + (/^\s*/.exec(text.slice(beginning, start))?.[0].length ?? 0),
    end: end + after.trimEnd().length,
  };
}

/** The innermost braces around a ready answer, or its line. */
function answerAround(text: string, { start, end }: Span): Span {
  const open = text.lastIndexOf('{', start);
  const close = text.indexOf('}', end);
  const isObject = open >= 0 && close >= 0 && start - open <= REACH && close - end <= REACH;
  return isObject ? { start: open, end: close + 1 } : lineFrom(text, { start, end });
}

/** To the end of the line: what follows a role is what it says. */
function lineFrom(text: string, { start, end }: Span): Span {
  const rest = /^[^\n]{0,300}/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return { start, end: end + rest.trimEnd().length };
}

function merged(found: readonly InstructionSpan[]): InstructionSpan[] {
  const spans: { kind: InstructionKind; start: number; end: number }[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1);
    if (last === undefined || span.start >= last.end) spans.push({ ...span });
    else last.end = Math.max(last.end, span.end);
  }
  return spans;
}
