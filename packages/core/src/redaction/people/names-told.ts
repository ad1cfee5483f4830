import type { Ticket } from '@tqrs/parser';
import { headerOf, LONGEST_HEADER } from '../../conversation/headers.ts';
import type { CompiledProfile } from '../../profile/compile.ts';
import { nameInField, nameInValue } from './read-name.ts';

/** Fields of a ticket that hold a person. */
export const PEOPLE_FIELDS = ['caller', 'openedFor', 'openedBy', 'assignedTo', 'resolvedBy', 'closedBy'] as const;
const SIGN_OFF =
  /^(?:(?:with )?(?:(?:many|kind|kindest|best|warm|warmest) )?(?:thanks|thank you|regards|rgds|wishes|sincerely|cheers|cordially|yours(?: sincerely| faithfully)?)(?: (?:and|&|you) (?:best |kind )?(?:regards|thanks))?|mit freundlichen gr[üu](?:ß|ss)en|(?:viele )?gr[üu](?:ß|ss)e|cordialement|bien à vous|(?:un )?saludos?|atentamente|cordiali saluti|saluti|met vriendelijke groet(?:en)?|groeten?|med v[äe]nlig(?:a)? h[äi]lsning(?:ar)?|hilsen|mvh|pozdrawiam)[,.!-]?$/i;
/** In UTF-16 units. */
const LONGEST_LINE = 60;

/** The names that a ticket's own fields hold. A bare sys_id goes by the profile's name for it. */
export function namesInFields(ticket: Ticket, profile: CompiledProfile): string[] {
  const fields = PEOPLE_FIELDS.map((field) => ticket[field]);
  const authors = [...(ticket.workNotes ?? []), ...(ticket.comments ?? [])].map(({ author }) => author);
  return [...new Set([...fields, ...authors])].flatMap((value) => {
    const name = value === undefined ? undefined : nameInField(profile.nameOf(value.trim()));
    return name ?? [];
  });
}

/** The names that stand in front of timed turns of a pasted chat or journal, and below the sign-off of a mail. */
export function namesInHeaders(text: string): string[] {
  const names: string[] = [];
  let isBelowSignOff = false;
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue;
    const name = isBelowSignOff ? signatureIn(line) : speakerIn(line);
    if (name !== undefined) names.push(name);
    isBelowSignOff = line.length <= LONGEST_LINE && SIGN_OFF.test(line.trim());
  }
  return names;
}

function linesOf(text: string): string[] {
  return text.includes('\n') ? text.split('\n') : [text];
}

function speakerIn(line: string): string | undefined {
  if (!/\d[:.h]\d/.test(line.slice(0, LONGEST_HEADER))) return undefined;
  const header = headerOf(line.slice(0, LONGEST_HEADER).trimStart());
  if (header?.at === undefined || header.isWeak === true || (header.read?.name.length ?? 0) === 0) return undefined;
  return nameInValue(header.label, false);
}

function signatureIn(line: string): string | undefined {
  const text = line.trim();
  return text.length <= LONGEST_LINE && !/[.?!:]$/.test(text) ? nameInValue(text, true) : undefined;
}
