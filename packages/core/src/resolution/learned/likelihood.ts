import table from './weights.tsv';

/** What is asked about a sentence of a note. */
export const ASKED = ['done', 'confirmed', 'agreed'] as const;
/** One of {@link ASKED}: what was done, the user confirmed it, the user agreed to the closing. */
export type Asked = (typeof ASKED)[number];

/** Weights stand in the table in hundredths. */
export const SCALE = 100;

let weights: ReadonlyMap<string, readonly number[]> | undefined;

/** How likely a sentence with these features tells each of what is asked, from 0 to 1, as learned from labelled notes. */
export function likelihoodsOf(features: readonly string[]): Readonly<Record<Asked, number>> {
  weights ??= parse(table);
  let [done, confirmed, agreed] = [0, 0, 0];
  for (const feature of features) {
    const row = weights.get(feature);
    if (row === undefined) continue;
    done += row[0] ?? 0;
    confirmed += row[1] ?? 0;
    agreed += row[2] ?? 0;
  }
  return { done: likelihood(done), confirmed: likelihood(confirmed), agreed: likelihood(agreed) };
}

function likelihood(sum: number): number {
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
