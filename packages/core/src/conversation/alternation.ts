import { soundsSpoken } from './cues.ts';
import type { RawTurn } from './turn.ts';

/** Labels for two people whom a text does not name. */
const SPEAKERS = ['Speaker 1', 'Speaker 2'] as const;
/** Fewer lines are a list. */
const FEWEST = 3;
/** So many of the turns sound spoken, at least: steps have dashes, too, and nobody speaks in them. */
const SPOKEN_SHARE = 0.4;
const DASHED = /^\s{0,10}[-–—]\s?(?=\S)/;
const MARKED = /^\s{0,10}(<{1,2}|>{1,2}|<-{1,2}|-{1,2}>|→|←|(?:me|user|caller|agent)\s?:)\s?(?=\S)/i;
/** Two turns on a line: `Since when? - Since lunch.` */
const ANSWERED = /^([^\n]{1,200}?[?.!])\s{1,3}[-–—]\s{1,3}(?=\S)/;

const FEWEST_BARE = 4;
const ONE_SIDE = /^\s{0,10}(?:(me|i|agent|analyst|desk|user|caller|customer)\s?[:>]|(-{1,2}>|>{1,2}|→))\s{0,3}(?=\S)/i;
const TIMED = /^\s{0,10}[[(]?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]m)?[\])]?\s?[-–|]?\s(?=\S)/i;
const QUOTED = /^\s{0,10}["“„«‘'][^\n]{1,500}["”“»’']\s{0,5}$/;
const ANNOUNCES = /^[^:\n]{0,40}\b(?:transcript|call|chat|conversation|dialogue|talk)\b[^:\n]{0,40}:?\s*$/i;

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The turns of two people without names: a mark for each side, question and answer on a line, or a dash for each turn. */
export function readAlternation(text: string): RawTurn[] {
  const lines = linesOf(text);
  for (const turns of [marked(lines), oneSided(lines), answered(lines), dashed(lines), timed(lines), bare(lines)]) {
    if (turns.length >= FEWEST && isSpoken(turns, text)) return turns;
  }
  return [];
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n]+/g)].map((found) => ({ start: found.index, text: found[0] }));
}

function marked(lines: readonly Line[]): RawTurn[] {
  const found = lines.flatMap((line) => {
    const [whole, sign] = MARKED.exec(line.text) ?? [];
    return whole === undefined || sign === undefined ? [] : [{ line, sign, length: whole.length }];
  });
  const signs = [...new Set(found.map(({ sign }) => sign))];
  if (signs.length !== 2) return [];
  return found.map(({ line, sign, length }) => turnOf(line, length, line.text.length, sign === signs[0]));
}

function answered(lines: readonly Line[]): RawTurn[] {
  const pairs = lines.flatMap((line) => {
    const [whole, question] = ANSWERED.exec(line.text) ?? [];
    if (whole === undefined || question === undefined) return [];
    return [[turnOf(line, 0, question.length, true), turnOf(line, whole.length, line.text.length, false)]];
  });
  return pairs.length >= FEWEST ? pairs.flat() : [];
}

function dashed(lines: readonly Line[]): RawTurn[] {
  const found = lines.flatMap((line) => {
    const [dash] = DASHED.exec(line.text) ?? [];
    return dash === undefined ? [] : [{ line, length: dash.length }];
  });
  if (!found.some(({ line }) => line.text.includes('?'))) return [];
  return found.map(({ line, length }, place) => turnOf(line, length, line.text.length, place % 2 === 0));
}

/** Only one side has a label or a mark, and the lines take turns. */
function oneSided(lines: readonly Line[]): RawTurn[] {
  const first = lines.findIndex(({ text }) => ONE_SIDE.test(text));
  if (first < 0) return [];
  const turns: RawTurn[] = [];
  const from = Math.max(0, first - 1);
  let wasLabelled: boolean | undefined;
  for (const line of lines.slice(from)) {
    const [whole, label] = ONE_SIDE.exec(line.text) ?? [];
    const isLabelled = whole !== undefined;
    if (isLabelled === wasLabelled) break;
    wasLabelled = isLabelled;
    const turn = turnOf(line, whole?.length ?? 0, line.text.length, isLabelled);
    turns.push(label === undefined || /\W/.test(label) ? turn : { ...turn, label });
  }
  return turns.length >= FEWEST_BARE ? turns : [];
}

/** Times alone in front of what two people say in turn. */
function timed(lines: readonly Line[]): RawTurn[] {
  const found = lines.flatMap((line) => {
    const [stamp] = TIMED.exec(line.text) ?? [];
    return stamp === undefined ? [] : [{ line, length: stamp.length }];
  });
  const hasQuestion = found.some(({ line }) => line.text.includes('?'));
  if (found.length < FEWEST_BARE || !hasQuestion) return [];
  return found.map(({ line, length }, place) => turnOf(line, length, line.text.length, place % 2 === 0));
}

/** Nothing but what is said, line by line: in quotation marks, or below a line that announces it. */
function bare(lines: readonly Line[]): RawTurn[] {
  const quoted = lines.filter(({ text }) => QUOTED.test(text));
  const from = lines.findIndex(({ text }) => ANNOUNCES.test(text));
  const spoken = quoted.length >= FEWEST_BARE ? quoted : from < 0 ? [] : lines.slice(from + 1);
  if (spoken.length < FEWEST_BARE || !spoken.some(({ text }) => text.includes('?'))) return [];
  return spoken.map((line, place) => turnOf(line, 0, line.text.length, place % 2 === 0));
}

function turnOf({ start, text }: Line, from: number, to: number, isFirst: boolean): RawTurn {
  const end = text.slice(0, to).trimEnd().length;
  return { label: SPEAKERS[isFirst ? 0 : 1], start: start + from, end: start + Math.max(from, end) };
}

function isSpoken(turns: readonly RawTurn[], text: string): boolean {
  const spoken = turns.filter(({ start, end }) => soundsSpoken(text.slice(start, end)));
  return spoken.length >= turns.length * SPOKEN_SHARE;
}
