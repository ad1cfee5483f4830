import type { Evidence, Missing } from '../verdict.ts';

/** What an outcome rests on, and what coaching may therefore speak of. */
export interface Proof {
  readonly evidence?: readonly Evidence[] | undefined;
  readonly missing?: readonly Missing[] | undefined;
}

const MOST_QUOTES = 5;
/** In UTF-16 units. */
const LONGEST_QUOTE = 60;
const SENTENCE_BREAK = /(?<=[.!?]["”]?)\s+(?=[\p{Lu}{"“])/u;
const PLACEHOLDER = /\{(quote|quotes|missing)\}/g;

/**
 * Puts words of the ticket into a rubric's coaching: `{quote}` is what the outcome rests on most, `{quotes}` all of it (as
 * far as a reader wants it), `{missing}` what was looked for and not found. A sentence whose words are not there is left out.
 */
export function fillCoaching(coaching: string, proof: Proof): string {
  if (!coaching.includes('{')) return coaching;
  const words = wordsOfProof(proof);
  return coaching
    .trim()
    .split(SENTENCE_BREAK)
    .filter((sentence) => placeholdersOf(sentence).every((name) => words[name] !== ''))
    .map((sentence) => sentence.replace(PLACEHOLDER, (_, name: Placeholder) => words[name]))
    .join(' ');
}

type Placeholder = 'quote' | 'quotes' | 'missing';

/** What a text asks for. */
function placeholdersOf(text: string): Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name as Placeholder);
}

function wordsOfProof({ evidence = [], missing = [] }: Proof): Record<Placeholder, string> {
  const quotes = [...new Set(evidence.map(({ quote }) => shortened(quote)).filter((quote) => quote !== ''))];
  const elements = [...new Set(missing.map(({ element }) => element))];
  const shown = quotes.slice(0, MOST_QUOTES).map((quote) => `“${quote}”`);
  return {
    quote: shown[0] ?? '',
    quotes: quotes.length > MOST_QUOTES ? `${shown.join(', ')} and others` : listed(shown),
    missing: listed(elements),
  };
}

/** A quote on one line, cut between words. */
function shortened(quote: string): string {
  const line = quote
    .replace(/\s+/g, ' ')
    .replace(/[.,;]+$/, '')
    .trim();
  if (line.length <= LONGEST_QUOTE) return line;
  const cut = line.slice(0, LONGEST_QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_QUOTE / 2))} …`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
