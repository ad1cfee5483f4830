import { isUtf8 } from 'node:buffer';

/** A record's JSON, or why it cannot be parsed. */
export type Decoded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'utf-8' | 'syntax'; readonly position?: number };

const REPLACEMENT = '\ufffd';

/** Parses the bytes of one JSON value. Never passes on the parser's own message: it quotes the text. */
export function decodeJson(bytes: Buffer): Decoded {
  const text = bytes.toString('utf8');
  if (text.includes(REPLACEMENT) && !isUtf8(bytes)) return { ok: false, reason: 'utf-8' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    return { ok: false, reason: 'syntax', ...(position !== undefined && { position: Number(position) }) };
  }
}

/** The number of a record that cannot be parsed, where its beginning shows it plainly. For messages only. */
export function numberIn(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, 65_536));
  return /"[Nn]umber"\s{0,4}:\s{0,4}"([A-Z]{2,10}\d{3,12})"/.exec(text)?.[1];
}
