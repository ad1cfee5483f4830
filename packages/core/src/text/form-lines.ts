import { answerOf, type FormAnswer } from './form-answer.ts';
import { findLabels, type Label } from './form-labels.ts';
import type { Span } from './spans.ts';
import { skipSpace, trimValue } from './trim.ts';
import { wordsOf } from './words.ts';

/** A line of a form: `Employee ID: 100234`, `OKTA MFA-N`, `Contact Number -`. Offsets point into the passage. */
export interface FormLine extends Span {
  /** The label's words, folded and joined by spaces. */
  readonly label: string;
  readonly labelEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly value: string;
  readonly answer: FormAnswer;
}

/**
 * The form lines of one line of text, whose offsets are `line`. A line can hold several, one after the other:
 * `Name: Ada Example, Employee ID: 100234 | Location: Oslo`.
 */
export function formLinesOf(text: string, line: Span): FormLine[] {
  if (line.end <= line.start) return [];
  const labels = findLabels(text, line);
  return labels.map((label, index) => {
    const limit = labels[index + 1]?.start ?? line.end;
    return toFormLine(text, label, limit);
  });
}

function toFormLine(text: string, label: Label, limit: number): FormLine {
  const valueStart = skipSpace(text, label.valueStart, limit);
  const valueEnd = trimValue(text, valueStart, endOfValue(text, valueStart, limit));
  const value = text.slice(valueStart, valueEnd);
  return {
    start: label.start,
    end: Math.max(valueEnd, label.valueStart),
    label: wordsOf(text.slice(label.start, label.end)).folded.join(' '),
    labelEnd: label.end,
    valueStart,
    valueEnd,
    value,
    answer: answerOf(value),
  };
}

/** A value ends where a new sentence begins: `Phone: see record. Asset tag 100200`. */
function endOfValue(text: string, start: number, limit: number): number {
  for (let stop = text.indexOf('. ', start); stop >= 0 && stop < limit; stop = text.indexOf('. ', stop + 1)) {
    if (/^\p{Lu}/u.test(text.slice(stop + 2, stop + 4)) && /[\p{L}\p{N}]{2}$/u.test(text.slice(start, stop)))
      return stop + 1;
  }
  return limit;
}

/** Folds a label for comparison with {@link FormLine.label}. */
export function foldFormLabel(label: string): string {
  return wordsOf(label).folded.join(' ');
}
