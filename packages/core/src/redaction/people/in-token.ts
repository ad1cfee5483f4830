import type { Span } from '../../text/spans.ts';

/** In UTF-16 units, to either side. */
const REACH = 64;
const DEVICE =
  /^(?:pc|laptop|lt|dt|ws|wks|nb|desktop|mac|macbook|iphone|ipad|phone|vm|srv|server|nas|prn|printer|tab|surface)\d*$/i;

/**
 * Whether a name is a part of something else that has no spaces: a host name (`ADA-LT-118`), a file (`ada_notes.docx`), a
 * path, an address. Not of `Ada/Ben`, `Ada-please` or `done.Ada`.
 */
export function isPartOfToken(text: string, { start, end }: Span): boolean {
  const before = /[^\s"'“”‘’()[\]{},;:<>|]*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
  const after = /^[^\s"'“”‘’()[\]{},;:<>|]*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  if (before === '' && after === '') return false;
  if (/[\\@_]$/.test(before) || /^[\\@_]/.test(after)) return !(before === '@' && after === '');
  if (/\\|:\/\/|^[/~]/.test(before) || after.includes('\\')) return true;
  return isJoinedBefore(before, text.slice(start, end)) || isJoinedAfter(after, text.slice(start, end));
}

function isJoinedBefore(before: string, name: string): boolean {
  const part = /([^./-]*)[-.]$/.exec(before)?.[1];
  return (
    part !== undefined && part !== '' && (before.endsWith('.') ? !/^\p{Lu}/u.test(name) : looksLikeDevice(part, name))
  );
}

function isJoinedAfter(after: string, name: string): boolean {
  const [, mark, part = ''] = /^([-.])([^./-]+)/.exec(after) ?? [];
  if (mark === undefined) return false;
  return mark === '.' ? /^\p{Ll}/u.test(part) || /\d/.test(part) : looksLikeDevice(part, name) || /-.*\d/.test(after);
}

function looksLikeDevice(part: string, name: string): boolean {
  if (/\d/.test(part) || DEVICE.test(part)) return true;
  return name === name.toUpperCase() && part === part.toUpperCase();
}
