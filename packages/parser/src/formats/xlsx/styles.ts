import { isDateFormat } from './number-format.ts';
import type { XmlHandler } from './read-xml.ts';

/** Which styles of a workbook show numbers as dates. */
export class Styles implements XmlHandler {
  readonly #codes = new Map<number, string>();
  readonly #dates: boolean[] = [];
  #inCells = false;

  /** Whether a cell of this style holds a date. */
  isDate(style: number): boolean {
    return this.#dates[style] ?? false;
  }

  open(name: string, { numFmtId, formatCode }: Readonly<Record<string, string>>): void {
    if (name === 'cellXfs') this.#inCells = true;
    else if (name === 'numFmt' && formatCode !== undefined) this.#codes.set(Number(numFmtId), formatCode);
    else if (name === 'xf' && this.#inCells) {
      const id = Number(numFmtId ?? 0);
      this.#dates.push(isDateFormat(id, this.#codes.get(id)));
    }
  }

  text(): void {}

  close(name: string): void {
    if (name === 'cellXfs') this.#inCells = false;
  }
}
