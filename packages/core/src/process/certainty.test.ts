import { describe, expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { type Found, findPhrases } from '../text/find.ts';
import { phraseSet } from '../text/phrases.ts';
import { fillsClause, isCertain, isUndenied } from './certainty.ts';

/** The first find of a phrase in a text, however it is presented. */
function find(text: string, phrase: string): Found {
  const passages = buildContext({ description: text }).text.passages(['description']);
  const [found] = findPhrases(passages, phraseSet([phrase]), () => true);
  return found ?? expect.fail(`"${phrase}" does not stand in "${text}"`);
}

describe('isCertain', () => {
  const LAPTOP = 'laptop [was] (stolen|lost)';

  test.each([
    'My laptop was stolen.',
    'The user reports that the laptop was stolen this morning.',
    'Laptop lost in the taxi yesterday.',
    'I think the weather is bad, and the laptop was stolen.',
    'Her laptop was stolen at the station in 5 minutes.',
    'He said "hello". The laptop was stolen.',
    'The laptop was lost. The old ticket is closed.',
  ])('the present case: %s', (text) => {
    expect(isCertain(find(text, LAPTOP))).toBe(true);
  });

  test.each([
    ['a guess', 'I think my laptop was stolen.'],
    ['a fear', 'She is afraid the laptop was stolen.'],
    ['hearsay', 'Apparently the laptop was lost.'],
    ['a likeness', 'It looks like the laptop was stolen.'],
    ['a pretence', 'He claims the laptop was stolen.'],
    ['a possibility', 'Possibly the laptop was lost.'],
    ['ago', 'The laptop was stolen two months ago.'],
    ['last year', 'Last year a laptop was stolen.'],
    ['in a year', 'The laptop was stolen in 2019.'],
    ['in a month', 'The laptop was lost in early March.'],
    ['another ticket', 'The laptop was lost in the previous ticket.'],
    ['a ticket number', 'Laptop was lost under INC0012345.'],
    ['taught', 'The training says what to do when a laptop was stolen.'],
    ['an article', 'KB0010045 laptop lost or found'],
    ['quoted', 'Opened the article “Laptop lost or stolen” in the portal.'],
  ])('%s is not certain: %s', (_, text) => {
    expect(isCertain(find(text, LAPTOP))).toBe(false);
  });
});

describe('fillsClause', () => {
  test.each([
    ['OWG', true],
    ['OWG, Oslo', true],
    ['Our OWG colleague, cannot print', true],
    ['Caller is OWG, in Oslo', true],
    ['OWG newsletter does not arrive', false],
    ['Printer of the OWG floor', false],
    ['Oslo, the OWG printer', false],
  ])('%s: %s', (text, expected) => {
    expect(fillsClause(find(text, 'OWG'))).toBe(expected);
  });
});

describe('isUndenied', () => {
  test.each([
    ['Used the self service portal.', true],
    ['The manager was told, not the colleague: used self service.', true],
    ['Self service did not work for her.', false],
    ['The self service portal was down.', false],
    ['Never used self service.', false],
    ['Self service timed out.', false],
    ['No answer from him, so he used self service.', true],
  ])('%s: %s', (text, expected) => {
    expect(isUndenied(find(text, 'self service'))).toBe(expected);
  });
});
