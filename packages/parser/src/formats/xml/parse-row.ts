import { isUtf8 } from 'node:buffer';
import sax from 'sax';

/** A row of a table: its fields by name, as a `RecordNormaliser` takes them. */
export type ParsedRow =
  | { readonly ok: true; readonly action: string | undefined; readonly fields: Record<string, unknown> }
  | { readonly ok: false; readonly reason: 'encoding' | 'syntax' };

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

interface Field {
  readonly name: string;
  readonly displayValue: string | undefined;
  text: string;
  /** `value`, `display_value` and `link` as elements of their own, as the Table API writes them. */
  parts: Map<string, string> | undefined;
}

/** Parses rows that are written in one encoding. */
export class RowParser {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #isOneByte: boolean;

  /** @throws RangeError Where nobody knows the encoding. */
  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.#isOneByte = /^(?:windows|iso-8859)-/.test(this.#decoder.encoding);
  }

  /** `text`: the bytes of the row, as Latin-1. */
  parse(text: string): ParsedRow {
    try {
      return parseRow(this.#decode(Buffer.from(text, 'latin1')).replaceAll('\r\n', '\n'));
    } catch {
      return { ok: false, reason: 'encoding' };
    }
  }

  #decode(bytes: Buffer): string {
    // A text was saved as UTF-8 and its declaration left as it was: in no language do such letters make valid UTF-8.
    return this.#isOneByte && isUtf8(bytes) ? bytes.toString('utf8') : this.#decoder.decode(bytes);
  }
}

/** What the text of a row holds. A fault anywhere spoils the row: values next to it may have moved. */
function parseRow(text: string): ParsedRow {
  const parser = sax.parser(true, { position: false });
  // Our own references: ServiceNow also writes halves of a surrogate pair and control characters, which XML forbids.
  Object.assign(parser, { ENTITIES: new Proxy({}, { get: (_, name) => characterOf(String(name)) }) });
  const fields = new Map<string, unknown>();
  let action: string | undefined;
  let field: Field | undefined;
  let part: string | undefined;
  let depth = 0;
  let sound = true;
  const spoil = () => {
    sound = false;
  };
  parser.onerror = spoil;
  parser.ondoctype = spoil;
  parser.onopentag = ({ name, attributes }) => {
    depth++;
    if (depth === 1) action = attributeOf(attributes, 'action');
    else if (depth === 2)
      field = { name, displayValue: attributeOf(attributes, 'display_value'), text: '', parts: undefined };
    else if (depth === 3 && field !== undefined && field.text.trim() === '' && field.parts?.has(name) !== true) {
      field.parts ??= new Map();
      field.parts.set(name, '');
      part = name;
    } else spoil();
  };
  const onText = (text: string) => {
    if (field === undefined) sound &&= text.trim() === '';
    else if (part !== undefined) field.parts?.set(part, (field.parts.get(part) ?? '') + text);
    else field.text += text;
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  parser.onclosetag = () => {
    depth--;
    part = undefined;
    if (depth !== 1 || field === undefined) return;
    // A field that stands twice shows that two rows have run into each other.
    if (fields.has(field.name) || (field.parts !== undefined && field.text.trim() !== '')) spoil();
    fields.set(field.name, cellOf(field));
    field = undefined;
  };
  try {
    parser.write(text).close();
  } catch {
    spoil();
  }
  return sound && depth === 0
    ? { ok: true, action, fields: Object.fromEntries(fields) }
    : { ok: false, reason: 'syntax' };
}

function cellOf({ text, displayValue, parts }: Field): unknown {
  if (parts !== undefined) return Object.fromEntries(parts);
  return displayValue === undefined || text === '' ? text : { display_value: displayValue, value: text };
}

function attributeOf(attributes: object, name: string): string | undefined {
  const value: unknown = Object.hasOwn(attributes, name) ? Reflect.get(attributes, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The text of a reference. An unknown name stays as it is written; undefined where it is no reference at all. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return /^[A-Za-z][\w.-]*$/.test(name) ? (NAMED.get(name) ?? `&${name};`) : undefined;
  const code = /^#\d{1,7}$/.test(name)
    ? Number(name.slice(1))
    : /^#x[\da-f]{1,6}$/i.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : undefined;
  return code === undefined || code === 0 || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}
