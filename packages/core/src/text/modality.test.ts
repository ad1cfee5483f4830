import { describe, expect, test } from 'vitest';
import { isAccomplished, isRaised, isStated, type Modality } from './modality.ts';
import { phraseSet } from './phrases.ts';
import { TextAnalyser } from './text-analyser.ts';

const RESET = phraseSet([
  'password ... reset',
  'reset ... password',
  '(laptop|device) ... (lost|stolen)',
  'lost ... laptop',
  'confirmed',
  'wipe',
]);

function modality(text: string): Modality {
  for (const { analysis } of new TextAnalyser().analyse(text).sentences) {
    const [span] = analysis.spans(RESET);
    if (span !== undefined) return analysis.modality(span);
  }
  throw new Error(`no hit in: ${text}`);
}

describe('how a sentence presents what it says', () => {
  test.each([
    'Password was reset.',
    'I have reset the password for the user.',
    'No issues since, password was reset.',
    'Unable to log in but the password was reset yesterday.',
    'The user could not log in and the password was reset.',
    'Caller confirmed.',
    'His laptop was stolen from the car.',
  ])('stated: %s', (text) => {
    expect(isStated(modality(text))).toBe(true);
  });

  test.each([
    ['No password reset needed.', 'negated'],
    ['The password was not reset.', 'negated'],
    ["We didn't reset the password.", 'negated'],
    ['Password reset was not required.', 'negated'],
    ['Remote wipe failed.', 'negated'],
    ['Asked whether the laptop was lost.', 'conditional'],
    ['If the laptop was lost, call security.', 'conditional'],
    ['Once confirmed, the ticket can be closed.', 'conditional'],
    ['Password reset if needed.', 'conditional'],
    ['We will reset the password tomorrow.', 'future'],
    ['The password needs to be reset.', 'future'],
    ['Was the laptop stolen?', 'question'],
    ['Please reset the password.', 'request'],
    ['User wants to reset the password', 'request'],
    ['Can you reset my password?', 'request'],
    ['Advised the user to reset the password.', 'request'],
  ] as const)('%s is %s', (text, kind) => {
    expect(modality(text)).toMatchObject({ [kind]: true });
    expect(isStated(modality(text))).toBe(false);
  });

  test.each([
    ['Can you reset my password?', true],
    ['User needs a password reset, please reset the password.', true],
    ['Was the laptop stolen?', false],
    ['Asked if the laptop was lost.', false],
    ['No password reset needed', false],
  ])('raised, %s: %s', (text, expected) => {
    expect(isRaised(modality(text))).toBe(expected);
  });

  test.each([
    ['Password reset done.', true],
    ['Password was reset as requested by the user.', true],
    ['Password reset and wipe done, the user will call if anything comes up.', true],
    ['Password reset will be done tomorrow.', false],
    ['Password reset is planned for Monday.', false],
    ['Password reset to be done.', false],
    ['Password reset has yet to be done.', false],
    ['Password reset is scheduled at 14:00.', false],
    ['Password reset should be arranged by the ward.', false],
    ['Password reset required.', false],
    ['Password reset requested.', false],
    ['Password reset was forgotten.', false],
    ['Awaiting the password reset.', false],
    ['Password reset tomorrow.', false],
  ])('accomplished: %s %s', (text, expected) => {
    expect(isAccomplished(modality(text))).toBe(expected);
  });
});
