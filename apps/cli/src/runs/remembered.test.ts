import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declareReview } from '../commands/review-options.ts';
import { argumentsOf, noteGivenOptions, remember, selectionOf } from './remembered.ts';

/** What is remembered of a command line. */
function remembered(...args: readonly string[]) {
  const command = declareReview().exitOverride();
  const given = noteGivenOptions(command);
  command.parse(args, { from: 'user' });
  return { run: remember('review', command.args, given), given };
}

describe('what is remembered of a command', () => {
  test('is what it says of the run, from any folder', () => {
    const { run } = remembered(
      'a.json',
      '-',
      '-r',
      'incident-handling,ours.yaml',
      '--no-spelling',
      '--out',
      'x',
      '-q',
      '--format=csv',
    );
    expect(run.sources).toEqual([resolve('a.json'), '-']);
    expect(argumentsOf(run, [])).toEqual([
      `--rubric=incident-handling,${resolve('ours.yaml')}`,
      '--no-spelling',
      '--format=csv',
    ]);
  });

  test('leaves out what is given anew, the contrary included', () => {
    const { run } = remembered(
      'a.json',
      '--rubric',
      'incident-handling',
      '--votes',
      '3',
      '--no-redact',
      '--locale',
      'de',
    );
    const { given } = remembered('--rubric', 'onsite-support', '--votes', '1');
    expect(argumentsOf(run, given)).toEqual(['--no-redact', '--locale=de']);
  });

  test('never holds what belongs to one call', () => {
    const { run } = remembered(
      'a.json',
      '--max-cost',
      '5',
      '--cache',
      '--force',
      '--estimate',
      '--resume',
      'x',
      '--branch',
      'y',
      '--retry-unscored',
    );
    expect(run.options).toEqual([]);
  });

  test('tells what selects tickets, in the words of the command, whatever options there are', () => {
    const { run } = remembered(
      'a.json',
      '--where',
      'state=7',
      '--where',
      'priority=1',
      '--sample',
      '20',
      '--judge',
      'offline',
    );
    expect(selectionOf(run)).toEqual({ '--where': ['state=7', 'priority=1'], '--sample': ['20'] });
    expect(selectionOf(remembered('a.json', '--judge', 'offline', '--locale', 'de').run)).toEqual({});
  });
});
