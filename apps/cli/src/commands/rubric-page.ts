import { type BaseRubric, type Check, type Criterion, fillCoaching, type Level, type Rubric } from '@tqrs/core';
import { counted, number, wrapped } from '../terminal/format.ts';

const WIDTH = 100;

/** A rubric as a page in Markdown for the people whose tickets it scores: what earns and loses points, and what to do. */
export function rubricPage(rubric: Rubric, base?: BaseRubric): string {
  const possible = pointsOf(rubric);
  const passing = (possible * rubric.passMark) / 100;
  const origin = base === undefined ? '' : `, made from ${base.title} (${base.id} ${base.version})`;
  const blocks = [
    `# ${rubric.title}`,
    paragraph(rubric.description),
    paragraph(
      `**${counted(possible, 'point')}** can be earned; **${number(rubric.passMark)} %** pass (${number(passing)} of ${number(possible)}). ` +
        'What does not apply to a ticket leaves the sum.',
    ),
    rubric.bands.map(({ title, from }) => item(`**${title}** from ${number(from)} %`)).join('\n'),
    table(rubric.criteria),
    ...rubric.criteria.map(criterionSection),
    `---\n\n${rubric.id} ${rubric.version}${origin}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The points that a ticket to which everything applies can earn. */
export function pointsOf({ criteria }: Rubric): number {
  return criteria.reduce((sum, { levels }) => sum + (levels[0]?.points ?? 0), 0);
}

function table(criteria: readonly Criterion[]): string {
  const rows = criteria.map(({ title, levels }) => `| ${title.replaceAll('|', '\\|')} | ${stakes(levels)} |`);
  return ['| criterion | points |', '| --- | --- |', ...rows].join('\n');
}

/** What a criterion can earn or cost: `10 points`, `−15 points or an automatic fail`. */
function stakes(levels: readonly Level[]): string {
  const costs = [...new Set(levels.filter(({ points }) => points === 0).map(outcome))].filter(
    (text) => text !== outcome({ points: 0, autoFail: false }),
  );
  const best = levels[0]?.points ?? 0;
  return [...(best > 0 ? [counted(best, 'point')] : []), ...costs].join(' or ');
}

function outcome({ points, deduction, autoFail }: Pick<Level, 'points' | 'deduction' | 'autoFail'>): string {
  if (autoFail) return 'an automatic fail';
  return deduction === undefined ? counted(points, 'point') : `−${counted(deduction, 'point')}`;
}

function criterionSection(criterion: Criterion): string {
  const { title, guidance, levels, appliesWhen, evaluator } = criterion;
  const { judge } = evaluator;
  const blocks = [`## ${title} (${stakes(levels)})`, paragraph(guidance)];
  if (appliesWhen.length > 0) blocks.push(paragraph(`Only where ${appliesWhen.map(condition).join(', and ')}.`));
  blocks.push(levels.map((level) => levelItem(level, levels)).join('\n'));
  if (judge?.type === 'grade' && judge.examples !== undefined) {
    const { positive, trap } = judge.examples;
    blocks.push([item(`Counts: ${positive}`), item(`Does not count: ${trap}`)].join('\n'));
  }
  if (judge?.type === 'checklist') {
    blocks.push('What is looked for:', judge.checks.map(checkItem).join('\n'));
  }
  return blocks.join('\n\n');
}

function condition({ field, is, isNot }: Criterion['appliesWhen'][number]): string {
  const parts = [is && `is ${is.join(' or ')}`, isNot && `is not ${isNot.join(' or ')}`].filter(Boolean);
  return `\`${field}\` ${parts.join(' and ')}`;
}

/** A level that neither earns nor costs anything, in a criterion that can only cost, is told as such. */
function levelItem(level: Level, levels: readonly Level[]): string {
  const isGate = (levels[0]?.points ?? 0) === 0;
  const said = isGate && level.deduction === undefined && !level.autoFail ? 'nothing lost' : outcome(level);
  const head = item(`**${said}**: ${level.descriptor}`);
  return [head, ...better(level.coaching)].join('\n');
}

function checkItem({ title, question, examples, coaching }: Check): string {
  const lines = [item(`**${title}**: ${question}`)];
  if (examples !== undefined) {
    lines.push(nested(`Counts: ${examples.positive}`), nested(`Does not count: ${examples.trap}`));
  }
  return [...lines, ...better(coaching)].join('\n');
}

/** Coaching as it is said where there is no ticket to quote; nothing where it only speaks of the ticket. */
function better(coaching = ''): string[] {
  const said = fillCoaching(coaching, {});
  return said === '' ? [] : [nested(`Better: ${said}`)];
}

const paragraph = (text: string) => wrappedText(text, '', 0);
const item = (text: string) => `- ${wrappedText(text, '  ', 2)}`;
const nested = (text: string) => `  - ${wrappedText(text, '    ', 4)}`;

/** A dash, or a number with a dot, would begin a list at the start of a line: it stays behind the word before it. */
const LIST_MARK = / (?=(?:[-+*>]|#{1,6}|\d{1,9}[.)]) )/g;

function wrappedText(text: string, indent: string, used: number): string {
  const line = text.trim().replace(/\s+/g, ' ').replace(LIST_MARK, '\u00a0');
  return wrapped(line, WIDTH, indent, used).replaceAll('\u00a0', ' ');
}
