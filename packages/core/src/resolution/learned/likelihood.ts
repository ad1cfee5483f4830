import table from './weights.tsv';

/** What is asked about a sentence of a note. */
export const ASKED = ['done', 'confirmed', 'agreed'] as const;
/** One of {@link ASKED}: what was done, the user confirmed it, the user agreed to the closing. */
export type Asked = (typeof ASKED)[number];

/** Weights stand in the table in hundredths. */
export const SCALE = 100;

let weights: ReadonlyMap<string, readonly number[]> | undefined;

/** How likely a sentence with these features tells what is asked, from 0 to 1, as learned from labelled notes. */
export function likelihoodOf(asked: Asked, features: readonly string[]): number {
  weights ??= parse(table);
  const column = ASKED.indexOf(asked);
  let sum = 0;
  for (const feature of features) sum += weights.get(feature)?.[column] ?? 0;
  return 1 / (1 + Math.exp(-sum / SCALE));
}

/** A line holds a feature and its weight for each of {@link ASKED}. */
function parse(text: string): Map<string, readonly number[]> {
  const lines = text.trim().split('\n');
  return new Map(
    lines.map((line): [string, number[]] => {
      const [feature = '', ...numbers] = line.split('\t');
      return [feature, numbers.map(Number)];
    }),
  );
}
