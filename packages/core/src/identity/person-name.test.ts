import { describe, expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { nameEnd } from './person-name.ts';

/** The name that begins at a word of a text. */
function nameIn(text: string, word = 0): string | undefined {
  const [passage] = buildContext({ description: text }).text.passages(['description']);
  const analysis = passage?.sentences[0]?.analysis ?? expect.fail('no sentence');
  const end = nameEnd(analysis, word);
  if (end === undefined) return undefined;
  const { start, end: until } = analysis.textSpan({ from: word, to: end, gapped: false });
  return analysis.text.slice(start, until);
}

describe('a name begins', () => {
  test.each([
    ['Ada Olsen called', 0, 'Ada Olsen'],
    ['caller Ada Olsen from Oslo', 1, 'Ada Olsen'],
    ['Ada M. Olsen called', 0, 'Ada M. Olsen'],
    ['Ada Maria Olsen called', 0, 'Ada Maria Olsen'],
    ["Siobhan O'Neill called", 0, "Siobhan O'Neill"],
    ['Jean-Luc Picardie called', 0, 'Jean-Luc Picardie'],
    ['Olsen, Ada called', 0, 'Olsen, Ada'],
    ['Zoë Åkesson called', 0, 'Zoë Åkesson'],
    ['Ana Luiza de la Cruz Prado', 0, 'Ana Luiza de la Cruz Prado'],
    ['Vincent van der Meer rang', 0, 'Vincent van der Meer'],
    ['Ahmad bin Yusof rang', 0, 'Ahmad bin Yusof'],
  ])('%s, at word %i: %s', (text, word, name) => {
    expect(nameIn(text, word)).toBe(name);
  });
});

describe('no name begins', () => {
  test.each([
    ['one word alone', 'Ada called', 0],
    ['small letters', 'ada olsen called', 0],
    ['at a small word', 'the Ada Olsen', 0],
    ['capitals', 'ADA OLSEN called', 0],
    ['an acronym', 'VPN Olsen', 0],
    ['a product', 'Microsoft Outlook hangs', 0],
    ['a place of the system', 'Device Manager opens', 0],
    ['days', 'Monday Tuesday', 0],
    ['a role', 'Caller Verified by phone', 0],
    ['across a sentence mark', 'Ada: Olsen called', 0],
    ['a particle alone', 'Vincent van der rang', 0],
    ['behind the last word', 'Ada Olsen', 2],
  ])('%s: %s', (_, text, word) => {
    expect(nameIn(text, word)).toBeUndefined();
  });
});

test('a name has at most six words', () => {
  expect(nameIn('Ana Bea Cia Dia Eva Fia Gia Hea')).toBe('Ana Bea Cia Dia Eva Fia');
});
