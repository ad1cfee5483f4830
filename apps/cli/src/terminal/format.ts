import { stripVTControlCharacters } from 'node:util';
import { NO_NUMBER } from '@tqrs/report';

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A number as people read it: `12,345.6`. */
export function number(value: number): string {
  return NUMBER.format(value);
}

/** A number with its noun: `1 ticket`, `2,000 tickets`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** A share of a whole in percent, with one decimal; a dash where there is no whole. */
export function percent(value: number | null): string {
  return value === null ? NO_NUMBER : `${value.toFixed(1)}%`;
}

/** A part of a whole in whole percent. */
export function shareOf(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 100)}%`;
}

/** US dollars; small amounts with more digits. */
export function usd(amount: number): string {
  return `$${amount.toFixed(amount < 1 ? 4 : 2)}`;
}

/** Seconds as people say them: `8 s`, `2 min 5 s`, `1 h 4 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

const widthOf = (text: string) => stripVTControlCharacters(text).length;

/**
 * Text in lines of at most `width` characters (colours aside), broken between words; every line after the first begins
 * with `indent`. `used` characters stand before it on its first line already.
 */
export function wrapped(text: string, width: number, indent: string, used = 0): string {
  const [first = '', ...words] = text.split(' ');
  let lines = first;
  let column = used + widthOf(first);
  for (const word of words) {
    const next = column + 1 + widthOf(word);
    const fits = next <= width;
    lines = fits ? `${lines} ${word}` : `${lines.trimEnd()}\n${indent}${word}`;
    column = fits ? next : indent.length + widthOf(word);
  }
  return lines;
}
