import { expect, test } from 'vitest';
import { createOfflineJudge } from './judge/offline/offline-judge.ts';
import { loadBuiltInProfile } from './profile/load.ts';
import { createReviewer } from './review/create-reviewer.ts';
import { builtInRubrics, loadBuiltInRubric } from './rubric/load.ts';
import { createSpellChecker } from './spelling/spell-checker.ts';
import { buildTicket, FACTS } from './testing/build.ts';

const LENGTH = 20_000;
const PIECES = [
  ...[
    'a',
    'a ',
    'a\n',
    'a. ',
    'a, ',
    'A',
    ' ',
    '\n',
    '\t',
    '.',
    '-',
    ' - ',
    '_',
    ':',
    'a: ',
    'a:\n',
    '"',
    "'",
    "a'",
    '’',
  ],
  ...[
    '1',
    '1 ',
    '1-',
    '1.',
    '+1 (',
    '(',
    ')',
    '()',
    '[',
    '<',
    '\\',
    'a\\',
    '\\\\a',
    '/',
    'a/',
    '@',
    'a@',
    'a@a.',
    'é',
    '𝄞',
  ],
  ...['not ', 'if ', 'please ', 'will ', 'no ', 'user ', 'password ', 'password reset ', 'VIP: ', 'okta ', 'okta mfa '],
  ...[
    'confirmed ',
    'employee id ',
    'error ',
    'Error: "',
    'Kind regards, ',
    'From: ',
    'location ',
    'based in ',
    'recieve ',
    'Agent: hi\nUser: yo\n',
    '[10:02:33] Ada Example: hello\n',
    '10:02 - call 1, no answer. ',
    'Will call back at 3. ',
    'reset the password and ',
    'user confirmed it works, ok to close. ',
    'Resolution: ',
    '2026-03-02 10:15:00 ',
  ],
];

const rubrics = builtInRubrics.map(loadBuiltInRubric);
const review = createReviewer({
  rubrics,
  profile: loadBuiltInProfile('mmc'),
  judge: createOfflineJudge(),
  spelling: await createSpellChecker(),
  facts: FACTS,
});

test.each(PIECES)('a review of %j, over and over, comes to an end with nothing failed', async (piece) => {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length));
  const notes = [{ text }];
  const fields = { shortDescription: text, description: text, closeNotes: text, workNotes: notes, comments: notes };
  const result = await review(buildTicket(fields));
  const verdicts =
    'error' in result ? expect.fail(result.error.message) : result.scorecards.flatMap(({ criteria }) => criteria);
  const failed = verdicts.filter(({ verdict }) => verdict.status === 'unscored' && verdict.reason === 'judge-failed');
  expect(failed).toEqual([]);
});
