import { matchSequence, phraseSet } from '../text/phrases.ts';
import { wordsOf } from '../text/words.ts';

/** Events that a chat tool writes into its transcript. */
export type ChatEvent = 'joined' | 'left' | 'ended' | 'other';

const JOINED = phraseSet([
  '(joined|entered|accepted) [(the|this|your)] (chat|conversation|session|meeting|channel|call|request)',
  '(has|have) joined',
  'joined as',
  '(now|are|been) [(now|being)] (connected|chatting) (to|with)',
  '(chat|conversation|you) ... (transferred|assigned) to',
]);
const LEFT = phraseSet([
  '(left|exited|leaves) [(the|this)] (chat|conversation|session|meeting|call|channel)',
  'has [(been|got)] (left|disconnected|exited)',
  '(user|visitor|customer|client|caller|guest|requester|employee) [(has|is|was|got)] (left|disconnected|away|exited|inactive|idle|unresponsive)',
  '(was|is|got) disconnected',
  '(call|line|chat) [(was|got|has)] [been] (dropped|disconnected)',
  '(caller|user|customer) [(has|just)] hung up',
  '(ended|closed) [(the|this)] (chat|conversation|session|call)',
]);
const ENDED = phraseSet([
  '(chat|conversation|session|transcript|call) [(has|was|is)] [been] (ended|closed|terminated|completed|timed out)',
  'end of [(chat|the|conversation|call)] [(transcript|chat|conversation|call)]',
]);
const OTHER = phraseSet([
  '(chat|conversation|session) [(has|was)] [been] (started|initiated|transferred|origin|accepted)',
  '(is|are) typing',
  '(sent|uploaded|attached|shared) [(a|an|the)] (file|attachment|image|screenshot|picture)',
  'please wait while',
  '(waiting|queue) ... agent',
  'an agent will',
]);
const MAY_BE =
  /join|left|leave|end|clos|disconnect|dropp|chatting|connected|enter|transfer|start|typing|hung|exit|accept|assign|time|inactive|idle|away|unrespons|upload|attach|sent|shared|queue|wait|initiat|an agent/i;
/** In UTF-16 units. */
const LONGEST_EVENT = 120;
const MOST_WORDS = 16;

/** What happened, where a line tells of an event of the chat itself. */
export function eventOf(line: string): ChatEvent | undefined {
  if (line.length > LONGEST_EVENT || !MAY_BE.test(line) || line.includes('?')) return undefined;
  const { folded } = wordsOf(line);
  if (folded.length > MOST_WORDS || folded.some((word) => word === 'i' || word === "i'm" || word === "i've"))
    return undefined;
  if (holds(LEFT, folded)) return 'left';
  if (holds(ENDED, folded)) return 'ended';
  if (holds(JOINED, folded)) return 'joined';
  return holds(OTHER, folded) ? 'other' : undefined;
}

function holds({ sequences }: ReturnType<typeof phraseSet>, folded: readonly string[]): boolean {
  return folded.some((_, at) => sequences.some((sequence) => matchSequence(sequence, folded, at) >= 0));
}
