import { expect, test } from 'vitest';
import { checkPhrases } from './check-phrases.ts';
import { formatIssue } from './issue.ts';
import { IssueLog } from './issue-log.ts';
import { readDataFile } from './read-data-file.ts';

function issuesOf(yaml: string): string[] {
  const file = readDataFile(`phrases:\n${yaml}\n`);
  expect(file.issues).toEqual([]);
  const log = new IssueLog(file, ['phrases']);
  checkPhrases((file.value as { phrases: string[] }).phrases, log);
  return log.errors.map(formatIssue);
}

test.each([
  ['a number sign in quotes', "  - 'room #'"],
  ['a number sign in the middle of a word', '  - room#'],
  ['a comment on a line of its own', '  # rooms\n  - room\n  # more\n  - ward'],
  ['a comment behind quotes', "  - 'room' # the door sign"],
])('%s is fine', (_, yaml) => {
  expect(issuesOf(yaml).filter((issue) => issue.includes('comment'))).toEqual([]);
});

test.each([
  ['  - room #', 'room'],
  ['  - (room|ward) # [left]', '(room|ward)'],
  ['  - ward\n  - floor # # wing', 'floor'],
  ['  - room # the door sign', 'room'],
])('a phrase that YAML cuts short is refused: %j', (yaml, kept) => {
  expect(issuesOf(yaml)).toEqual([
    expect.stringContaining(`the phrase ends at "${kept}": YAML takes what follows the # for a comment.`),
  ]);
});

test('what cannot be read is said with its line', () => {
  expect(issuesOf('  - fine\n  - (room')).toEqual([
    expect.stringMatching(/^line 3, column 5, at phrases\[1\]: the phrase cannot be read: .* docs\/phrases\.md/),
  ]);
});
