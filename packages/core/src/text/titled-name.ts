/** `Jane Roe`, `J. K. O'Neill-Berg`: two to four capitalised words. */
const NAME = String.raw`\p{Lu}[\p{L}.'’-]{0,30}(?:[ \t]{1,2}\p{Lu}[\p{L}.'’-]{0,30}){1,3}`;
/** A word by which a job is called. */
const TITLE =
  '(?:chief|officer|c[efiot]o|chro|ciso|president|chair(?:man|woman|person)?|director|board|manager|head|lead|partner|principal|consultant|analyst|advisor|adviser|broker|counsel|engineer|specialist|associate|assistant|secretary|coordinator|administrator|vp|svp|evp|avp)';
const BETWEEN = String.raw`[ \t]{0,3}(?:[|·•,–—]|[ \t]-[ \t])[ \t]{0,3}`;
const TITLE_PART = String.raw`(?:(?![.?!:][ \t]|[|·•]).){0,60}?\b${TITLE}\b`;

const ON_ONE_LINE = new RegExp(`^${NAME}[ \\t]{0,3}[|·•][ \\t]{0,3}${TITLE_PART}`, 'iu');
const BEHIND_COMMA = new RegExp(`^${NAME}${BETWEEN}${TITLE_PART}[^.?!:]{0,60}$`, 'iu');
const NAME_FIRST = new RegExp(`^${NAME}`, 'u');
const NAME_ALONE = new RegExp(`^${NAME}$`, 'u');
const TITLE_ALONE = new RegExp(`^[^.?!:]{0,40}\\b${TITLE}\\b[^.?!:]{0,60}$`, 'iu');
const BEHIND_THANKS = new RegExp(
  `\\b(?:thanks|thank you|regards|rgds|cheers|best|sincerely|br)[ \\t]{0,2}[,.!-]?[ \\t]{1,2}(?=${NAME}${BETWEEN}${TITLE_PART})`,
  'iu',
);
/** More words than a title has. */
const PROSE_WORDS = 9;

/** Whether a line is a name with its title, as below a mail: `Jane Roe | Chief Financial Officer | Client Programs`. */
export function isTitledName(line: string): boolean {
  return startsWithName(line) && ON_ONE_LINE.test(line);
}

/**
 * Whether a name and its title stand on a line, or on this and the next one, in a way that also begins a report: `Jane Roe,
 * Chief Financial Officer`. Below a text it signs it.
 */
export function mayBeTitledName(line: string, next: string): boolean {
  if (!startsWithName(line) || isLong(line)) return false;
  return BEHIND_COMMA.test(line) || (NAME_ALONE.test(line) && !isLong(next) && TITLE_ALONE.test(next));
}

/** Where a name with its title begins behind thanks, within a line: `Thanks, Jane Roe | CFO`. -1: nowhere. */
export function titledNameBehindThanks(line: string): number {
  const found = BEHIND_THANKS.exec(line);
  return found !== null && startsWithName(line.slice(found.index + found[0].length)) ? found.index : -1;
}

/** The expressions ignore case for the sake of titles; a name does not. */
function startsWithName(line: string): boolean {
  return NAME_FIRST.test(line);
}

function isLong(line: string): boolean {
  return (line.match(/\p{L}{2,}/gu)?.length ?? 0) > PROSE_WORDS;
}
