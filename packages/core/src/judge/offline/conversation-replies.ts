import { conversationOf } from '../../conversation/conversation-of.ts';
import { areContent } from '../../conversation/outcome.ts';
import { type Talk, talkOf } from '../../conversation/talk.ts';
import type { Criterion } from '../../rubric/schema.ts';
import type { Confidence, Evidence, Missing } from '../../verdict.ts';
import type { GradeReply, JudgeContext } from '../judge.ts';

/** What a signal about conversations says, once there is one in which somebody of the desk or of the users speaks. */
type Reader = (talk: Talk, reply: Replies) => GradeReply;

/** Ways to answer. Levels are named by their place, best first. */
export interface Replies {
  at(place: number, quotes: readonly Evidence[], rationale: string, confidence?: Confidence): GradeReply;
  /** A loss that something is nowhere to be found, in the fields where it could be. */
  absent(place: number, missing: Missing, rationale: string, quotes?: readonly Evidence[]): GradeReply;
  notApplicable(quotes: readonly Evidence[], rationale: string): GradeReply;
  open(rationale: string): GradeReply;
}

/** Answers about the conversation of a ticket; open where there is none, or nobody can tell who speaks. */
export function answerOfTalk(
  { text }: JudgeContext,
  criterion: Criterion,
  levels: readonly string[],
  read: Reader,
): GradeReply {
  const conversation = conversationOf(text);
  const reply = repliesFor(criterion, levels);
  if (conversation === undefined) return { ...reply.open('There is no conversation.'), reason: 'no-conversation' };
  const talk = talkOf(conversation);
  if (talk.agent.length === 0 && talk.turns.some(({ speaker }) => speaker === 'unknown'))
    return reply.open('Nothing tells which of the speakers is the agent.');
  if (talk.agent.length === 0 && !isIgnored(talk))
    return { ...reply.open('Nobody of the desk speaks in the conversation.'), reason: 'no-conversation' };
  return read(talk, reply);
}

/** The user writes again and again, and is not even content: silence is the desk's answer. */
function isIgnored(talk: Talk): boolean {
  const last = talk.user.slice(-1);
  return talk.conversation.kinds.includes('comments') && talk.user.length > 1 && !areContent(last);
}

function repliesFor(criterion: Criterion, levels: readonly string[]): Replies {
  const open = (rationale: string): GradeReply => ({
    value: 'cannot-assess',
    quotes: [],
    rationale,
    confidence: 'low',
    reason: 'needs-model',
  });
  const at: Replies['at'] = (place, quotes, rationale, confidence = 'medium') => {
    const value = criterion.levels.at(place)?.id;
    if (value === undefined || !levels.includes(value)) return open(`${rationale} That level is not open.`);
    return { value, quotes, rationale, confidence };
  };
  return {
    at,
    absent: (place, missing, rationale, quotes = []) => ({ ...at(place, quotes, rationale), missing: [missing] }),
    notApplicable: (quotes, rationale) => ({ value: 'not-applicable', quotes, rationale, confidence: 'medium' }),
    open,
  };
}
