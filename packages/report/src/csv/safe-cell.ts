/** Characters that make a spreadsheet read a cell as a formula, and their full-width twins. */
const TRIGGERS = new Set('=+-@＝＋－＠');
/** Characters that may stand before a trigger without disarming it. The apostrophe keeps the guard reversible. */
const CARRIERS = new Set(' "\'\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\0\v\f');
/** A spreadsheet of another locale may start a new cell here, whatever the quotes say. */
const BREAKS = new Set(';\t\r\n');

/** Where an apostrophe is needed: before each cell start that leads, over carriers alone, to a trigger. */
function guardPositions(text: string): number[] {
  const positions: number[] = [];
  let start = 0;
  let armed = true;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (BREAKS.has(char)) {
      // Spreadsheets also take a tab or a line break at the very start of a cell for the start of a formula.
      if (armed && start === 0 && char !== ';') positions.push(0);
      start = at + 1;
      armed = true;
    } else if (armed && TRIGGERS.has(char)) {
      positions.push(start);
      armed = false;
    } else if (armed && !CARRIERS.has(char)) {
      armed = false;
    }
  }
  return positions;
}

/**
 * Text that no spreadsheet takes for a formula: an apostrophe is put before whatever would start one.
 * Only for text: a number stays a number. No two texts come out the same, so nothing is lost.
 */
export function guardCell(text: string): string {
  let safe = '';
  let from = 0;
  for (const position of guardPositions(text)) {
    safe += `${text.slice(from, position)}'`;
    from = position;
  }
  return safe + text.slice(from);
}

/** Control characters but tab and line ends: a cell that is printed on a terminal could steer it with them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text without the control characters that no table needs. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}
