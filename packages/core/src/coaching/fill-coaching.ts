import { BoundedCache } from '../text/bounded-cache.ts';
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
/** What coaching may put in braces. */
export const PLACEHOLDERS: readonly string[] = ['quote', 'quotes', 'missing'];
const PLACEHOLDER = new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`);

/**
 * Puts words of the ticket into a rubric's coaching: `{quote}` is what the outcome rests on most, `{quotes}` all of it (as
 * far as a reader wants it), `{missing}` what was looked for and not found. A sentence whose words are not there is left out.
 */
export function fillCoaching(coaching: string, proof: Proof): string {
  const sentences = templateOf(coaching);
  if (sentences === undefined) return coaching;
  const words = wordsOfProof(proof);
  return sentences
    .filter((parts) => parts.every((part) => typeof part === 'string' || words[part.name] !== ''))
    .map((parts) => parts.map((part) => (typeof part === 'string' ? part : words[part.name])).join(''))
    .join(' ');
}

type Placeholder = 'quote' | 'quotes' | 'missing';

/** A sentence of a template: what stands in it as it is, and what is to be filled in. */
type Sentence = readonly (string | { readonly name: Placeholder })[];

/** Coaching comes from rubrics, which a process has few of. */
const templates = new BoundedCache<string, readonly Sentence[]>(500);

/** Undefined: there is nothing to fill in. */
function templateOf(coaching: string): readonly Sentence[] | undefined {
  if (!coaching.includes('{')) return undefined;
  let template = templates.get(coaching);
  if (template === undefined) {
    template = coaching.trim().split(SENTENCE_BREAK).map(partsOf);
    templates.set(coaching, template);
  }
  return template;
}

function partsOf(sentence: string): Sentence {
  // With the name in a group, every other part is one.
  return sentence.split(PLACEHOLDER).map((part, index) => (index % 2 === 0 ? part : { name: part as Placeholder }));
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
