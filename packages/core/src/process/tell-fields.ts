import type { Ticket } from '@tqrs/parser';
import type { CompiledRequirement } from '../profile/compile-processes.ts';
import { nameFields } from '../text/name-fields.ts';

/** The ticket's values in the fields that these requirements look at, each with its field: `urgency 3 and impact blank`. */
export function tellFields(ticket: Ticket, requirements: readonly CompiledRequirement[]): string {
  const fields = new Set(requirements.flatMap(({ data }) => Object.keys(data.fields)));
  const told = [...fields].flatMap((field) => {
    const value = ticket[field as 'priority']?.trim();
    return value === undefined ? [] : [`${nameFields([field])} ${value === '' ? 'blank' : value}`];
  });
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
}

/** The values that these requirements accept: `urgency 1 and impact 3, or priority 1 or 2`. */
export function tellAccepted(requirements: readonly CompiledRequirement[]): string {
  return requirements
    .map(({ data }) =>
      Object.entries(data.fields)
        .map(([field, accepted]) => `${nameFields([field])} ${accepted.join(' or ')}`)
        .join(' and '),
    )
    .filter((accepted) => accepted !== '')
    .join(', or ');
}
