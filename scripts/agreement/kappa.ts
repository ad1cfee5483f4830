/** What two raters said about one thing. */
export interface Pair {
  readonly expected: string;
  readonly actual: string;
}

/** Cohen's kappa with its 95 % interval. */
export interface Kappa {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How often each expected answer (row) got each actual answer (column). */
export interface ConfusionTable {
  /** Every answer that either rater gave, in alphabetical order: the rows and the columns. */
  readonly answers: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** How well two raters agree. */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  /** Percent of the pairs that agree, unrounded; null without pairs. */
  readonly percent: number | null;
  /** Null where kappa is not defined: without pairs, or where both raters only ever gave one and the same answer. */
  readonly kappa: Kappa | null;
  readonly table: ConfusionTable;
}

const Z95 = 1.959963984540054;

/** Compares two raters over the same things. */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const table = confusionTable(pairs);
  const agreed = pairs.filter(({ expected, actual }) => expected === actual).length;
  return {
    pairs: pairs.length,
    agreed,
    percent: pairs.length === 0 ? null : (100 * agreed) / pairs.length,
    kappa: cohensKappa(table.counts),
    table,
  };
}

/** Counts pairs by expected and actual answer. */
export function confusionTable(pairs: readonly Pair[]): ConfusionTable {
  const answers = [...new Set(pairs.flatMap(({ expected, actual }) => [expected, actual]))].sort();
  const position = new Map(answers.map((answer, index) => [answer, index]));
  const counts = answers.map(() => answers.map(() => 0));
  for (const { expected, actual } of pairs) {
    const row = counts[position.get(expected) ?? -1];
    const column = position.get(actual);
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return { answers, counts };
}

/**
 * Unweighted kappa (Cohen 1960) of a square table of counts, with the 95 % interval from the large-sample standard error
 * for kappa other than 0 (Fleiss, Cohen and Everitt 1969, "Large sample standard errors of kappa and weighted kappa",
 * Psychological Bulletin 72; formula 18.13 in Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions",
 * 3rd edition). The interval is cut at -1 and 1, and has no width where the raters agree on everything, however few
 * the pairs: read it with their number.
 *
 * @returns null where chance alone would always agree, or without counts.
 */
export function cohensKappa(counts: readonly (readonly number[])[]): Kappa | null {
  const total = sum(counts.map(sum));
  if (total === 0) return null;
  const cell = (row: number, column: number) => (counts[row]?.[column] ?? 0) / total;
  const indices = counts.map((_, index) => index);
  const rows = indices.map((row) => sum(indices.map((column) => cell(row, column))));
  const columns = indices.map((column) => sum(indices.map((row) => cell(row, column))));
  const at = (margin: readonly number[], index: number) => margin[index] ?? 0;

  const observed = sum(indices.map((index) => cell(index, index)));
  const byChance = sum(indices.map((index) => at(rows, index) * at(columns, index)));
  if (byChance > 1 - 1e-12) return null;
  const value = (observed - byChance) / (1 - byChance);

  const onDiagonal = sum(
    indices.map((index) => cell(index, index) * (1 - (at(rows, index) + at(columns, index)) * (1 - value)) ** 2),
  );
  const offDiagonal = sum(
    indices.flatMap((row) =>
      indices.map((column) => (row === column ? 0 : cell(row, column) * (at(columns, row) + at(rows, column)) ** 2)),
    ),
  );
  const correction = (value - byChance * (1 - value)) ** 2;
  const variance = (onDiagonal + (1 - value) ** 2 * offDiagonal - correction) / (total * (1 - byChance) ** 2);
  const margin = Z95 * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(-1, value - margin), high: Math.min(1, value + margin) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
