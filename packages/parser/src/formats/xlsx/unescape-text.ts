const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** A text of a workbook, with the characters back that XML cannot hold: `_x000D_` is a carriage return. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
