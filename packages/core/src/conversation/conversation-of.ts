import type { JournalEntry } from '@tqrs/parser';
import { once } from '../text/once.ts';
import type { Passage, TicketText } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import { greetsUser } from './address.ts';
import { readAlternation } from './alternation.ts';
import { commentTurn, isReceived } from './comments.ts';
import { soundsSpoken } from './cues.ts';
import { readMailThread } from './mail-thread.ts';
import { isKnown, type People, peopleOf, roleByRecord } from './people.ts';
import { rolesOf } from './roles.ts';
import { keyOf, readTranscript } from './transcript.ts';
import type { Conversation, ConversationKind, RawTurn, Turn } from './turn.ts';

/** Where a conversation may stand, in the order in which it is read. */
export const CONVERSATION_FIELDS = ['description', 'workNotes', 'comments'] as const;

/** A turn before the parts of the conversation are put together. */
type Unplaced = Omit<Turn, 'index'>;

/**
 * The conversation of a ticket: transcripts pasted into the description, the work notes or the comments, then the
 * comments themselves. Undefined where nobody speaks to anybody.
 */
export const conversationOf = once(read);

function read(text: TicketText): Conversation | undefined {
  const people = peopleOf(text.ticket);
  const transcripts: Unplaced[][] = [];
  const comments: Unplaced[] = [];
  const hasComments = (text.ticket.comments ?? []).length > 0;
  for (const field of CONVERSATION_FIELDS) {
    // Journals stand newest first.
    const passages = text.passages([field]).toReversed();
    for (const passage of passages) {
      const turns = transcriptOf(passage, people, passages.length === 1);
      if (turns.length > 0) transcripts.push(turns);
      else if (field === 'comments' || (field === 'workNotes' && !hasComments))
        comments.push(...entryOf(passage, text, people));
    }
  }
  const distinct = withoutCopies(transcripts);
  const isSpoken = comments.some(({ speaker, passage }) => speaker !== 'bot' && soundsSpoken(passage.text));
  const kinds: ConversationKind[] = [];
  if (distinct.length > 0) kinds.push('transcript');
  if (isSpoken) kinds.push('comments');
  if (kinds.length === 0) return undefined;
  const turns = [...distinct.flat(), ...(isSpoken ? comments : [])];
  return { kinds, turns: turns.map((turn, index) => ({ ...turn, index })) };
}

/** Some desks talk with their users in the work notes: what the user wrote, and what greets the user by name. */
function isTalk({ author, text }: JournalEntry, passage: Passage, people: People): boolean {
  const isUser = roleByRecord(wordsOf(author ?? '').folded, people) === 'user';
  return isUser || isReceived(text) || greetsUser(passage, people);
}

function entryOf(passage: Passage, text: TicketText, people: People): Unplaced[] {
  const entries = passage.field === 'comments' ? text.ticket.comments : text.ticket.workNotes;
  const entry = passage.entry === undefined ? undefined : entries?.[passage.entry];
  if (entry !== undefined && passage.field === 'workNotes' && !isTalk(entry, passage, people)) return [];
  const turn = entry === undefined ? undefined : commentTurn(entry, passage, people);
  return turn === undefined ? [] : [turn];
}

function transcriptOf(passage: Passage, people: People, isOnly: boolean): Unplaced[] {
  const raw = rawTurnsOf(passage, people, isOnly);
  const turns = raw.map(({ label, at, start, end }) => ({ label, at, passage: passage.part({ start, end }) }));
  const roles = rolesOf(turns, people);
  return turns.map(({ label, at, passage: part }) => ({
    speaker: roles.get(keyOf(label)) ?? 'unknown',
    ...(label !== '' && { name: label }),
    at,
    passage: part,
  }));
}

/** Named speakers first; in a comment a quoted mail repeats what the comment before says. */
function rawTurnsOf({ text, field }: Passage, people: People, isOnly: boolean): RawTurn[] {
  const isEntry = field === 'comments' && (!isOnly || isReceived(text));
  const turns = readTranscript(text, (name) => isKnown(name, people));
  if (isEntry) return turns;
  const mails = readMailThread(text);
  if (mails.length > 0 || turns.length > 0) return mails.length > turns.length ? mails : turns;
  return readAlternation(text);
}

/** A transcript is often pasted twice, into the description and into a journal. */
function withoutCopies(transcripts: readonly Unplaced[][]): Unplaced[][] {
  const distinct: Unplaced[][] = [];
  const said: string[] = [];
  for (const turns of transcripts) {
    const text = turns.map(({ passage }) => passage.text).join('\n');
    if (said.some((other) => other.includes(text))) continue;
    said.push(text);
    distinct.push(turns);
  }
  return distinct;
}
