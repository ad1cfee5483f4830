import { readFileSync } from 'node:fs';
import type { Scorecard } from '@tqrs/core';
import { type ComparedPair, type Comparison, compareWithLabels } from './compare.ts';
import type { Agreement, ConfusionTable, Kappa } from './kappa.ts';
import { LABELLED_SETS } from './labelled-sets.ts';
import type { Label } from './labels.ts';
import { reviewSet } from './review-labelled.ts';

/** What stands before the figures. */
const PROSE = readFileSync(new URL('./judgement.md', import.meta.url), 'utf8');

/** As a check says them, surest first. */
const CONFIDENCES = ['high', 'medium', 'low'];

/** One rubric's labels beside what the offline judge says, for one part of the labelled tickets. */
interface Compared {
  readonly tickets: number;
  readonly comparison: Comparison;
}

/** `docs/judgement.md`: how far the offline judge agrees with the labels, computed anew. */
export async function judgementPage(): Promise<string> {
  const rubrics = [...new Set(LABELLED_SETS.map(({ rubric }) => rubric))];
  const sections: string[] = [];
  for (const rubric of rubrics)
    sections.push(rubricSection(rubric, await compared(rubric, 'held-out'), await compared(rubric, 'building')));
  return `${PROSE}\n${sections.join('\n')}`;
}

/** Compares all labels of a rubric's part at once. */
export async function compared(rubric: string, part: 'building' | 'held-out'): Promise<Compared> {
  const labels: Label[] = [];
  const judged: Scorecard[] = [];
  for (const one of LABELLED_SETS) {
    if (one.rubric !== rubric || one.part !== part) continue;
    const reviewed = await reviewSet(one);
    labels.push(...reviewed.labels);
    judged.push(...reviewed.scorecards);
  }
  return { tickets: labels.length, comparison: compareWithLabels(labels, judged) };
}

function rubricSection(rubric: string, heldOut: Compared, building: Compared): string {
  const { criteria, checks, overall, misses } = heldOut.comparison;
  const rows = [
    ...[...criteria].map(([id, agreement]) => row(id, agreement, building.comparison.criteria.get(id))),
    row('**all criteria**', overall.criteria, building.comparison.overall.criteria),
    ...[...checks].map(([id, agreement]) => row(`check \`${id}\``, agreement, building.comparison.checks.get(id))),
    ...(checks.size > 0 ? [row('**all checks**', overall.checks, building.comparison.overall.checks)] : []),
  ];
  const sure = CONFIDENCES.flatMap((confidence) => {
    const agreement = heldOut.comparison.byConfidence.get(confidence);
    return agreement === undefined
      ? []
      : [row(confidence, agreement, building.comparison.byConfidence.get(confidence))];
  });
  const confused = [...criteria, ...checks].filter(([, { pairs, agreed }]) => agreed < pairs);
  return [
    `## ${rubric}`,
    '',
    `Held-out: ${heldOut.tickets} tickets. Building: ${building.tickets} tickets.`,
    '',
    ...table('question', rows),
    ...(sure.length > 0 ? table('checks answered with confidence', sure) : []),
    '<details><summary>Who gave what, on the held-out tickets</summary>',
    '',
    'Expected in rows, given in columns.',
    '',
    ...confused.flatMap(([id, { table }]) => [`### ${rubric}: ${id}`, '', ...confusion(table), '']),
    '</details>',
    '',
    `<details><summary>Every miss on the held-out tickets: ${misses.length}</summary>`,
    '',
    ...misses.map(miss),
    '',
    '</details>',
    '',
  ].join('\n');
}

function table(what: string, rows: readonly string[]): string[] {
  return [
    `| ${what} | held-out | agreed | kappa (95 % interval) | building | agreed |`,
    '| --- | ---: | ---: | --- | ---: | ---: |',
    ...rows,
    '',
  ];
}

function row(id: string, heldOut: Agreement, building: Agreement | undefined): string {
  const cells = [id, heldOut.pairs, percent(heldOut), kappa(heldOut.kappa), building?.pairs ?? 0, percent(building)];
  return `| ${cells.join(' | ')} |`;
}

function percent(agreement: Agreement | undefined): string {
  return agreement?.percent == null ? '–' : `${agreement.percent.toFixed(1)} %`;
}

function kappa(value: Kappa | null): string {
  return value === null
    ? 'not defined'
    : `${value.value.toFixed(2)} (${value.low.toFixed(2)} to ${value.high.toFixed(2)})`;
}

function confusion({ answers, counts }: ConfusionTable): string[] {
  return [
    `| | ${answers.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(answers.length)}`,
    ...answers.map((answer, index) => `| ${answer} | ${(counts[index] ?? []).join(' | ')} |`),
  ];
}

function miss({ number, question, expected, actual }: ComparedPair): string {
  return `- ${number}, ${question}: ${expected} expected, ${actual} given`;
}
