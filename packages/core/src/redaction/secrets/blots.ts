import type { Span } from '../../text/spans.ts';

/** What stands in place of a secret that was blotted out, once for each UTF-16 unit. */
const BLOT = '█';
const BLOTTED = /█{2,}/g;

/** A stretch of blots as long as the text that they cover, so that offsets behind them hold. */
export function blots(length: number): string {
  return BLOT.repeat(length);
}

/** Whether something was blotted out of a text. */
export function hasBlots(text: string): boolean {
  return text.includes(BLOT);
}

/** Where secrets were blotted out of a text. */
export function blotsIn(text: string): Span[] {
  if (!hasBlots(text)) return [];
  return Array.from(text.matchAll(BLOTTED), ({ 0: { length }, index }) => ({ start: index, end: index + length }));
}
