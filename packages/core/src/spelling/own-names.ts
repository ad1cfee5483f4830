import type { Ticket } from '@tqrs/parser';

const NAME_FIELDS = [
  'caller',
  'openedFor',
  'openedBy',
  'assignedTo',
  'resolvedBy',
  'closedBy',
  'assignmentGroup',
  'location',
  'company',
  'service',
  'serviceOffering',
  'configurationItem',
  'category',
  'subcategory',
] as const;
const WORD = /[\p{L}\p{M}]+/gu;

/** The words of a ticket's own people, places and things in lower case, with the user names that people's names make. */
export function ownNames(ticket: Ticket): ReadonlySet<string> {
  const names = new Set<string>();
  for (const field of NAME_FIELDS) {
    const words = (ticket[field]?.toLowerCase().match(WORD) ?? []).slice(0, 8);
    for (const word of words) names.add(word);
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined || words.length < 2) continue;
    for (const name of [
      first.charAt(0) + last,
      last + first.charAt(0),
      first + last.charAt(0),
      first + last,
      last + first,
    ])
      names.add(name);
  }
  return names;
}
