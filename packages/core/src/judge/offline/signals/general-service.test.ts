import { describe, expect, test } from 'vitest';
import { gradeTalk } from '../../../testing/talk.ts';
import { generalService } from './general-service.ts';

const FRIENDLY_END =
  'U: works now, thank you!\nA: Great to hear. Anything else I can do?\nU: no\nA: Thank you for calling, have a lovely day!';

test.each([
  [
    'excellent',
    `A: Good morning, how can I help?\nU: my account is locked\nA: Sorry to hear that, let me check. Could you try again now?\n${FRIENDLY_END}`,
  ],
  [
    'excellent',
    `A: Hello, thank you for contacting IT. How may I assist?\nU: outlook is not opening\nA: I understand, that is annoying. Please close it fully, I am checking your profile meanwhile.\n${FRIENDLY_END}`,
  ],
  [
    'excellent',
    'A: Hi Ada!\nU: screen is broken\nA: Oh no, sorry! I am ordering a new one for you, it will be there by noon tomorrow. Please use the spare one until then.\nU: perfect, thanks\nA: My pleasure, have a good day!',
  ],
  [
    'good',
    `A: Hello, how can I help?\nU: my drive is missing\nA: Sorry about that, one moment please.\nU: are you there?\nA: Sorry for the long wait, I had to ask the server team. Please try now.\n${FRIENDLY_END}`,
  ],
  [
    'good',
    `[10:00] Agent: Hello, how can I help?\n[10:01] User: my drive is missing\n[10:25] Agent: Sorry, I understand. Let me reconnect it, please try.\n[11:20] User: works now, thanks\n[11:21] Agent: Thank you, have a nice day!`,
  ],
  ['effective', 'A: yes?\nU: my account is locked\nA: unlocked, try\nU: works'],
  ['effective', 'A: Hi\nU: printer prints blank pages\nA: change the toner\nU: ok it prints now\nA: bye'],
  ['unfriendly', 'A: what now\nU: my account is locked again\nA: i unlocked it\nU: really, that is all you say?'],
  ['unfriendly', 'A: Hello.\nU: vpn is down\nA: restart\nU: still not working\nA: ok'],
  [
    'unfriendly',
    'A: ID?\nU: 100234, I cannot print\nA: as i said restart\nU: you never said that. It works now but this is not helpful',
  ],
  ['rude', 'A: Hello\nU: how do i open the mail?\nA: are you stupid? click on it\nU: wow'],
  ['rude', 'A: Hello\nU: my mouse broke again\nA: you people always break everything\nU: pardon?'],
  ['rude', 'A: yes\nU: vpn is down\nA: not my problem, google it\nU: ...'],
  ['rude', 'A: Hi\nU: I do not understand this step\nA: Stop wasting my time. Can you not read?\nU: I will complain'],
])('%s: %s', (expected, chat) => {
  expect(gradeTalk(generalService, chat).value).toBe(expected);
});

describe('no rudeness', () => {
  test.each([
    'A: Sorry for this stupid error message, let me fix it.',
    'A: My own stupid mistake, I apologise.',
    'A: No problem, it is not your fault at all. Please try again.',
    'A: I do not care for that update either, sorry. Please try now.',
    'A: The message reads "idiot-proof setup". Please press OK.',
    'A: Let me find out, I will google it and we figure it out together.',
    'A: Can you read the error message to me, please? Mails get lost there.',
    'A: Noted, thank you. Kindly read the manual that I have attached.',
    'A: You can learn how to do it in our course, it is fool proof.',
  ])('%s', (turn) => {
    expect(
      gradeTalk(generalService, `A: Hello, how can I help?\nU: outlook fails\n${turn}\n${FRIENDLY_END}`).value,
    ).not.toBe('rude');
  });

  test('in what the user says', () => {
    const chat = `A: Hello, how can I help?\nU: this stupid laptop is broken, are you deaf?\nA: I am sorry, I understand. Please restart it.\n${FRIENDLY_END}`;
    expect(gradeTalk(generalService, chat).value).toBe('excellent');
  });
});

test('rude words are quoted, each with its place', () => {
  const { quotes } = gradeTalk(generalService, 'A: Hello\nU: help\nA: Shut up. Just google it.\nU: wow');
  expect(quotes.map(({ quote }) => quote)).toEqual(['Shut up.', 'Just google it.']);
});

test('a conversation that does not tell how it ended is not assessed', () => {
  expect(gradeTalk(generalService, 'A: Hello\nU: my vpn is slow\nA: Which site?').value).toBe('cannot-assess');
});
