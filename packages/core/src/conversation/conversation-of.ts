import type { Passage, TicketText } from '../text/ticket-text.ts';
import { commentTurn } from './comments.ts';
import { soundsSpoken } from './cues.ts';
import { isKnown, type People, peopleOf } from './people.ts';
import { rolesOf } from './roles.ts';
import { keyOf, readTranscript } from './transcript.ts';
import type { Conversation, ConversationKind, Turn } from './turn.ts';

/** Where a conversation may stand, in the order in which it is read. */
export const CONVERSATION_FIELDS = ['description', 'workNotes', 'comments'] as const;

/** A turn before the parts of the conversation are put together. */
type Unplaced = Omit<Turn, 'index'>;

const known = new WeakMap<TicketText, Conversation | undefined>();

/**
 * The conversation of a ticket: transcripts pasted into the description, the work notes or the comments, then the
 * comments themselves. Undefined where nobody speaks to anybody.
 */
export function conversationOf(text: TicketText): Conversation | undefined {
  if (known.has(text)) return known.get(text);
  const conversation = read(text);
  known.set(text, conversation);
  return conversation;
}

function read(text: TicketText): Conversation | undefined {
  const people = peopleOf(text.ticket);
  const transcripts: Unplaced[][] = [];
  const comments: Unplaced[] = [];
  for (const field of CONVERSATION_FIELDS) {
    // Journals stand newest first.
    const passages = text.passages([field]).toReversed();
    for (const passage of passages) {
      const turns = transcriptOf(passage, people);
      if (turns.length > 0) transcripts.push(turns);
      else if (field === 'comments') comments.push(...entryOf(passage, text, people));
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

function entryOf(passage: Passage, text: TicketText, people: People): Unplaced[] {
  const entry = passage.entry === undefined ? undefined : text.ticket.comments?.[passage.entry];
  const turn = entry === undefined ? undefined : commentTurn(entry, passage, people);
  return turn === undefined ? [] : [turn];
}

function transcriptOf(passage: Passage, people: People): Unplaced[] {
  const raw = readTranscript(passage.text, (name) => isKnown(name, people));
  const turns = raw.map(({ label, at, start, end }) => ({ label, at, passage: passage.part({ start, end }) }));
  const roles = rolesOf(turns, people);
  return turns.map(({ label, at, passage: part }) => ({
    speaker: roles.get(keyOf(label)) ?? 'unknown',
    ...(label !== '' && { name: label }),
    at,
    passage: part,
  }));
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
