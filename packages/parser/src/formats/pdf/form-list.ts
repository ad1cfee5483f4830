import type { Cell, Form } from './forms.ts';

/** Sorts the cells of a document, in their order, into the forms of its incidents. */
export class FormList {
  readonly #forms: Form[] = [];
  #cells: Cell[] = [];
  /** The labels that stand before the number of the first incident, and so of all. */
  #preface: readonly string[] | undefined;
  /** Nobody knows which incident the cells belong to. */
  #adrift = false;

  /** Whether cells with a number are those of another incident than the cells before. */
  get isFull(): boolean {
    return this.#adrift || this.#cells.some((cell) => cell.isNumber);
  }

  /** Whether the incident has a field of this name. */
  has(name: string): boolean {
    return this.#cells.some((cell) => cell.name.toLowerCase() === name.toLowerCase());
  }

  add(cells: readonly Cell[]): void {
    if (cells.some((cell) => cell.isNumber)) {
      this.#preface ??= this.#cells.filter(({ isReport }) => !isReport).map(({ name }) => name);
    }
    this.#cells.push(...cells);
  }

  /** Begins the next incident, with the cells that lead it as they lead the first one. */
  next(): void {
    const cells = this.#cells;
    const preface = this.#preface ?? [];
    const from = cells.length - preface.length;
    const moved = cells.slice(Math.max(0, from));
    // Something has to stay behind the number: else these are the fields of this incident, not what leads the next one.
    const stays = from > cells.findIndex((cell) => cell.isNumber) + 1;
    const moves = preface.length > 0 && stays && moved.every(({ name }, at) => name === preface[at]);
    if (moves) cells.length = from;
    this.#close();
    this.#cells = moves ? moved : [];
    this.#adrift = false;
  }

  /** A part of the document is missing: what follows it may belong to an incident whose number was there. */
  loseTrack(): void {
    this.next();
    this.#adrift = true;
  }

  /** The forms of the document. Those without a number have no number cell. */
  finish(): readonly Form[] {
    this.#close();
    return this.#forms;
  }

  #close(): void {
    this.#splitNameless();
    const isEmpty = this.#cells.every(({ isReport }) => isReport);
    if (!isEmpty && !this.#adrift) this.#forms.push({ cells: this.#cells });
  }

  /** Labels that come again behind the first number are those of an incident that has lost its own. */
  #splitNameless(): void {
    const number = this.#cells.findIndex((cell) => cell.isNumber);
    const before = this.#cells.slice(0, Math.max(0, number)).filter(({ isReport }) => !isReport);
    if (!before.some(({ name }) => this.#cells.slice(number).some((cell) => cell.name === name))) return;
    this.#preface = [];
    this.#forms.push({ cells: before });
    this.#cells = this.#cells.slice(number);
  }
}
