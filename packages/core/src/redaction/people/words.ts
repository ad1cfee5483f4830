import { foldWord } from '../../text/words.ts';
import { data as words } from './words.yaml';

type Topic = 'ordinary' | 'places' | 'impersonal' | 'titles' | 'particles' | 'verbs' | 'does' | 'being' | 'to';

const topics: Record<Topic, string> = words;
const setOf = (topic: Topic) => new Set(topics[topic].trim().split(/\s+/).map(foldWord));

/** Ordinary words that people are called by, too. */
export const ORDINARY: ReadonlySet<string> = setOf('ordinary');
/** Places that people are called by, too. */
export const PLACES: ReadonlySet<string> = setOf('places');
/** Words that no person's name holds. */
export const IMPERSONAL: ReadonlySet<string> = setOf('impersonal');
/** What stands in front of a name. */
export const TITLES: ReadonlySet<string> = setOf('titles');
/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = setOf('particles');
/** Ordinary words that a sentence begins with. */
export const VERBS: ReadonlySet<string> = setOf('verbs');
/** What follows somebody who does something. */
export const DOES: ReadonlySet<string> = setOf('does');
/** What follows somebody, and much else. */
export const BEING: ReadonlySet<string> = setOf('being');
/** What precedes somebody. */
export const TO_SOMEBODY: ReadonlySet<string> = setOf('to');
