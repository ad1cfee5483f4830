import type { CompiledProfile } from '../profile/compile.ts';
import { foldLabel } from '../profile/fold-label.ts';
import { evidenceOf, findPhrase, quoteField } from '../text/find.ts';
import { isStated } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { closeMeaningOf } from './close-meaning.ts';

const NOTES = ['closeNotes'];
const BY_CALLER = phraseSet([
  '(closed|resolved|canceled|cancelled|withdrawn) by [(the|end)] (caller|user|requester|requestor|customer)',
  '(caller|user|requester|requestor|customer) [(has|have)] [(himself|herself)] (closed|canceled|cancelled|withdrew|withdrawn) [(the|this|his|her)] (ticket|incident|case|request)',
]);
const DUPLICATE = phraseSet([
  'duplicate [(ticket|incident|case|of|to)] [(incident|ticket|of|to)] INC*',
  '(is|was|as|closed as|closing as|closing this as) [a] [(the)] duplicate',
  'duplicate (ticket|incident|case|call|request|record)',
  'already (logged|reported|open|opened|raised|exists|tracked) [(in|under|as|with)] INC*',
  '(working|tracked|handled|followed|continued|continuing) [up] (on|in|under|with|via) [(the)] [(ticket|incident|original|other|existing)] [(ticket|incident)] INC*',
]);

/** What shows that the caller closed the ticket: its code, who resolved it, or the close notes. */
export function findClosingByCaller(text: TicketText, profile: CompiledProfile): Evidence | undefined {
  const { closeCode, caller = '', resolvedBy = '' } = text.ticket;
  if (closeMeaningOf(text.ticket, profile) === 'closed-by-caller') return quoteField('closeCode', closeCode ?? '');
  if (resolvedBy.trim() !== '' && isSame(caller, resolvedBy)) return quoteField('resolvedBy', resolvedBy);
  const found = findPhrase(text.passages(NOTES), BY_CALLER, isStated);
  return found && evidenceOf(found);
}

/** What shows that the ticket is a duplicate: its code, or the close notes. */
export function findDuplicate(text: TicketText, profile: CompiledProfile): Evidence | undefined {
  if (closeMeaningOf(text.ticket, profile) === 'duplicate') return quoteField('closeCode', text.ticket.closeCode ?? '');
  const found = findPhrase(text.passages(NOTES), DUPLICATE, isStated);
  return found && evidenceOf(found);
}

function isSame(one: string, other: string): boolean {
  return foldLabel(one) === foldLabel(other);
}
