import { expect, test } from 'vitest';
import { TextAnalyser } from '../../text/text-analyser.ts';
import { locateQuote } from './locate-quote.ts';
import { quoteProves } from './quote-proves.ts';

const TEXT =
  'Hello Ana,\nContact Number: 5551234\nWorking location:\nUnlocked the account, and it is fine now. See KB0012345.';

function proves(quote: string, text = TEXT): boolean {
  const span = locateQuote(text, quote) ?? expect.fail(`"${quote}" does not stand in the text`);
  return quoteProves(text, span, new TextAnalyser().analyse(text).formLines);
}

test.each([
  ['two words of content', 'Unlocked the account'],
  ['a number', '5551234'],
  ['an identifier', 'KB0012345'],
  ['a greeting', 'Hello'],
  ['a form line with its value', 'Contact Number: 5551234'],
])('%s proves something', (_, quote) => {
  expect(proves(quote)).toBe(true);
});

test.each([
  ['one word', 'account'],
  ['function words', 'and it is'],
  ['one word of content among function words', 'it is fine'],
  ['a form’s own label', 'Contact Number'],
  ['the label of a blank line', 'Working location:'],
])('%s proves nothing', (_, quote) => {
  expect(proves(quote)).toBe(false);
});

test('one word proves something where it is the whole value of the field', () => {
  expect(proves('hardware', ' Hardware ')).toBe(true);
});
