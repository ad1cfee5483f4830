const KEYS: ReadonlySet<string> = new Set(['display_value', 'value', 'link']);
const LONGEST = 200_000;
/** A key of a dictionary and its value, as Python and JSON write them. */
const MEMBER =
  /\s*(?:'([a-z_]{4,13})'|"([a-z_]{4,13})")\s*:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(None|null))\s*([,}])/sy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/gs;

/**
 * A cell that a script filled with a value of the Table API as Python or JSON prints it:
 * `{'link': 'https://…', 'value': '…'}`. Undefined where it is anything else.
 */
export function readReference(cell: string): Record<string, string | null> | undefined {
  if (!cell.startsWith('{') || !cell.endsWith('}') || cell.length > LONGEST) return undefined;
  const reference: Record<string, string | null> = {};
  let at = 1;
  for (;;) {
    MEMBER.lastIndex = at;
    const parts = MEMBER.exec(cell);
    if (parts === null) return undefined;
    const key = parts[1] ?? parts[2] ?? '';
    if (!KEYS.has(key) || key in reference) return undefined;
    const text = parts[3] ?? parts[4];
    reference[key] = text === undefined ? null : unescaped(text);
    at = MEMBER.lastIndex;
    if (parts[6] === '}') break;
  }
  const isWhole = at === cell.length;
  return isWhole && ('value' in reference || 'display_value' in reference) ? reference : undefined;
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, hex: string | undefined, unicode: string | undefined, other: string | undefined) => {
    const code = hex ?? unicode;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return ESCAPES[other ?? ''] ?? other ?? '';
  });
}
