import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { conversationOf } from './conversation-of.ts';

const PEOPLE = { caller: 'Ada Example', assignedTo: 'Ben Sample' };

/** `agent: hello` for each turn, a letter for each speaker. */
const turnsOf = (fields: Partial<Ticket>) =>
  conversationOf(buildContext({ ...PEOPLE, ...fields }).text)?.turns.map(
    ({ speaker, passage }) => `${speaker}: ${passage.text}`,
  );

describe('a transcript', () => {
  test.each([
    [
      'with the time in brackets',
      '[10:02:33] Ada Example: hello, my vpn drops\n[10:02:50] Ben Sample: Hi Ada, let me check',
      ['user: hello, my vpn drops', 'agent: Hi Ada, let me check'],
    ],
    [
      'with the time behind the name',
      'Ada (10:02): my screen is black\nBen (10:03): Please check the cable',
      ['user: my screen is black', 'agent: Please check the cable'],
    ],
    [
      'with a header line above each turn',
      '10:02 AM Ada Example\nI cannot log in\nsince this morning\n10:04 AM Ben Sample\nThanks for waiting, please try again',
      ['user: I cannot log in\nsince this morning', 'agent: Thanks for waiting, please try again'],
    ],
    [
      'with the name first in the header line',
      'Ada Example  10:02 AM\nhi there\nBen Sample  10:03 AM\nGood morning Ada',
      ['user: hi there', 'agent: Good morning Ada'],
    ],
    [
      'with roles',
      'Agent: Hello, how can I help?\nUser: printer is jammed\nAgent: Please open the tray\nUser: done',
      ['agent: Hello, how can I help?', 'user: printer is jammed', 'agent: Please open the tray', 'user: done'],
    ],
    [
      'of a visitor and an unnamed colleague of the desk',
      'Visitor: hi, I need help\nDorian: Welcome to the service desk, how can I help you?\nVisitor: outlook is slow',
      ['user: hi, I need help', 'agent: Welcome to the service desk, how can I help you?', 'user: outlook is slow'],
    ],
    [
      'with role and time without a colon',
      'Customer 09:12:01 my account is locked\nAgent 09:12:40 I will unlock it for you',
      ['user: my account is locked', 'agent: I will unlock it for you'],
    ],
    [
      'of a chat tool with elapsed time',
      'Chat Started: Friday\nAgent Ben S\n( 5s ) Ben S: Hello!\n( 1m 3s ) Ada: hi my teams is down',
      ['agent: Hello!', 'user: hi my teams is down'],
    ],
    [
      'of a meeting tool',
      '10:02:33 From Ada Example to Everyone: hello, can you hear me?\n10:02:59 From Ben Sample to Ada Example (Privately): Yes I can',
      ['user: hello, can you hear me?', 'agent: Yes I can'],
    ],
    [
      'with dates',
      '[2024-03-01 10:02:33] Ada Example: hello\n[2024-03-01 10:03:33] Ben Sample: hi, how can I help?',
      ['user: hello', 'agent: hi, how can I help?'],
    ],
    [
      'with a date, a comma and a dash',
      '01/03/2024, 10:02 - Ada Example: hello\n01/03/2024, 10:04 - Ben Sample: hi, how can I help?',
      ['user: hello', 'agent: hi, how can I help?'],
    ],
    [
      'with date and name in a line above',
      '[3/1 10:02 AM] Ada Example\nhello my mouse is broken\n[3/1 10:03 AM] Sample, Ben\nHi Ada, sorry to hear that',
      ['user: hello my mouse is broken', 'agent: Hi Ada, sorry to hear that'],
    ],
    [
      'with name, time and text on lines of their own',
      'Ada Example\n10:02 AM\nhello\nBen Sample\n10:03 AM\nHi, what can I do for you?',
      ['user: hello', 'agent: Hi, what can I do for you?'],
    ],
    [
      'of a call',
      'Caller: My laptop does not start.\nAnalyst: Is the charger plugged in?\nCaller: Yes.\nAnalyst: Hold the button for ten seconds.',
      [
        'user: My laptop does not start.',
        'agent: Is the charger plugged in?',
        'user: Yes.',
        'agent: Hold the button for ten seconds.',
      ],
    ],
    [
      'with a virtual agent before the live one',
      'Virtual Agent: Hi! What can I do for you?\nAda Example: speak to a person please\nSystem: Ben Sample has joined the chat\nBen Sample: Hello Ada',
      [
        'bot: Hi! What can I do for you?',
        'user: speak to a person please',
        'bot: Ben Sample has joined the chat',
        'agent: Hello Ada',
      ],
    ],
    [
      'on a single line',
      'Agent: Hello, how can I help? User: My account is locked. Agent: Unlocked, please try. User: Thanks, works.',
      [
        'agent: Hello, how can I help?',
        'user: My account is locked.',
        'agent: Unlocked, please try.',
        'user: Thanks, works.',
      ],
    ],
    [
      'whose user leaves',
      '[10:02] Ada: hi my vpn is down\n[10:03] Ben: Hi Ada, please restart\n[10:09] Ada left the chat',
      ['user: hi my vpn is down', 'agent: Hi Ada, please restart', 'bot: Ada left the chat'],
    ],
    [
      'between a form and the notes',
      'Caller: Ada Example\nAgent: Ben Sample\nIssue: vpn\n\nAgent: Hi, how can I help?\nCaller: vpn is down\nAgent: Please restart\nResolution: restarted',
      ['agent: Hi, how can I help?', 'user: vpn is down', 'agent: Please restart'],
    ],
    [
      'with marks of emphasis',
      '**Agent:** Hello, how can I help?\n**User:** I forgot my pin\n**Agent:** No problem',
      ['agent: Hello, how can I help?', 'user: I forgot my pin', 'agent: No problem'],
    ],
    [
      'with roles behind the names',
      'Carl (Agent): hello\nDora (Customer): hi, my phone is broken',
      ['agent: hello', 'user: hi, my phone is broken'],
    ],
    [
      'with a label inside of a turn',
      'User: I get this\nError: 0x80070005\nAgent: Thank you, let me look\nUser: ok',
      ['user: I get this\nError: 0x80070005', 'agent: Thank you, let me look', 'user: ok'],
    ],
    [
      'with times in 24 hours and no colon behind the name',
      '10:02 - Ada Example - hello, my screen flickers\n10:04 - Ben Sample - hi, which model is it?',
      ['user: hello, my screen flickers', 'agent: hi, which model is it?'],
    ],
    [
      'with the chat tool telling who it connects',
      'You are now chatting with Dorian\nEvelyn: hi\nDorian: hi\nEvelyn: screen is black\nDorian: please wait',
      ['bot: You are now chatting with Dorian', 'user: hi', 'agent: hi', 'user: screen is black', 'agent: please wait'],
    ],
    [
      'of numbered speakers with roles',
      '[00:00:04] Speaker 1 (Agent): Good morning\n[00:00:09] Speaker 2 (Caller): the sound is gone',
      ['agent: Good morning', 'user: the sound is gone'],
    ],
    [
      'with bars instead of line breaks',
      '10:00 - Ada: Hello, Word is in English | 10:04 - Ben: Please change the language | 10:05 - Ada: thanks',
      ['user: Hello, Word is in English |', 'agent: Please change the language |', 'user: thanks'],
    ],
    [
      'with the time in square brackets behind the name',
      'Ben Sample [09:00]: Hello Ada, how can I help?\nAda Example [09:01]: screens are dead\n*Ada Example has left the chat*',
      ['agent: Hello Ada, how can I help?', 'user: screens are dead', 'bot: *Ada Example has left the chat*'],
    ],
    [
      'with names in angle brackets',
      '<Ada> Hello, it is slow\n<Ben> Please restart',
      ['user: Hello, it is slow', 'agent: Please restart'],
    ],
    [
      'with short forms of the roles',
      'SD: What is the issue?\nEU: Drives are gone.\nSD: Are you at home?',
      ['agent: What is the issue?', 'user: Drives are gone.', 'agent: Are you at home?'],
    ],
    [
      'with labels in brackets',
      '[User] Hi, the button stays grey.\n[Agent] is your windows up to date\n[User] I think so',
      ['user: Hi, the button stays grey.', 'agent: is your windows up to date', 'user: I think so'],
    ],
    [
      'with lower-case names of the record and dashes',
      'ada - my laptop is dead\nben - is the charger in?\nada - yes\nben - I send somebody',
      ['user: my laptop is dead', 'agent: is the charger in?', 'user: yes', 'agent: I send somebody'],
    ],
    [
      'of voices that a transcriber numbers',
      'S1: Hello, service desk, how can I help?\nS2: my vpn drops\nS1: Which office are you in?\nS2: Oslo',
      [
        'agent: Hello, service desk, how can I help?',
        'user: my vpn drops',
        'agent: Which office are you in?',
        'user: Oslo',
      ],
    ],
    [
      'of a numbered visitor',
      'Dorian: Hello, I will help you\nVisitor 40981: my screen is black\nDorian: Please press the button\nVisitor 40981: thanks',
      ['agent: Hello, I will help you', 'user: my screen is black', 'agent: Please press the button', 'user: thanks'],
    ],
    [
      'with question and answer on a line',
      'call as noted:\nProblem? - My scanner writes letters.\nSince when? - Since lunch.\nWhich layout? - It says FRA, thanks.',
      [
        'agent: Problem?',
        'user: My scanner writes letters.',
        'agent: Since when?',
        'user: Since lunch.',
        'agent: Which layout?',
        'user: It says FRA, thanks.',
      ],
    ],
    [
      'with a mark for each side',
      '<< my mouse is dead\n>> Hello, did you change the battery?\n<< no, will do. works',
      ['user: my mouse is dead', 'agent: Hello, did you change the battery?', 'user: no, will do. works'],
    ],
    [
      'with a dash for each turn',
      '- Service desk, good morning, how can I help?\n- Morning, my laptop is dead.\n- Is your charger in?\n- Yes.',
      [
        'agent: Service desk, good morning, how can I help?',
        'user: Morning, my laptop is dead.',
        'agent: Is your charger in?',
        'user: Yes.',
      ],
    ],
    [
      'of a mail thread, newest first',
      'Hi Ben,\nworks now, thanks!\n\nOn Mon, 4 May 2026 at 10:12, Ben Sample <ben@acme.example> wrote:\n> Hello Ada, is the charger in?\n>\n> On Mon, 4 May 2026 at 10:02, Ada Example wrote:\n>> my laptop is dead',
      ['user: my laptop is dead', 'agent: Hello Ada, is the charger in?', 'user: Hi Ben,\nworks now, thanks!'],
    ],
    [
      'with an initial',
      'Agent Tom A\n( 8s ) Tom A: Hello, welcome!\n( 40s ) Visitor: wifi drops\n( 5m 5s ) Tom A: bye',
      ['agent: Hello, welcome!', 'user: wifi drops', 'agent: bye'],
    ],
  ])('%s', (_, description, expected) => {
    expect(turnsOf({ description })).toEqual(expected);
  });

  test('speakers whom nothing tells apart stay unknown', () => {
    const description = 'Carl: hello\nDora: hi\nCarl: did you see it?\nDora: yes I did';
    expect(turnsOf({ description })).toEqual([
      'unknown: hello',
      'unknown: hi',
      'unknown: did you see it?',
      'unknown: yes I did',
    ]);
  });

  test('pasted twice is read once', () => {
    const text = 'Agent: Hi\nUser: hello, my vpn\nAgent: ok';
    expect(turnsOf({ description: text, workNotes: [{ text }] })).toHaveLength(3);
  });

  test('tells when each turn was said, and where it stands', () => {
    const description = 'Chat:\n[10:02:33 PM] Ada: hello\n[10:04 PM] Ben: hi, how can I help?';
    const turns = conversationOf(buildContext({ ...PEOPLE, description }).text)?.turns ?? [];
    expect(turns.map(({ at }) => at)).toEqual([
      { text: '10:02:33 PM', seconds: 79353 },
      { text: '10:04 PM', seconds: 79440 },
    ]);
    for (const { passage } of turns)
      expect(description.slice(passage.offset, passage.offset + passage.text.length)).toBe(passage.text);
  });
});

