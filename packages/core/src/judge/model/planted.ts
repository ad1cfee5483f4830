import { JOURNAL_FIELDS, type JournalField, readField, type Ticket } from '@tqrs/parser';
import { detectInstructions } from '../../hostile/detect-instructions.ts';
import type { Finding } from '../../scorecard/schema.ts';
import type { Span } from '../../text/spans.ts';
import type { Evidence } from '../../verdict.ts';

/** Stretches of a ticket that speak to whoever judges it. */
export class PlantedText {
  readonly #spans: readonly Evidence[];

  constructor(spans: readonly Evidence[]) {
    this.#spans = spans;
  }

  get isFlagged(): boolean {
    return this.#spans.length > 0;
  }

  /** Whether a stretch of a field lies in such text, if only in part. */
  touches(field: string, entry: number | undefined, { start, end }: Span): boolean {
    return this.#spans.some(
      (span) => span.field === field && span.entry === entry && span.start < end && start < span.end,
    );
  }

  /** What a scorecard tells of it. It costs no points. */
  findings(): Finding[] {
    if (!this.isFlagged) return [];
    const message =
      'The ticket holds text that tries to instruct whoever judges it. It was judged with more care, and proves nothing. A person should look.';
    return [{ id: 'instruction-like-text', message, evidence: [...this.#spans] }];
  }
}

/** Looks for such text in the fields that a model is shown. */
export function plantedIn(ticket: Ticket, fields: ReadonlySet<string>): PlantedText {
  const spans = [...fields].flatMap((field) => {
    const entries = JOURNAL_FIELDS.includes(field as JournalField)
      ? [...(ticket[field as JournalField] ?? []).keys()]
      : [undefined];
    return entries.flatMap((entry) => {
      const text = readField(ticket, field, entry) ?? '';
      const place = entry === undefined ? { field } : { field, entry };
      return detectInstructions(text).map(({ start, end }) => ({
        ...place,
        start,
        end,
        quote: text.slice(start, end),
      }));
    });
  });
  return new PlantedText(spans);
}
