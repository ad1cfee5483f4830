import { expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { conversationOf } from './conversation-of.ts';
import { endingOf } from './ending.ts';
import { talkOf } from './talk.ts';

const stateOf = (rest: string) => {
  const description = `User: hello, my vpn drops\nAgent: Please restart the client.\n${rest}`;
  const conversation = conversationOf(buildContext({ description }).text);
  return conversation === undefined ? undefined : endingOf(talkOf(conversation)).state;
};

test.each([
  ['solved', 'User: it works now, thanks'],
  ['solved', 'User: no change\nAgent: Then I have reset your profile.\nUser: hooray!'],
  ['solved', 'User: connected!!\nAgent: Anything else?\nUser: no my dear'],
  ['self-solved', 'User: I found it myself, a cable was loose'],
  ['unsolved', 'User: still the same'],
  ['unsolved', 'User: it is about the server! can you look at it?\nAgent: Have a nice day.'],
  ['unsolved', 'User: I am speechless. I want to speak to your manager\nAgent: ok'],
  ['handed-over', 'User: still the same\nAgent: I have escalated it to the network team, they will call you.'],
])('%s: %s', (expected, rest) => {
  expect(stateOf(rest)).toBe(expected);
});
