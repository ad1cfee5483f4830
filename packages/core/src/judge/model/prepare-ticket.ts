import { cleanText } from '../../hostile/clean-text.ts';
import { type Redaction, redactTicket } from '../../redaction/redact-ticket.ts';
import type { JudgeContext, Question } from '../judge.ts';
import { type Item, itemsOf } from './items.ts';
import { type PlantedText, plantedIn } from './planted.ts';
import { type Bundle, bundleOf } from './prompt/bundle.ts';
import { type WrittenField, writeFields } from './prompt/ticket-text.ts';

/** A ticket made ready to be asked about. */
export interface PreparedTicket {
  readonly bundle: Bundle;
  readonly items: readonly Item[];
  /** The fields that the questions are answered from, as they may leave this machine. */
  readonly written: readonly WrittenField[];
  readonly mask: Redaction;
  /** Text that tries to instruct whoever reads it. */
  readonly planted: PlantedText;
  /** How long the ticket is, in UTF-16 units. One that is longer than {@link LONGEST_TICKET} is not sent. */
  readonly length: number;
}

/** In UTF-16 units. Nobody reads longer tickets to the end, and no model does at a bearable cost. */
export const LONGEST_TICKET = 120_000;

/** Nothing is masked but what nobody can see. Secrets were blotted out of the ticket before. */
const PLAIN: Redaction = { mask: (text) => cleanText(text).text, restore: (text) => text, counts: {} };

/** Masks a ticket, looks for text that tries to instruct, and writes down what the questions need. */
export function prepareTicket(questions: readonly Question[], context: JudgeContext, redact: boolean): PreparedTicket {
  const { ticket, profile, rubrics } = context;
  const bundle = bundleOf(rubrics, profile);
  const items = itemsOf(questions, bundle, context);
  const mask = redact && items.length > 0 ? redactTicket(ticket, profile) : PLAIN;
  const fields = new Set(items.flatMap(({ reads }) => reads));
  const written = writeFields(ticket, profile, fields, (text) => mask.mask(text));
  return {
    bundle,
    items,
    written,
    mask,
    planted: plantedIn(ticket, fields),
    length: written.reduce((sum, { text }) => sum + text.length, 0),
  };
}