describe('no conversation', () => {
  test.each([
    ['a form', 'Name: Ada Example\nEmployee ID: 100234\nLocation: Oslo\nContact number: +47 555\nIssue: vpn drops'],
    [
      'a form with role words',
      'User: Ada Example\nCaller: Ada Example\nAgent: Ben Sample\nContact: 555 0123\nIssue: I cannot print',
    ],
    ['a log', '[10:02:33] INFO: Service started\n[10:02:34] ERROR: Connection refused\n[10:02:35] INFO: Retry'],
    ['a log of daemons', '10:02:33 sshd: connection closed\n10:02:34 kernel: out of memory\n10:02:35 sshd: refused'],
    ['a log with names', '2024-03-01 10:02:33 Spooler: job 4 failed\n2024-03-01 10:02:34 Winlogon: session ended'],
    [
      'error lines',
      'Error: please contact your administrator\nError: you cannot connect\nWarning: thank you\nError: no',
    ],
    [
      'a mail',
      'From: Ada Example\nSent: Monday\nTo: Service Desk\nSubject: VPN\n\nHi team,\nmy vpn drops. Please help.\nThanks,\nAda',
    ],
    ['a report', 'Ada called because her vpn drops. I asked her to restart. She said: it works now. Thanked us.'],
    ['a timeline', '10:02 Called user, no answer\n10:15 Called again: voicemail\n10:30 Sent mail: please call back'],
    ['steps', 'Steps:\n1. Open Outlook\n2. Click File: you see the account\nResult: it works\nNote: please restart'],
    ['one speaker', 'User: my vpn is down\nUser: please help\nUser: thanks'],
    ['questions and answers', 'Question: is it urgent?\nAnswer: yes\nQuestion: are you in the office?\nAnswer: no'],
    ['nothing', ''],
  ])('%s', (_, description) => {
    expect(turnsOf({ description })).toBeUndefined();
  });
});

