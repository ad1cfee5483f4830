import { expect, test } from 'vitest';
import { gradeTalk } from '../../../testing/talk.ts';
import { closingMessage } from './closing-message.ts';

const OPENING = 'A: Hello, how can I help?\nU: my printer is offline\nA: Please switch it off and on\n';

test.each([
  ['closed', 'U: it prints\nA: Great. Is there anything else I can do for you?\nU: no thanks\nA: Have a nice day!'],
  ['closed', 'U: works\nA: Thank you for calling, bye'],
  ['closed', 'U: works\nA: Glad I could help. Take care!'],
  ['closed', 'U: works\nA: Thanks for contacting IT. Please feel free to reach out again.'],
  ['closed', 'U: works\nA: You are most welcome. Enjoy your weekend.'],
  ['closed', 'U: works\nA: any other issue?\nU: nope'],
  ['closed', 'U: yes fine now, have to go into a meeting, bye'],
  ['closed', 'U: works. No that is all, thank you'],
  ['closed', 'User has left the chat'],
  ['closed', '[call disconnected by caller]'],
  ['closed', 'U: prints\nA: Super. Cheers, and do let us know if you need anything'],
  ['not-closed', 'U: it prints now, thank you\nA: ok'],
  ['not-closed', 'U: it prints now'],
  ['not-closed', 'U: still offline\nA: I have raised INC0012345 for the print team.'],
  ['not-closed', 'U: works\nA: closing the ticket.'],
  ['not-closed', 'U: still nothing, bye'],
  ['not-closed', 'U: hm\n-- chat ended by agent --'],
])('%s: %s', (expected, ending) => {
  expect(gradeTalk(closingMessage, OPENING + ending).value).toBe(expected);
});
