import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCard, makeTicket, proof, result, scored } from '../../../test/fixtures.ts';
import { writeHtml } from '../../../test/write.ts';
import { breakable, cutText } from './long-text.ts';

describe('a long run', () => {
  test('may break about every hundred characters', () => {
    expect(breakable(`a ${'x'.repeat(650)} b`).map((piece) => piece.length)).toEqual([
      102, 100, 100, 100, 100, 100, 52,
    ]);
  });

  test('of 500 characters stays whole', () => {
    expect(breakable(`${'x'.repeat(500)} ${'y'.repeat(500)}`)).toHaveLength(1);
  });

  test('keeps its text and its characters', () => {
    const run = fc
      .constantFrom('x', '🚢', 'e\u0301', ' ')
      .chain((unit) => fc.nat(900).map((times) => unit.repeat(times)));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 4 }), (runs) => {
        const text = runs.join('');
        const pieces = breakable(text);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(piece.isWellFormed() && !piece.startsWith('\u0301')).toBe(true);
      }),
    );
  });
});

describe('a long field', () => {
  test('is cut between characters', () => {
    expect(cutText('short')).toBe('short');
    expect(cutText(`${'x'.repeat(19_999)}🚢`)).toBe('x'.repeat(19_999));
  });

  test('says how much more there is, and that stands for the evidence there', async () => {
    const ticket = makeTicket({ description: `begin ${'A'.repeat(1_000_000)} end` });
    const evidence = [proof(ticket, 'description', 'begin'), proof(ticket, 'description', 'end')];
    const scorecard = makeCard(ticket, [result('description', scored('complete', evidence))]);
    const page = (await writeHtml({ cards: [{ ticket, scorecard }] })).get('tickets/INC0010001.html') ?? '';
    expect(page.length).toBeLessThan(100_000);
    expect(page).toContain('A<wbr>A');
    expect(page).toMatch(/id="e-2"><\/span><span class="blank"> … and 980,010 more characters<\/span><a class="ref"/);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });
});
