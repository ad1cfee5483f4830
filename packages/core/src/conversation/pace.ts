import type { Ticket } from '@tqrs/parser';
import { phraseSet } from '../text/phrases.ts';
import type { Evidence } from '../verdict.ts';
import { secondsAt, secondsOpen } from './duration.ts';
import { offerOf } from './interim.ts';
import { quoteTurn, said } from './said.ts';
import type { Talk } from './talk.ts';
import type { Turn } from './turn.ts';

const WAIT_OWNED = phraseSet([
  '(excuse|forgive|sorry|apolog*) ... (wait*|delay*|late|long|hold|holding|slow)',
  '(thank you|thanks) for (waiting|holding|bearing)',
  '(swamped|busy today|high volume|short of staff|short staffed)',
]);
const WAIT_BLAMED = phraseSet([
  '(are you|you|anybody|anyone|is anyone|is anybody) (there|still there)',
  '(still|been|am) (waiting|here|holding)',
  '(one|two|three|#|an|half an|whole) (hour|hours|day|days) (for|later|now|already|wait*)',
  '(took|takes|taking) (long|ages|forever|too long|so long|hours|days)',
  '(how|so) much longer',
  'minutes later',
]);

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Longer silences of the agent, or longer conversations, are not quick. Seconds. */
const CHAT = { silence: 10 * MINUTE, whole: 45 * MINUTE };
const MAIL = { silence: 8 * HOUR, whole: 30 * HOUR };
const DAY = 24 * HOUR;

/** Longer until the ticket is resolved is not quick, unless the user could go on working. Seconds. */
const CHAT_OPEN = 90 * MINUTE;
const MAIL_OPEN = 30 * HOUR;
const LATE_ANSWER = 24 * HOUR;

/** What shows that the user was not served quickly. */
export function slowness(talk: Talk, ticket: Ticket): Evidence | undefined {
  const blamed = said(talk.user, WAIT_BLAMED)[0];
  if (blamed !== undefined) return blamed.evidence;
  const owned = said(talk.agent, WAIT_OWNED)[0];
  if (owned !== undefined) return owned.evidence;
  return longSilence(talk) ?? heldFor(talk) ?? lateAnswer(talk, ticket) ?? longOpen(talk, ticket);
}

/** `The agent has resumed the chat after 14 min`, `(20 min later)`: waits that are written into the talk. */
const WAITED = /(?:after|for|\()\s?(\d{1,3}) ?(?:min|minutes|mins)\b|\b(\d) ?(?:hours?|hrs?) later/i;
const LONGEST_HOLD = 20;

function heldFor({ turns }: Talk): Evidence | undefined {
  let minutes = 0;
  for (const turn of turns) {
    const [, short, long] = WAITED.exec(turn.passage.text.slice(0, 120)) ?? [];
    if (turn.speaker === 'agent') continue;
    minutes += Number(short ?? 0) + MINUTE * Number(long ?? 0);
    if (minutes >= LONGEST_HOLD) return quoteTurn(turn);
  }
  return undefined;
}

/** The first answer comes a day after the ticket was opened. */
function lateAnswer({ agent, conversation }: Talk, { openedAt }: Ticket): Evidence | undefined {
  const [first] = agent;
  const opened = secondsAt(openedAt);
  if (first?.at?.seconds === undefined || opened === undefined || conversation.kinds.includes('transcript'))
    return undefined;
  return first.at.seconds - opened >= LATE_ANSWER ? quoteTurn(first) : undefined;
}

function longOpen(talk: Talk, ticket: Ticket): Evidence | undefined {
  const limit = talk.conversation.kinds.includes('transcript') ? CHAT_OPEN : MAIL_OPEN;
  const open = secondsOpen(ticket);
  const last = talk.agent.at(-1);
  if (open === undefined || open < limit || last === undefined || offerOf(talk) !== undefined) return undefined;
  return quoteTurn(last);
}

function longSilence({ turns, conversation }: Talk): Evidence | undefined {
  const limit = conversation.kinds.includes('transcript') ? CHAT : MAIL;
  const timed = turns.filter(({ speaker, at }) => speaker !== 'bot' && at?.seconds !== undefined);
  let total = 0;
  for (const [index, turn] of timed.entries()) {
    const previous = timed[index - 1];
    if (previous === undefined) continue;
    const gap = gapOf(previous, turn);
    total += gap;
    const isAnswer = previous.speaker === 'user' && turn.speaker === 'agent';
    if ((isAnswer && gap >= limit.silence) || total >= limit.whole) return quoteTurn(turn);
  }
  return undefined;
}

/** Clocks of a transcript tell the time of day alone: one that goes back means the next day. */
function gapOf(one: Turn, other: Turn): number {
  const gap = (other.at?.seconds ?? 0) - (one.at?.seconds ?? 0);
  return gap >= 0 ? gap : gap + DAY;
}

/** Seconds between two turns, where both tell their time. */
export function secondsBetween(one: Turn, other: Turn): number | undefined {
  return one.at?.seconds === undefined || other.at?.seconds === undefined ? undefined : gapOf(one, other);
}
