import { GREETING } from '../../../conversation/courtesy.ts';
import { notDenied, quoteTurn, said } from '../../../conversation/said.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

/** The first turns of an agent: a name or a check of identity may come before the greeting. */
const FIRST_TURNS = 2;

/** The agent greets the user when the conversation begins. */
export const greeting = defineGradeSignal({
  id: 'greeting',
  description: 'A greeting in the first words of the agent; a virtual agent’s does not count.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, ({ agent, turns, user }, reply) => {
      const [first] = agent;
      if (first === undefined) {
        const asked = user[0];
        return reply.at(-1, asked === undefined ? [] : [quoteTurn(asked)], 'The user was never answered.', 'low');
      }
      const found = said(agent.slice(0, FIRST_TURNS), GREETING, notDenied)[0];
      if (found !== undefined) return reply.at(0, [found.evidence], 'The agent greets the user.', 'high');
      if (turns.slice(0, first.index).some(({ speaker }) => speaker === 'unknown'))
        return reply.open('Somebody speaks before the agent, and nothing tells who it is.');
      return reply.at(-1, [quoteTurn(first)], 'The agent begins without a greeting.');
    }),
});
