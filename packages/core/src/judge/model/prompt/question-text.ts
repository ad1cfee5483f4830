import type { Check, Checklist, Criterion, Grade, Level } from '../../../rubric/schema.ts';

/** What a model reads of a criterion's grade. Points are never told. */
export function gradeText(id: string, criterion: Criterion, grade: Grade): string {
  return [
    `## ${criterion.title}`,
    criterion.guidance,
    `### ${id}`,
    grade.question,
    ...levelsText(criterion.levels),
    ...(criterion.judgeMayWaive ? ['- not-applicable: the guidance above says when; with a quote that shows it'] : []),
    ...quoteFrom(criterion.fields),
    ...examplesText(grade.examples),
  ].join('\n');
}

/** What a model reads of a criterion's checks, each under its id. */
export function checklistText(
  criterion: Criterion,
  { checks }: Pick<Checklist, 'checks'>,
  idOf: (check: Check) => string,
): string {
  const blocks = checks.map((check) => checkText(idOf(check), check));
  return [`## ${criterion.title}`, criterion.guidance, ...blocks].join('\n');
}

function checkText(id: string, check: Check): string {
  const proof =
    check.notMetBy === 'quote' ? 'a quote that shows the contrary' : 'its absence from every field named (quote: null)';
  return [
    `### ${id}`,
    check.question,
    `- met: yes, proved by a quote`,
    `- not-met: no, proved by ${proof}`,
    ...(check.judgeMayWaive ? ['- not-applicable: the ticket gives nothing to ask about'] : []),
    ...quoteFrom(check.fields),
    ...examplesText(check.examples),
  ].join('\n');
}

/** The levels of a grade as verdicts, each with what proves it. */
export function levelsText(levels: readonly Level[]): string[] {
  return levels.map(({ id, descriptor, provenBy }) => {
    const proof = provenBy === 'absence' ? ' (a quote, or null where there is nothing to quote)' : '';
    return `- ${id}: ${descriptor}${proof}`;
  });
}

/** The fields that a quote may come from. */
export function quoteFrom(fields: readonly string[]): string[] {
  return [`Quote from: ${fields.join(', ')}`];
}

function examplesText(examples: Grade['examples']): string[] {
  return examples === undefined ? [] : [`Counts: ${examples.positive}`, `Does not count: ${examples.trap}`];
}
