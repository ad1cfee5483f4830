import { visibleLine } from '../html/view/visible.ts';

const LONGEST = 200;
/** Mentions, references, links and markup that a platform would act on, however they are escaped. */
const ACTIVE = /[@#`<>&]|:\/\/|www\.|\]\(/i;
const SPECIAL = /[\\*_{}[\]!|~]/g;

/** Text that stays text in Markdown, in a table too: it mentions nobody, links nowhere and formats nothing. */
export function markdownText(text: string): string {
  const line = visibleLine(text, LONGEST).trim();
  if (ACTIVE.test(line)) return `\`${line.replaceAll('`', "'").replaceAll('|', '\\|')}\``;
  return line.replace(SPECIAL, '\\$&').replace(/^(?:[-+=]|\d+[.)](?=\s))/, '\\$&');
}

/** A table. Cells are Markdown already; columns with a number are set to the right. */
export function markdownTable(
  columns: readonly { readonly title: string; readonly isNumber?: boolean }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(columns.map(({ isNumber }) => (isNumber ? '---:' : '---')));
  return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)].join('\n');
}
