import { ColumnFinder, type ColumnTarget, type FieldAliases } from '../../normalise/columns.ts';
import {
  FIELDS_OF_PROSE,
  FORM_LABELS,
  FORM_LABELS_OF_PROSE,
  foldWords,
  HEADINGS,
  REPORT_LABELS,
} from './form-words.ts';

/** What a text names. `form`: a field that a ticket has no place for; `report`: it is about the print-out. */
export type KnownLabel = (
  | { readonly kind: 'field'; readonly target: ColumnTarget }
  | { readonly kind: 'form' | 'report' }
) & {
  /** People write the word in texts too: "Location: …". */
  readonly prose: boolean;
};

/** A label at the beginning of a text, and what follows it there. */
export interface LabelText {
  /** Without its colon, as it is printed. */
  readonly name: string;
  readonly known: KnownLabel | undefined;
  readonly colon: boolean;
  /** What stands behind the colon; undefined where the label stands alone. */
  readonly rest: string | undefined;
}

const LONGEST_LABEL = 60;
const WITH_COLON = /^[*\s]{0,3}([^:：]{1,60}?)\s?[:：]\s*(\S.*)?$/s;
/** What an unknown label looks like: some words, no sentence. */
const NAME = /^\p{L}[\p{L}\p{M}\p{N} /()&'’_.,#-]{0,58}$/u;

/** Knows the labels of an incident form. */
export class LabelBook {
  readonly #finder: ColumnFinder;

  constructor(aliases?: FieldAliases) {
    this.#finder = new ColumnFinder(aliases);
  }

  isHeading(text: string): boolean {
    return text.length <= LONGEST_LABEL && HEADINGS.has(foldWords(text));
  }

  /** The label that a text is or begins with, where it could be one. */
  read(text: string): LabelText | undefined {
    const [, name, rest] = WITH_COLON.exec(text) ?? [];
    if (name !== undefined) {
      return NAME.test(name) ? { name, known: this.#know(name), colon: true, rest } : undefined;
    }
    if (text.length > LONGEST_LABEL || !NAME.test(text)) return undefined;
    const known = this.#know(text);
    return known && { name: text, known, colon: false, rest: undefined };
  }

  #know(name: string): KnownLabel | undefined {
    const folded = foldWords(name);
    if (REPORT_LABELS.has(folded)) return { kind: 'report', prose: false };
    const target = this.#finder.find(name)?.target;
    if (target !== undefined) return { kind: 'field', target, prose: FIELDS_OF_PROSE.has(target) };
    const prose = FORM_LABELS_OF_PROSE.has(folded);
    return prose || FORM_LABELS.has(folded) ? { kind: 'form', prose } : undefined;
  }
}
