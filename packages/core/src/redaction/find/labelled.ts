import type { FormLine } from '../../text/form-lines.ts';
import type { Span } from '../../text/spans.ts';
import { formLinesIn } from '../../text/text-analyser.ts';
import { wordsOf } from '../../text/words.ts';
import { kindsOf, type LabelKind } from '../labels.ts';
import { nameInValue } from '../people/read-name.ts';
import type { Personal } from '../personal.ts';
import { addressIn, type FormPlace } from './addresses.ts';
import { employeeIdAt } from './employee-ids.ts';
import { phonesInValue } from './phones.ts';
import { userNameAt } from './user-names.ts';

/** What the form lines of a text tell: values by their labels, and the names of people. */
export interface Labelled {
  readonly values: readonly Personal[];
  readonly names: readonly string[];
}

/** Reads the form lines of a text: `Employee ID- 100234`, `Contact Number: 555-0123`, `Manager name : Ada Example`. */
export function labelledIn(text: string): Labelled {
  const values: Personal[] = [];
  const names: string[] = [];
  const lines = formLinesIn(text);
  for (const [index, line] of lines.entries()) {
    const kinds = kindsOf(line.label);
    if (kinds.length === 0) continue;
    const place: FormPlace = { text, line, limit: lines[index + 1]?.start ?? text.length };
    for (const kind of kinds) READERS[kind](place, values, names);
  }
  return { values, names };
}

type Reader = (place: FormPlace, values: Personal[], names: string[]) => void;

const READERS: Record<LabelKind, Reader> = {
  employee: ({ text, line }, values) => add(values, employeeIdAt(text, valueSpan(line))),
  phone: ({ text, line }, values) => values.push(...phonesInValue(text, valueSpan(line))),
  address: (place, values) => add(values, addressIn(place)),
  user: ({ text, line }, values) => add(values, userNameAt(text, valueSpan(line))),
  name: ({ line }, _, names) => addName(names, line, nameInValue(line.value, true)),
  'maybe-name': ({ line }, _, names) => addName(names, line, nameInValue(line.value, false)),
  people: ({ line }, _, names) => {
    for (const name of peopleIn(line.value)) names.push(name);
  },
  details: ({ text, line }, values, names) => readDetails(text, valueSpan(line), values, names),
};

function valueSpan({ valueStart, valueEnd }: FormLine): Span {
  return { start: valueStart, end: valueEnd };
}

function add(values: Personal[], value: Personal | undefined): void {
  if (value !== undefined) values.push(value);
}

function addName(names: string[], { answer }: FormLine, name: string | undefined): void {
  if (name !== undefined && answer !== 'blank') names.push(name);
}

/** `Example, Ada <ada@acme.example>; Ben Sample`: the people of a mail's header. */
function peopleIn(value: string): string[] {
  return value.split(/;|>\s{0,2},/).flatMap((part) => {
    const person = part.split(/[<[(]/)[0] ?? '';
    const list = person.split(',');
    const isList = list.length > 1 && list.every((each) => wordsOf(each).folded.length > 1);
    return (isList ? list : [person]).flatMap((each) => nameInValue(each.trim(), false) ?? []);
  });
}

/** `Employee details - Ada Example/100234/Oslo/555-0123` */
function readDetails(text: string, { start, end }: Span, values: Personal[], names: string[]): void {
  let at = start;
  let isNamed = false;
  for (const part of text.slice(start, end).split(/[/,|]/)) {
    const span = { start: at, end: at + part.length };
    const digits = part.replace(/\D/g, '').length;
    if (digits >= 9) values.push(...phonesInValue(text, span));
    else if (digits >= 4 && !/\d{3}-\d{4}/.test(part)) add(values, employeeIdAt(text, span));
    else if (digits === 0 && !isNamed) {
      const name = nameInValue(part.trim(), false);
      if (name !== undefined) names.push(name);
      isNamed = name !== undefined;
    }
    at += part.length + 1;
  }
}
