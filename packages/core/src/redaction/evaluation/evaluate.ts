import { buildProfile } from '../../testing/build.ts';
import { wordsOf } from '../../text/words.ts';
import type { RedactedType } from '../placeholder.ts';
import { redactTicket, type TicketRedaction } from '../redact-ticket.ts';
import { type Label, type LabelledTicket, readLabelled } from './read-labelled.ts';

/** How many values of a type were marked, and how many of them were masked as that type. */
export interface Tally {
  marked: number;
  masked: number;
}

export interface Evaluation {
  readonly tickets: number;
  /** `PERSON` counts people whom the ticket's own fields name, `OTHER_PERSON` all others. */
  readonly byType: ReadonlyMap<RedactedType | 'OTHER_PERSON', Tally>;
  readonly kept: number;
  /** Each with its ticket and its words. */
  readonly missed: readonly string[];
  /** What must stay and was masked. */
  readonly harmed: readonly string[];
  /** What was masked and is not marked. */
  readonly extra: readonly string[];
}

const PEOPLE = ['caller', 'openedFor', 'openedBy', 'assignedTo', 'resolvedBy', 'closedBy'] as const;

/** Compares what redaction masks with what was marked by hand. */
export function evaluate(folder: 'building' | 'held-out'): Evaluation {
  const labelled = readLabelled(folder);
  const byType = new Map<RedactedType | 'OTHER_PERSON', Tally>();
  const missed: string[] = [];
  const harmed: string[] = [];
  const extra: string[] = [];
  let kept = 0;
  for (const { id, ticket, texts } of labelled) {
    const redaction = redactTicket(ticket, buildProfile({ locations: [] })) as TicketRedaction;
    for (const { text, labels } of texts) {
      const { replacements } = redaction.maskedText(text);
      const tell = ({ start, end }: { start: number; end: number }) => `${id}: ${text.slice(start, end)}`;
      const typeOf = (placeholder: string) => placeholder.replace(/^\[|_\d+\]$/g, '');
      for (const label of labels) {
        const over = replacements.filter(({ start, end }) => start < label.end && label.start < end);
        if (label.type === 'KEEP') {
          kept++;
          if (over.length > 0) harmed.push(`${tell(label)} (${over[0]?.placeholder})`);
        } else if (!label.optional) {
          const type = label.type === 'PERSON' && !isOwn(text, label, ticket) ? 'OTHER_PERSON' : label.type;
          const tally = byType.get(type) ?? { marked: 0, masked: 0 };
          byType.set(type, tally);
          tally.marked++;
          const isMasked =
            isCovered(text, label, over) && over.some(({ placeholder }) => typeOf(placeholder) === label.type);
          if (isMasked) tally.masked++;
          else
            missed.push(
              `${tell(label)} (${type}${over.length > 0 ? `, was ${over.map(({ placeholder }) => placeholder)}` : ''})`,
            );
        }
      }
      for (const each of replacements) {
        if (!labels.some(({ start, end }) => start < each.end && each.start < end))
          extra.push(`${tell(each)} (${each.placeholder})`);
      }
    }
  }
  return { tickets: labelled.length, byType, kept, missed, harmed, extra };
}

function isOwn(text: string, { start, end }: Label, ticket: LabelledTicket['ticket']): boolean {
  const own = new Set(PEOPLE.flatMap((field) => wordsOf(ticket[field] ?? '').folded));
  return wordsOf(text.slice(start, end)).folded.some((word) => own.has(word.replace(/'s$/, '')));
}

/** Whether every letter and digit of a value is masked; of a phone number, every digit: "ext." tells nobody anything. */
function isCovered(
  text: string,
  { type, start, end }: Label,
  over: readonly { start: number; end: number }[],
): boolean {
  const counts = type === 'PHONE' ? /\d/ : /[\p{L}\d]/u;
  for (let at = start; at < end; at++) {
    if (counts.test(text.charAt(at)) && !over.some((each) => each.start <= at && at < each.end)) return false;
  }
  return true;
}
