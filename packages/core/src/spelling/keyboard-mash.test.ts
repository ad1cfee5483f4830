import { expect, test } from 'vitest';
import { isKeyboardMash, isKeyboardRun } from './keyboard-mash.ts';

test.each(
  'asdf qwer lkjh zxcv poiu asdfgh asdfghjkl asdasdasd asdasdasdsad qweqwe asdkjh asdfjkl iuytre fghfgh'.split(' '),
)('%s is mash', (word) => expect(isKeyboardMash(word)).toBe(true));

test.each(
  'were tree pool asset sad power property treat desert bewertet wertvoll qwerty qwertz azerty asd lol vpn outlook reset refresh'.split(
    ' ',
  ),
)('%s is none', (word) => expect(isKeyboardMash(word)).toBe(false));

test('a single run', () => {
  expect(isKeyboardRun('asdf')).toBe(true);
  expect(isKeyboardRun('asdfjkl')).toBe(false);
  expect(isKeyboardRun('were')).toBe(false);
});
