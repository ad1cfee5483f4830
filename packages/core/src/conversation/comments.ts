import type { JournalEntry, Timestamp } from '@tqrs/parser';
import { phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import { roleByAddress } from './address.ts';
import { speaksLike } from './manner.ts';
import { isOneOf, type People } from './people.ts';
import { readLabel } from './speaker-label.ts';
import type { Speaker, Turn } from './turn.ts';

/** Where an answered mail begins to repeat the one before. */
const QUOTED_MAIL =
  /\n\s{0,10}(?:-{2,} ?original message|from:[^\n]{1,200}\n\s{0,10}(?:sent|date|to):|on [^\n]{5,120} wrote:)/i;
/** `received from: ada@acme.example`: what came in by mail, whoever the record names as the author. */
const RECEIVED = /^\s{0,10}(?:received|reply) from:\s{0,5}(\S{1,120})[^\n]{0,80}\n?/i;
const AUTOMATIC = phraseSet([
  '(automatically|auto) (closed|generated|resolved|assigned|created|sent)',
  '(do not|please do not) reply to this',
  'this is an automated',
  'auto [(generated|reply)] (message|notification|response)',
]);

/** An entry that came in by mail. */
export function isReceived(text: string): boolean {
  return RECEIVED.test(text);
}

/** One entry of the comments as a turn. A mail that it quotes is not part of what was said. */
export function commentTurn(
  { author, at }: JournalEntry,
  passage: Passage,
  people: People,
): Omit<Turn, 'index'> | undefined {
  const received = RECEIVED.exec(passage.text);
  const start = received?.[0].length ?? 0;
  const quoted = QUOTED_MAIL.exec(passage.text.slice(start));
  const end = quoted === null ? passage.text.length : start + quoted.index;
  const part = passage.part({ start, end });
  if (part.text.trim() === '') return undefined;
  const name = received?.[1] ?? author;
  return {
    speaker: speakerOf(author, received?.[1], part, people),
    name,
    at: at === undefined ? undefined : { text: at.text, seconds: secondsOf(at) },
    passage: part,
  };
}

function speakerOf(author: string | undefined, mail: string | undefined, passage: Passage, people: People): Speaker {
  if (mail !== undefined) return isOneOf(wordsOf(mail.replace(/@.*$/, '')).folded, people.agents) ? 'agent' : 'user';
  if (passage.hits(AUTOMATIC).length > 0) return 'bot';
  const like = roleByAddress(passage, people) ?? speaksLike([passage]);
  if (author === undefined || author.trim() === '') return like ?? 'unknown';
  const { folded } = wordsOf(author);
  if (readLabel(author)?.role === 'bot' || folded.includes('system') || folded.includes('administrator')) return 'bot';
  const isUser = isOneOf(folded, people.users);
  const isAgent = isOneOf(folded, people.agents);
  if (isUser !== isAgent) return isUser ? 'user' : 'agent';
  if (isUser) return like ?? 'unknown';
  // Somebody else: desks have many hands. Only who sounds like a user is in doubt.
  return like === 'user' ? 'unknown' : 'agent';
}

/** Without a time zone a time still tells how far it is from another of the same journal. */
function secondsOf({ instant, text }: Timestamp): number | undefined {
  const time = Date.parse(instant ?? text);
  return Number.isNaN(time) ? undefined : time / 1000;
}
