import { expect, test } from 'vitest';
import { gradeTalk } from '../../../testing/talk.ts';
import { workaround } from './workaround.ts';

const OPENING = 'A: Hello, how can I help?\nU: Outlook crashes, I cannot read my mails\n';

test.each([
  ['offered', 'A: I have escalated it. In the meantime you can use Outlook on the web.'],
  ['offered', 'A: The vendor is on it. For now please use another browser.'],
  ['offered', 'A: Till it is fixed, kindly use webmail.'],
  ['offered', 'A: I raised a ticket with messaging. Could you use your phone for mails until then?'],
  ['offered', 'A: As a workaround open it in safe mode, the team will repair the profile tomorrow.'],
  ['offered', 'A: I can give you a loaner laptop until yours is repaired.'],
  ['offered', 'A: Try the web version instead, engineering will look at it on Monday.'],
  ['not-offered', 'A: I have escalated this to the messaging team, they will contact you within 2 days.\nU: ok thanks'],
  [
    'not-offered',
    'A: I forwarded your ticket to level 2.\nU: What can I use in the meantime?\nA: Please wait for them.',
  ],
  ['not-offered', 'A: Someone from the onsite team will come tomorrow. Please bear with us until then.\nU: ok'],
  ['not-offered', 'A: please reinstall office\nU: did, still crashing\nA: Then I do not know. Bye.'],
  ['not-applicable', 'A: Please disable the add-in.\nU: Works now, thanks!'],
  ['not-applicable', 'A: I have repaired your profile, please open it.\nU: perfect, it opens now'],
  ['not-applicable', 'A: Unfortunately there is no workaround until the vendor delivers a patch.\nU: ok'],
])('%s: %s', (expected, rest) => {
  expect(gradeTalk(workaround, OPENING + rest).value).toBe(expected);
});

test('nothing is to be worked around where nothing is broken', () => {
  const chat =
    'A: Hi, how can I help?\nU: please grant access to the project folder for our new joiner\nA: I have raised a request for approval.\nU: ok';
  expect(gradeTalk(workaround, chat)).toMatchObject({ value: 'not-applicable' });
});

test('a conversation that stops halfway is not assessed', () => {
  expect(gradeTalk(workaround, `${OPENING}A: Which version is it?`).value).toBe('cannot-assess');
});
