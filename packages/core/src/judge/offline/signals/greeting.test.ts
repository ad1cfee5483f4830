import { describe, expect, test } from 'vitest';
import { gradeTalk } from '../../../testing/talk.ts';
import { greeting } from './greeting.ts';

const REST = '\nU: my vpn drops\nA: please restart the client\nU: ok';

test.each([
  ['greeted', 'A: Good morning, IT support, how may I help you?'],
  ['greeted', 'A: Hey there! What is up?'],
  ['greeted', 'U: hi\nA: Hi, Priya here from the help desk'],
  ['greeted', 'A: Thanks for contacting the service desk. What seems to be wrong?'],
  ['greeted', 'A: Greetings of the day! Kindly let me know the issue'],
  ['greeted', 'A: gud evening sir, tell me your issue'],
  ['greeted', 'A: One second.\nA: Hello and sorry for the wait'],
  ['greeted', 'A: Afternoon! Service desk.'],
  ['greeted', 'A: Dear user, welcome to chat'],
  ['not-greeted', 'A: What is the issue?'],
  ['not-greeted', 'A: Employee ID?'],
  ['not-greeted', 'U: hello, good morning\nA: Go ahead.'],
  ['not-greeted', 'Virtual Agent: Hello! I am your assistant.\nU: human please\nA: Ticket number?'],
  ['not-greeted', 'A: yes?'],
  ['not-greeted', 'U: hi there\nA: restart your machine'],
])('%s: %s', (expected, opening) => {
  expect(gradeTalk(greeting, opening + REST).value).toBe(expected);
});

test('a greeting is quoted with its place, and so are the first words where there is none', () => {
  const chat = `U: hi\nA: Hello Ada. One moment.${REST}`;
  expect(gradeTalk(greeting, chat).quotes).toEqual([{ field: 'description', start: 16, end: 26, quote: 'Hello Ada.' }]);
  expect(gradeTalk(greeting, `A: Your ID please.${REST}`).quotes).toMatchObject([{ quote: 'Your ID please.' }]);
});

describe('without a word of the desk', () => {
  const people = { caller: 'Ada Example', assignedTo: 'Ben Sample' };
  const comments = (...texts: string[]) => texts.map((text) => ({ text, author: 'Ada Example' }));

  test('a user who asks again and again was not greeted', () => {
    const ignored = comments('Is this mailbox read at all?', 'Hello, has anybody seen my message?');
    expect(gradeTalk(greeting, 'SAP is down', { ...people, comments: ignored }).value).toBe('not-greeted');
  });

  test('a user who only says thanks has spoken to the desk elsewhere', () => {
    const thanks = comments('Thank you, it works.');
    expect(gradeTalk(greeting, 'SAP is down', { ...people, comments: thanks })).toMatchObject({
      value: 'cannot-assess',
      reason: 'no-conversation',
    });
  });
});

test('where nobody can tell who the agent is, nothing is said', () => {
  const chat = 'Carl: hello\nDora: hi\nCarl: did you see it?\nDora: yes I did';
  expect(gradeTalk(greeting, chat)).toMatchObject({ value: 'cannot-assess', reason: 'needs-model' });
});
