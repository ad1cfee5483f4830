import { z } from 'zod';
import { modelProvenanceSchema, usageSchema } from '../../scorecard/schema.ts';
import { addUsage, NO_USAGE } from '../../scorecard/usage.ts';
import type { SentOutcome, SentRecord } from './sent-record.ts';

/** What a run sent to a language model, and where. It holds no text of any ticket. */
export const manifestSchema = modelProvenanceSchema.extend({
  /** Tickets that a model was asked about. */
  tickets: z.int().nonnegative(),
  /** Tickets with text that tries to instruct whoever reads them. */
  flaggedTickets: z.int().nonnegative(),
  /** Of how many tickets each field was sent, where it was not blank. */
  fields: z.record(z.string(), z.int().nonnegative()),
  /** Values that were masked, by their kind. */
  masked: z.record(z.string(), z.int().nonnegative()),
  /** Answers that came from this run's requests, and those that were kept from earlier. */
  answers: z.strictObject({ asked: z.int().nonnegative(), kept: z.int().nonnegative() }),
  /** Requests that brought no answer, by the reason. */
  failures: z.record(z.string(), z.int().nonnegative()),
  /** What this run's requests took. */
  usage: usageSchema,
});
/** See {@link manifestSchema}. */
export type Manifest = z.infer<typeof manifestSchema>;

type Fixed = Pick<Manifest, 'provider' | 'host' | 'model' | 'promptVersion' | 'redacted'>;

/** Gathers a manifest while a run goes on. */
export class ManifestBuilder {
  readonly #fixed: Fixed;
  readonly #answeredBy = new Set<string>();
  readonly #fingerprints = new Set<string>();
  readonly #fields = new Map<string, number>();
  readonly #masked = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  #tickets = 0;
  #flagged = 0;
  #asked = 0;
  #kept = 0;
  #usage = NO_USAGE;

  constructor(fixed: Fixed) {
    this.#fixed = fixed;
  }

  /** Counts a ticket with what came of its requests until now. */
  addTicket({ fields, masked, isFlagged, outcomes }: SentRecord): void {
    this.#tickets++;
    if (isFlagged) this.#flagged++;
    for (const field of fields) add(this.#fields, field, 1);
    for (const [kind, count] of Object.entries(masked)) if (count > 0) add(this.#masked, kind, count);
    for (const outcome of outcomes) this.addOutcome(outcome);
  }

  addOutcome(outcome: SentOutcome): void {
    if ('failure' in outcome) {
      add(this.#failures, outcome.failure, 1);
      this.#usage = addUsage(this.#usage, outcome.usage);
      return;
    }
    const { answeredBy, fingerprint, usage } = outcome;
    this.#answeredBy.add(answeredBy);
    if (fingerprint !== null) this.#fingerprints.add(fingerprint);
    if (outcome.isNew) {
      this.#asked++;
      this.#usage = addUsage(this.#usage, usage);
    } else this.#kept++;
  }

  build(): Manifest {
    return {
      ...this.#fixed,
      answeredBy: [...this.#answeredBy].toSorted(),
      fingerprints: [...this.#fingerprints].toSorted(),
      tickets: this.#tickets,
      flaggedTickets: this.#flagged,
      fields: sorted(this.#fields),
      masked: sorted(this.#masked),
      answers: { asked: this.#asked, kept: this.#kept },
      failures: sorted(this.#failures),
      usage: this.#usage,
    };
  }
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
