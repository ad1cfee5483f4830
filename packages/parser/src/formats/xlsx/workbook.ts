import { posix } from 'node:path';
import type { XmlHandler } from './read-xml.ts';

/** What the part of a workbook that lists its sheets tells. */
export class WorkbookPart implements XmlHandler {
  /** By the ids of their relationships, in order. */
  readonly sheets: string[] = [];
  /** Whether its days are counted from 1904. */
  uses1904 = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'workbookPr') this.uses1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    if (id !== undefined) this.sheets.push(id);
  }

  text(): void {}
  close(): void {}
}

/** How one part of a workbook refers to others. */
export class Relationships implements XmlHandler {
  readonly #base: string;
  readonly #byId = new Map<string, string>();
  readonly #byType = new Map<string, string>();

  /** @param base The folder of the part that refers, such as `xl/`. */
  constructor(base: string) {
    this.#base = base;
  }

  /** The name of the part with this id. */
  target(id: string): string | undefined {
    return this.#byId.get(id);
  }

  /** The name of the part of this type: `sharedStrings`, `styles`, `officeDocument`. */
  ofType(type: string): string | undefined {
    return this.#byType.get(type);
  }

  open(name: string, { Id: id, Type: type, Target: target }: Readonly<Record<string, string>>): void {
    if (name !== 'Relationship' || target === undefined) return;
    const path = posix.resolve('/', this.#base, target).slice(1);
    if (id !== undefined) this.#byId.set(id, path);
    if (type !== undefined) this.#byType.set(type.slice(type.lastIndexOf('/') + 1), path);
  }

  text(): void {}
  close(): void {}
}
