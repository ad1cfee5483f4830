import { expect, test } from 'vitest';
import { gradeTalk } from '../../../testing/talk.ts';
import { selfResolveAdvice } from './self-resolve-advice.ts';

const OPENING =
  'A: Hello, how can I help?\nU: my VPN client does not connect\nA: Please sign out and in again.\nU: works now\n';

test.each([
  ['given', 'A: Next time just sign out first, that clears it.'],
  ['given', 'A: If it happens again, restart the client before you call.'],
  ['given', 'A: You can do this yourself from the self-service portal.'],
  ['given', 'A: There is a knowledge article, KB0012345, with all steps.'],
  ['given', 'A: To avoid this in future, kindly disconnect before you close the lid.'],
  ['given', 'A: I have shared the link to the guide for your reference.'],
  ['given', 'A: A small tip: lock the screen instead of closing the lid.'],
  ['not-given', 'A: Great, bye.'],
  ['not-given', 'A: If it happens again, please call us back.'],
  ['not-given', 'A: Feel free to contact us next time you face any issue.'],
  ['not-given', 'A: Glad it works. Have a nice day!'],
])('%s: %s', (expected, rest) => {
  expect(gradeTalk(selfResolveAdvice, OPENING + rest).value).toBe(expected);
});

test.each([
  [
    'Monitor broken',
    'A: Hi\nU: my monitor is dead\nA: I am ordering a replacement for you, it comes on Monday.\nU: ok',
  ],
  [
    'Access to shared drive',
    'A: Hi\nU: I need access to the drive\nA: The owner approved, access has been granted.\nU: thanks',
  ],
  [
    'Intranet is down',
    'A: Hi\nU: intranet does not open\nA: There is an outage of the web server, the team is on it.\nU: ok',
  ],
])('%s: a user could do nothing', (shortDescription, chat) => {
  expect(gradeTalk(selfResolveAdvice, chat, { shortDescription }).value).toBe('not-applicable');
});
