import type { Conversation, Turn } from './turn.ts';

/** A conversation by its sides. */
export interface Talk {
  readonly conversation: Conversation;
  readonly turns: readonly Turn[];
  readonly agent: readonly Turn[];
  readonly user: readonly Turn[];
}

/** Parts a conversation by who speaks. */
export function talkOf(conversation: Conversation): Talk {
  const { turns } = conversation;
  const by = (speaker: Turn['speaker']) => turns.filter((turn) => turn.speaker === speaker);
  return { conversation, turns, agent: by('agent'), user: by('user') };
}

/** The turns behind a turn. */
export function after(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  return turns.filter(({ index }) => index > turn.index);
}

/** The turns before a turn. */
export function before(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  return turns.filter(({ index }) => index < turn.index);
}
