/**
 * A text folded for comparison: compatibility forms, case, white space and invisible characters make no difference.
 * Each folded unit knows the stretch of the original that it came from.
 */
export interface Folded {
  readonly text: string;
  /** Start of the original stretch, for each folded UTF-16 unit. */
  readonly starts: ArrayLike<number>;
  /** End of the original stretch, for each folded UTF-16 unit. */
  readonly ends: ArrayLike<number>;
}

/** Longer runs of marks are cut, as Unicode's stream-safe format does: sorting an endless one takes quadratic time. */
const MOST_MARKS = 30;

/** Zero-width and bidirectional controls and the soft hyphen: nobody sees them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const MARK = /[\p{M}\uff9e\uff9f]/u;
const SPACE = /\s/;

/**
 * Folds a text in linear time. NFKD stands in for NFKC: two texts agree in one exactly where they agree in the other, and
 * decomposing needs no look at the neighbours except for a letter's own marks.
 */
export function fold(text: string): Folded {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    const folded = foldCluster(text, at, end);
    for (let index = 0; index < folded.length; index++) {
      const unit = folded.charAt(index);
      if (unit === ' ' && (out.length === 0 || out.at(-1) === ' ')) {
        if (ends.length > 0) ends[ends.length - 1] = end;
        continue;
      }
      out.push(unit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: out.join(''), starts, ends };
}

/** The folded text alone, without white space at its ends. */
export function foldText(text: string): string {
  return fold(text).text.trim();
}

/** A character with the marks that follow it. */
function clusterEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at + (code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1);
  for (let marks = 0; marks < MOST_MARKS && end < text.length && text.charCodeAt(end) >= 0x300; marks++) {
    const point = text.codePointAt(end) ?? 0;
    const character = String.fromCodePoint(point);
    if (!MARK.test(character)) break;
    end += character.length;
  }
  return end;
}

/** The folded units of a cluster; white space comes as single spaces. */
function foldCluster(text: string, at: number, end: number): string {
  const code = text.charCodeAt(at);
  if (end === at + 1 && code < 128) {
    if (code >= 65 && code <= 90) return String.fromCharCode(code + 32);
    return code === 32 || (code >= 9 && code <= 13) ? ' ' : text.charAt(at);
  }
  const cluster = text.slice(at, end);
  if (INVISIBLE.test(cluster.charAt(0))) return foldMarks(cluster.slice(1));
  return foldMarks(cluster);
}

function foldMarks(cluster: string): string {
  if (cluster === '') return '';
  const folded = cluster.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  return SPACE.test(folded) ? folded.replace(/\s/g, ' ') : folded;
}
