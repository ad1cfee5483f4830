import type { CompiledProfile } from '../profile/compile.ts';
import type { Channel } from '../profile/schema.ts';
import { evidenceOf, findPhrase, quoteField } from '../text/find.ts';
import { isStated } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';

/** What the way of contact asks for: documented validation, the identity provider's word, nothing, or nobody can tell. */
export type ContactNeed =
  | {
      readonly need: 'required' | 'provider' | 'none';
      readonly channel: Channel;
      readonly reason: string;
      readonly evidence: Evidence[];
    }
  | { readonly need: 'unknown'; readonly reason: string };

const CALLER = ['caller'];
const PROSE = ['shortDescription', 'description', 'workNotes', 'comments'];
const GUEST_OF: Partial<Record<Channel, Channel>> = { chat: 'guest-chat', email: 'guest-email' };
const GUEST_CALLER = phraseSet(['guest', '(guest|external|anonymous) (user|caller|account)']);

/** How the caller made contact, and what that asks for. */
export function contactOf(text: TicketText, profile: CompiledProfile): ContactNeed {
  const { contactType } = text.ticket;
  if (contactType === undefined)
    return {
      need: 'unknown',
      reason: 'The export does not carry the contact type, which decides whether validation is required.',
    };
  if (contactType.trim() === '')
    return { need: 'unknown', reason: 'The contact type is blank, so it is open whether validation is required.' };
  const plain = profile.channelOf(contactType);
  if (plain === undefined)
    return {
      need: 'unknown',
      reason: 'The profile does not know this contact type, so it is open whether validation is required.',
    };
  const evidence = [quoteField('contactType', contactType)];
  const guestChannel = GUEST_OF[plain];
  const guest = guestChannel && guestEvidence(text, profile);
  const channel = guestChannel !== undefined && guest !== undefined ? guestChannel : plain;
  if (guest !== undefined) evidence.push(guest);
  if (profile.verifiedByProvider.has(channel))
    return { need: 'provider', channel, reason: 'A chat is verified through the identity provider.', evidence };
  if (profile.requiresValidation.has(channel))
    return { need: 'required', channel, reason: 'Validation is required for this contact type.', evidence };
  return { need: 'none', channel, reason: 'No validation is required for this contact type.', evidence };
}

function guestEvidence(text: TicketText, profile: CompiledProfile): Evidence | undefined {
  const caller = findPhrase(text.passages(CALLER), GUEST_CALLER, isStated);
  const found = caller ?? findPhrase(text.passages(PROSE), profile.guestPhrases, isStated);
  return found && evidenceOf(found);
}
