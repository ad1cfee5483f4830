import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { foldLabel } from '../profile/fold-label.ts';
import { wordsOf } from '../text/words.ts';

/** The parts of a short description, in order. */
export const PARTS = ['line of business', 'location', 'application', 'brief description'] as const;
export type Part = (typeof PARTS)[number];

/** What a part is compared with. */
export interface PartContext {
  readonly ticket: Ticket;
  readonly profile: CompiledProfile;
  readonly maxBriefWords: number;
}

/** The same, as far as the faults of parts depend on it. */
export interface FaultContext extends Omit<PartContext, 'ticket'> {
  readonly ticket: Pick<Ticket, 'flags'>;
}

/** Why a part is wrong; undefined where it is right. `application` is the text of that part. */
export function faultOf(part: Part, text: string, application: string, context: FaultContext): string | undefined {
  if (isPlaceholder(text)) return `the ${part} is missing`;
  if (part === 'line of business')
    return isLineOfBusiness(text, context) ? undefined : 'the line of business is not one of the profile’s';
  if (part === 'location') return locationFault(text, context.profile);
  if (part === 'application') return applicationFault(text, context.profile);
  return briefFault(text, application, context.maxBriefWords);
}

/** Whether the profile knows the text as what this part should be. */
export function isKnownPart(part: Part, text: string, { profile }: FaultContext): boolean {
  if (part === 'line of business') return profile.lineOfBusinessOf(text) !== undefined;
  if (part === 'location') return profile.isLocation(text);
  return part === 'application' && profile.applicationOf(text) !== undefined;
}

const PLACEHOLDERS = new Set(['', 'na', 'n a', 'none', 'unknown', 'tbd', 'tbc', 'null', 'x', 'xx', 'xxx']);

function isPlaceholder(text: string): boolean {
  return PLACEHOLDERS.has(wordsOf(text).folded.join(' '));
}

/** A name of the profile, or one that a record flag confirms. Without a list every name is right. */
function isLineOfBusiness(text: string, { ticket, profile }: FaultContext): boolean {
  if (profile.lineOfBusinessNames.length === 0) return /\bIT\b/.test(text) || !isVague(wordsOf(text).folded);
  if (profile.lineOfBusinessOf(text) !== undefined) return true;
  const name = foldLabel(text);
  return Object.entries(ticket.flags).some(
    ([flag, value]) => value && foldLabel(flag.replace(/^u_(is_)?/, '')) === name,
  );
}

const ROOM_WORDS = new Set([
  'building',
  'bldg',
  'bld',
  'floor',
  'floors',
  'flr',
  'fl',
  'room',
  'rm',
  'level',
  'lvl',
  'wing',
  'block',
  'tower',
  'suite',
  'cubicle',
  'desk',
  'basement',
  'lobby',
  'reception',
  'cafeteria',
  'canteen',
  'annex',
  'annexe',
  'hall',
]);

function locationFault(text: string, profile: CompiledProfile): string | undefined {
  if (profile.isLocation(text)) return undefined;
  const { folded } = wordsOf(text);
  if (folded.every((word) => /^\d+$/.test(word))) return 'the location is a number, not a city';
  if (isRoom(folded) && !folded.some((word) => profile.isLocation(word)))
    return 'the location is a building, floor or room, not a city';
  if (isVague(folded)) return 'the location is missing';
  if (profile.applicationOf(text) !== undefined) return 'an application stands where the location belongs';
  if (profile.lineOfBusinessOf(text) !== undefined) return 'a line of business stands where the location belongs';
  return undefined;
}

function isRoom(words: readonly string[]): boolean {
  return words.some((word) => ROOM_WORDS.has(word));
}

function applicationFault(text: string, profile: CompiledProfile): string | undefined {
  if (profile.applicationOf(text) !== undefined) return undefined;
  if (profile.isLocation(text)) return 'a location stands where the application belongs';
  const { folded } = wordsOf(text);
  if (isVague(folded)) return 'the application is missing';
  return isRoom(folded) && folded.some((word) => /\d/.test(word))
    ? 'a building, floor or room stands where the application belongs'
    : undefined;
}

/** Words that name no issue. */
const VAGUE = new Set(
  "issue issues problem problems trouble troubles error errors fault help assistance assist support request query incident ticket urgent urgently asap needed need needs required please pls kindly fix not working work works worked broken down fail fails failed failing failure stopped having has have facing getting is isn't it it's its does doesn't doesnt did do can't cannot the a an with on in for to of my user users caller some there something wrong unable happening again still and general other misc miscellaneous".split(
    ' ',
  ),
);

function isVague(words: readonly string[]): boolean {
  return words.every((word) => VAGUE.has(word));
}

function briefFault(text: string, application: string, maxWords: number): string | undefined {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length > maxWords) return `the brief description has ${words.length} words, and ${maxWords} are the most`;
  const said = new Set(wordsOf(application).folded);
  return !isVague(wordsOf(text).folded.filter((word) => !said.has(word)))
    ? undefined
    : 'the brief description does not say what the issue is';
}
