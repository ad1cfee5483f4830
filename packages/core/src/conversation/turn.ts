import type { Passage } from '../text/ticket-text.ts';

/** Who speaks. `bot`: a virtual agent, or the system's own lines. `unknown` where nothing tells: it is never guessed. */
export type Speaker = 'agent' | 'user' | 'bot' | 'unknown';

/** When something was said. */
export interface Moment {
  /** As it is written. */
  readonly text: string;
  /** Seconds since some moment that is the same for the whole transcript (midnight, or its beginning), where they can be read. */
  readonly seconds?: number | undefined;
}

/** What one person said at a time. */
export interface Turn {
  /** Its place in the conversation, from 0. */
  readonly index: number;
  readonly speaker: Speaker;
  /** As the conversation names the speaker: a name, or a role word. */
  readonly name?: string | undefined;
  readonly at?: Moment | undefined;
  /** What was said, with its place: field, entry of a journal, and offset. */
  readonly passage: Passage;
}

/** Where a conversation was found: a transcript pasted into a text, or the entries of the comments. */
export type ConversationKind = 'transcript' | 'comments';

/** What the people of a ticket said to each other, in the order in which they said it. */
export interface Conversation {
  readonly kinds: readonly ConversationKind[];
  readonly turns: readonly Turn[];
}

/** A turn as a transcript shows it, before anybody knows who speaks. Offsets point into the transcript's text. */
export interface RawTurn {
  /** The speaker's label; empty for a line of the system. */
  readonly label: string;
  readonly at?: Moment | undefined;
  readonly start: number;
  readonly end: number;
}
