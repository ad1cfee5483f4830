import { expect, test } from 'vitest';
import { createOfflineJudge } from './judge/offline/offline-judge.ts';
import { loadBuiltInProfile } from './profile/load.ts';
import { reviewTicket } from './review/review-ticket.ts';
import { loadBuiltInRubric } from './rubric/load.ts';
import { createSpellChecker } from './spelling/spell-checker.ts';
import { buildTicket } from './testing/build.ts';

const LENGTH = 100_000;
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
  ],
];

const options = async () => {
  const [rubric, profile] = [loadBuiltInRubric('incident-logging'), loadBuiltInProfile('mmc')];
  return { rubric, profile, judge: createOfflineJudge(), spelling: await createSpellChecker() };
};

test.each(PIECES)('a review of %j, over and over, comes to an end with nothing failed', async (piece) => {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length));
  const notes = [{ text }];
  const fields = { shortDescription: text, description: text, closeNotes: text, workNotes: notes, comments: notes };
  const { criteria } = await reviewTicket(buildTicket(fields), await options());
  const failed = criteria.filter(({ verdict }) => verdict.status === 'unscored' && verdict.reason === 'judge-failed');
  expect(failed).toEqual([]);
});
