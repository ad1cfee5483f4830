import { decodeEntities } from './entities.ts';

const OPEN = '[code]';
const CLOSE = '[/code]';
const NEW_LINE = new Set(
  'address article blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CELL = new Set(['td', 'th']);
const HIDDEN = new Set(['script', 'style', 'head', 'title', 'template']);

/** Turns the HTML inside `[code]…[/code]` into the text that a person sees. Everything outside stays as it is. */
export function renderCodeBlocks(text: string): string {
  let open = text.indexOf(OPEN);
  if (open < 0) return text;
  let result = '';
  let from = 0;
  while (open >= 0) {
    const close = text.indexOf(CLOSE, open);
    if (close < 0) break;
    result += text.slice(from, open) + htmlToText(text.slice(open + OPEN.length, close));
    from = close + CLOSE.length;
    open = text.indexOf(OPEN, from);
  }
  return result + text.slice(from);
}

/** The visible text of HTML: blocks on lines of their own, blanks collapsed, entities decoded. Linear in its input. */
export function htmlToText(html: string): string {
  const out = new TextBuilder();
  // What stands behind the last `>` is text: a tag that is cut off, or a stray `<`.
  const lastEnd = html.lastIndexOf('>');
  let textStart = 0;
  let at = html.indexOf('<');
  while (at >= 0 && at < lastEnd) {
    const markup = readMarkup(html, at);
    if (markup === undefined) {
      // A stray `<` is text.
      at = html.indexOf('<', at + 1);
      continue;
    }
    out.text(html.slice(textStart, at));
    if (NEW_LINE.has(markup.name)) out.newLine();
    else if (CELL.has(markup.name)) out.space();
    textStart = markup.end;
    at = html.indexOf('<', textStart);
  }
  out.text(html.slice(textStart));
  return out.toString();
}

/** The tag, comment or hidden element that starts here. */
function readMarkup(html: string, at: number): { readonly name: string; readonly end: number } | undefined {
  if (html.startsWith('<!--', at)) return { name: '', end: endOf(html, '-->', at + 4) };
  const name = tagName(html, at + 1);
  if (name === undefined) return undefined;
  const tagEnd = endOfTag(html, at + 1);
  const hidden = HIDDEN.has(name) && html[at + 1] !== '/';
  return { name, end: hidden ? endOf(html, `</${name}`, tagEnd + 1, 0) : tagEnd + 1 };
}

function endOf(html: string, closing: string, from: number, length = closing.length): number {
  const found = html.indexOf(closing, from);
  return found < 0 ? html.length : found + length;
}

function tagName(html: string, at: number): string | undefined {
  const start = html[at] === '/' ? at + 1 : at;
  let end = start;
  while (end < start + 20 && /[A-Za-z0-9]/.test(html[end] ?? '')) end++;
  return /^[A-Za-z]/.test(html[start] ?? '') ? html.slice(start, end).toLowerCase() : undefined;
}

/** The `>` that ends a tag; one inside a quoted attribute does not. */
function endOfTag(html: string, from: number): number {
  const plain = html.indexOf('>', from);
  let at = from;
  while (at < html.length && html[at] !== '>') {
    const character = html[at];
    if ((character === '"' || character === "'") && html[at - 1] === '=') {
      const closing = html.indexOf(character, at + 1);
      if (closing < 0) return plain;
      at = closing;
    }
    at++;
  }
  return at < html.length ? at : plain;
}

/** Collects text as a browser would lay it out: runs of blanks are one space, blocks start on a new line. */
class TextBuilder {
  readonly #parts: string[] = [];
  #pending: '' | ' ' | '\n' = '';

  text(raw: string): void {
    if (raw === '') return;
    const words = decodeEntities(raw.replace(/[ \t\r\n\f]+/g, ' '));
    if (words.startsWith(' ')) this.space();
    const body = words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined);
    if (body !== '') {
      if (this.#parts.length > 0) this.#parts.push(this.#pending);
      this.#parts.push(body);
      this.#pending = '';
    }
    if (words.endsWith(' ')) this.space();
  }

  space(): void {
    if (this.#pending === '') this.#pending = ' ';
  }

  newLine(): void {
    this.#pending = '\n';
  }

  toString(): string {
    return this.#parts.join('');
  }
}