describe('comments', () => {
  test('are read from the oldest on, and the author tells who speaks', () => {
    const comments = [
      { text: 'It works, thank you!', author: 'Ada Example' },
      { text: 'Hi Ada, please try again.', author: 'Carl Other' },
      { text: 'This ticket was automatically closed.', author: 'System' },
    ].toReversed();
    expect(turnsOf({ comments: comments.toReversed() })).toEqual([
      'bot: This ticket was automatically closed.',
      'agent: Hi Ada, please try again.',
      'user: It works, thank you!',
    ]);
  });

  test('an entry without an author is told by its manner, or stays unknown', () => {
    const comments = [{ text: 'Restarted.' }, { text: 'Hi team, my laptop is slow again.' }];
    expect(turnsOf({ comments })).toEqual(['user: Hi team, my laptop is slow again.', 'unknown: Restarted.']);
  });

  test('that came in by mail are the user’s, without the mail that they answer', () => {
    const text = 'received from: ada.example@acme.example\n\nYes, it works.\n\nFrom: Service Desk\nSent: Monday\nHello';
    expect(turnsOf({ comments: [{ text, author: 'Mail Gateway' }] })).toEqual(['user: \nYes, it works.']);
  });

  test('that only the system wrote are no conversation', () => {
    expect(
      turnsOf({ comments: [{ text: 'Thank you. This is an automated message.', author: 'System' }] }),
    ).toBeUndefined();
  });
});

test.each([
  ...[
    'a: ',
    'A: ',
    'A:\n',
    '10:02 ',
    '[10:02] ',
    '[10:02] Ada: hi\n',
    '(',
    '[',
    '10:02 A',
    'A\n',
    'Agent: hi\nUser: yo\n',
  ],
  ...[
    '. A',
    'A A A A ',
    '>',
    '<A> ',
    ' ',
    '\n',
    'Ada Example 10:02 AM\n',
    'Agent - ',
    '1/1/1 1:1',
    '( 1m 1s ) ',
    '! [1',
  ],
])('100 kB of %j are read to the end', (piece) => {
  const { text } = buildContext({ description: piece.repeat(Math.ceil(100_000 / piece.length)) });
  expect(() => conversationOf(text)).not.toThrow();
});
