import { expect, test } from 'vitest';
import { journal } from '../../../testing/build.ts';
import { gradeTalk } from '../../../testing/talk.ts';
import { followThrough } from './follow-through.ts';

const OPENING = 'A: Hello, how can I help?\nU: my VPN client does not connect\n';

test.each([
  ['followed-through', 'A: Let me check. Please try now.\nU: connected, thanks'],
  ['followed-through', 'A: I have escalated it to the network team, they will contact you today.\nU: ok, thank you'],
  ['followed-through', 'A: I have reset your profile.\nU: thanks a lot'],
  [
    'followed-through',
    'A: I will call you back in ten minutes.\nU: ok\nA: Hello again, as promised. I have fixed the gateway.\nU: yes works',
  ],
  ['followed-through', 'A: please restart\nU: same problem\nA: then clear the cache\nU: that did it!'],
  ['followed-through', 'A: I raised INC0012345 with the vendor and will update you there.\nU: great'],
  ['not-followed-through', 'A: I will check and revert.\nU: You said you would call me, nobody called'],
  ['not-followed-through', 'A: restart it\nU: still not working\nA: ok bye'],
  ['not-followed-through', 'A: One moment\nU: hello?\nU: are you there?'],
  ['not-followed-through', 'A: I will send you the link.\nU: I still have not received anything'],
  ['not-followed-through', 'A: wait\nU: any update?\nU: never mind, too late now'],
  ['not-followed-through', 'A: try another network\nU: no change\n-- chat ended by agent --'],
  [
    'followed-through',
    'A: I sent you a push.\nU: not received yet\nA: Look into the app please.\nU: got it, connected',
  ],
  ['followed-through', 'A: Restart it please.\nU: You said to restart, done. It works now'],
  ['not-followed-through', 'A: Let me see.\nU: is that it? we cannot work\nA: Thank you for calling, bye.'],
])('%s: %s', (expected, rest) => {
  expect(gradeTalk(followThrough, OPENING + rest).value).toBe(expected);
});

const PROMISE = `${OPENING}A: I have to look at the gateway. I will call you back this afternoon.\nU: ok, thanks`;

test('a promised call-back counts as kept where the notes tell of it', () => {
  const notes = { workNotes: journal('Called the user back at 15:00, VPN connects.') };
  expect(gradeTalk(followThrough, PROMISE, notes).value).toBe('followed-through');
});

test('a promised call-back that nothing tells of was not kept, if all notes were exported', () => {
  expect(gradeTalk(followThrough, PROMISE)).toMatchObject({
    value: 'not-followed-through',
    missing: [{ element: 'the promised call-back', searched: ['workNotes', 'comments', 'closeNotes'] }],
  });
  expect(gradeTalk(followThrough, PROMISE, { workNotes: undefined })).toMatchObject({
    value: 'cannot-assess',
    reason: 'field-not-exported',
  });
});

test('a ticket closed for a silence that was the desk’s own', () => {
  const comments = [
    { text: 'Closing the ticket as there is no response.', author: 'Ben Sample' },
    { text: 'Yes, the whole floor has the problem.', author: 'Ada Example' },
    { text: 'Hi Ada, are others affected?', author: 'Ben Sample' },
  ];
  const fields = { description: 'VPN slow', comments, caller: 'Ada Example', assignedTo: 'Ben Sample' };
  expect(gradeTalk(followThrough, '', fields).value).toBe('not-followed-through');
});
