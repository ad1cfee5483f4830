import { expect, test } from 'vitest';
import { gradeTalk } from '../../../testing/talk.ts';
import { necessaryTroubleshooting } from './necessary-troubleshooting.ts';

const OPENING = 'A: Hello, how can I help?\nU: Teams has no sound since this morning\n';

test.each([
  ['necessary', 'A: Which headset do you use?\nU: the black one\nA: Please unplug it and plug it in again.\nU: works'],
  [
    'necessary',
    'A: Have you restarted already?\nU: Yes, I already restarted twice.\nA: Thanks, then let us check the device settings.',
  ],
  ['necessary', 'A: Kindly clear the Teams cache.\nU: done\nA: And now start Teams again\nU: sound is back'],
  [
    'necessary',
    'A: Is it only Teams or also the browser?\nU: only Teams\nA: Go to Settings, Devices and choose your headset.',
  ],
  ['necessary', 'A: No need to reinstall Office. Just select the right speaker.\nU: works'],
  ['unnecessary', 'A: Please restart.\nU: I have already done that.\nA: Do it again please.\nU: same'],
  ['unnecessary', 'A: What is the error?\nU: no error\nA: What is the error message?\nU: As I told you there is none'],
  ['unnecessary', 'A: Uninstall the mouse driver.\nU: The mouse driver?\nA: yes'],
  ['unnecessary', 'A: Format the laptop and reinstall Windows.\nU: ok...'],
  ['unnecessary', 'A: Reset your network adapter.\nU: That has nothing to do with it, other sites play fine'],
  ['unnecessary', 'A: restart the pc\nU: i already did that\nA: once more please'],
  ['unnecessary', 'A: Clear cookies.\nU: What has Teams to do with cookies?\nA: just do it'],
])('%s: %s', (expected, rest) => {
  expect(gradeTalk(necessaryTroubleshooting, OPENING + rest).value).toBe(expected);
});

test.each([
  ['Account locked', 'A: Hi\nU: my account is locked\nA: Unlocked, please try.\nU: works, thanks'],
  ['Password reset for SAP', 'A: Hi\nU: I forgot my sap password\nA: Your employee number?\nU: 100234\nA: Reset done.'],
  ['Access to drive', 'A: Hello\nU: I need access to drive P please\nA: I sent the request to the owner.\nU: ok'],
])('%s is nothing to troubleshoot', (shortDescription, chat) => {
  expect(gradeTalk(necessaryTroubleshooting, chat, { shortDescription }).value).toBe('not-applicable');
});
