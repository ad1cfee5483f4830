import type { ComparedPair, Comparison } from './compare.ts';
import type { Agreement, ConfusionTable, Kappa } from './kappa.ts';

/** A comparison as text for a terminal. */
export function formatComparison(comparison: Comparison, title: string): string {
  const rows = [
    ['', 'pairs', 'agreed', 'percent', 'kappa (95 %)'],
    ...[...comparison.criteria].map(([id, agreement]) => agreementRow(id, agreement)),
    agreementRow('all criteria', comparison.overall.criteria),
    ...[...comparison.checks].map(([id, agreement]) => agreementRow(`  ${id}`, agreement)),
    agreementRow('all checks', comparison.overall.checks),
  ];
  const confused = [...comparison.criteria, ...comparison.checks].filter(([, { pairs, agreed }]) => agreed < pairs);
  return [
    title,
    '='.repeat(title.length),
    columns(rows),
    ...confused.map(([id, { table }]) => `\n${id} (expected in rows, given in columns)\n${formatTable(table)}`),
    `\nMisses: ${comparison.misses.length}`,
    ...comparison.misses.map(formatMiss),
    '',
  ].join('\n');
}

function agreementRow(id: string, { pairs, agreed, percent, kappa }: Agreement): string[] {
  return [id, String(pairs), String(agreed), percent === null ? '-' : percent.toFixed(1), formatKappa(kappa)];
}

function formatKappa(kappa: Kappa | null): string {
  if (kappa === null) return 'not defined';
  return `${kappa.value.toFixed(2)} (${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)})`;
}

function formatTable({ answers, counts }: ConfusionTable): string {
  return columns([['', ...answers], ...answers.map((answer, row) => [answer, ...(counts[row] ?? []).map(String)])]);
}

function formatMiss({ number, question, expected, actual, why }: ComparedPair): string {
  return `  ${number}  ${question}: ${expected} expected, ${actual} given${why === undefined ? '' : ` — ${why}`}`;
}

/** The first column to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}
