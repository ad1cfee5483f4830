import type { SelectionReport } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { ATTACKS, attackedRun } from '../../test/attacks.ts';
import {
  failed,
  makeCard,
  makeTicket,
  middling,
  outcome,
  partial,
  proof,
  result,
  run,
  scored,
} from '../../test/fixtures.ts';
import { writeHtml } from '../../test/write.ts';

const cards = [middling(), partial(), failed()];
const body = (html: string | undefined) =>
  (html ?? '').replace(/<style>.*?<\/style>/s, '').replace(/<meta http-equiv[^>]*>/, '');
const strip = (html: string | undefined) =>
  body(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the HTML report', () => {
  test('is a page for the run and one for each ticket', async () => {
    const files = await writeHtml({
      cards,
      failures: [{ number: 'INC0010004', code: 'broken', message: 'Broken record.' }],
    });
    expect([...files.keys()].toSorted()).toEqual([
      'index.html',
      ...cards.map(({ ticket }) => `tickets/${ticket.number}.html`),
    ]);
    expect(files.get('index.html')?.match(/<tr><th scope="row">(?:<a|INC)/g)).toHaveLength(4);
  });

  test('looks as it did', async () => {
    const files = await writeHtml({ cards: [middling()] });
    await expect(body(files.get('tickets/INC0010001.html'))).toMatchFileSnapshot('../../test/golden/ticket.html');
    await expect(body(files.get('index.html'))).toMatchFileSnapshot('../../test/golden/index.html');
  });

  test('keeps the rows after the hundredth as a table for those without scripts', async () => {
    const many = Array.from({ length: 101 }, () => middling());
    const [short = '', long = ''] = [
      (await writeHtml({ cards: many.slice(1) })).get('index.html'),
      (await writeHtml({ cards: many })).get('index.html'),
    ];
    const rows = (part = '') => part.match(/^<tr><th scope="row"><a/gm)?.length;
    expect(short).not.toContain('<noscript>');
    const [before, rest, after, ...others] = long.split(/<\/?noscript>/);
    expect([rows(before) === rows(short), rows(rest), rows(after), others]).toEqual([true, 1, undefined, []]);
    expect(rest).toMatch(/^\n<table .*<\/table>\n$/s);
  });

  test('tells what was left out, and by which options', async () => {
    const selection: SelectionReport = {
      options: { where: ['priority<=2'], sample: { size: 3, seed: '<b>', stratify: 'analyst' } },
      tickets: 40,
      selected: 3,
      leftOut: [
        { option: 'where', value: 'priority<=2', reason: 'not-met', tickets: 30 },
        { option: 'sample', value: '3', reason: 'not-sampled', tickets: 7 },
      ],
      strata: [{ name: '<i>Ada\u202e', tickets: 10, selected: 3 }],
    };
    const page = (await writeHtml({ cards, run: { ...run, selection } })).get('index.html');
    expect(page).not.toMatch(/<b>|<i>|\u202e/);
    const text = strip(page?.replaceAll('&lt;', '<'));
    expect(text).toContain('What was left out 3 of 40 tickets were selected. 30 tickets: not priority');
    expect(text).toContain('Selection 3 of 40 tickets: priority');
  });

  test('the same run gives the same bytes', async () => {
    expect(await writeHtml({ cards })).toEqual(await writeHtml({ cards }));
  });

  test('examples lead to their tickets, and to nothing where there is no such ticket', async () => {
    const index = (await writeHtml({ cards })).get('index.html');
    expect(index).toContain('<a href="tickets/INC0010001.html#c-validation">INC0010001</a>');
    expect(index).toMatch(/<\/a> INC9999999/);
  });

  test('what was not exported is named so, and what was left blank too', async () => {
    const page = strip((await writeHtml({ cards: [partial()] })).get('tickets/INC0010002.html'));
    expect(page).toContain('Work notes: not exported');
    expect(page).toContain('Close notes Left blank');
    expect(page).toContain('Contact type blank');
    expect(page).toContain(
      'Not scored: a field that it needs was not exported. The work notes may hold the contact number',
    );
  });

  test('a missing element is stated with the fields that were searched', async () => {
    const page = strip((await writeHtml({ cards: [middling()] })).get('tickets/INC0010001.html'));
    expect(page).toContain(
      'Not found: error text, file or version. Searched: Short description, Description, Work notes',
    );
  });

  test('evidence leads to its highlight, and the highlight back', async () => {
    const page = (await writeHtml({ cards: [middling()] })).get('tickets/INC0010001.html') ?? '';
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    for (const id of targets) expect(page.split(`id="${id}"`)).toHaveLength(2);
    expect(targets).toContain('e-1');
    expect(targets).toContain('c-validation');
  });

  test('the words of a text stand unchanged between the highlights', async () => {
    const text = '  indented 🚢\n\n\tlines &amp; <b>\n end  ';
    const ticket = makeTicket({ description: text });
    const evidence = ['🚢\n\n\tlines', 'lines &amp', '<b>', 'd'].map((quote) => proof(ticket, 'description', quote));
    const scorecard = makeCard(ticket, [result('description', scored('complete', evidence))]);
    const page = (await writeHtml({ cards: [{ ticket, scorecard }] })).get('tickets/INC0010001.html') ?? '';
    const shown =
      page.split('<h3>Description</h3>')[1]?.match(/<div class="words" dir="auto">(.*?)<\/div>/s)?.[1] ?? '';
    const words = shown.replace(/<a class="ref".*?<\/a>/gs, '').replace(/<[^>]*>/g, '');
    expect(words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(text);
  });

  test('evidence that does not stand at its place is shown without a highlight', async () => {
    const ticket = makeTicket();
    const wrong = { field: 'description', start: 0, end: 5, quote: 'Never written' };
    const scorecard = makeCard(ticket, [result('category', scored('right', [wrong]))]);
    const page = (await writeHtml({ cards: [{ ticket, scorecard }] })).get('tickets/INC0010001.html') ?? '';
    expect(strip(page)).toContain('“ Never written ” not found at its place');
    expect(page).not.toContain('id="e-1"');
  });

  test('what a model took is told where one was asked', async () => {
    const usage = { requests: 6, inputTokens: 9_000, cachedInputTokens: 0, outputTokens: 600, costUsd: 0.03 };
    const asked = { ...outcome, summary: { ...outcome.summary, usage } };
    const page = strip((await writeHtml({ cards, outcome: asked })).get('index.html'));
    expect(page).toContain('Cost and usage Requests 6 2 a ticket Tokens in 9,000');
    expect(page).toContain('Cost $0.03 $0.01 a ticket');
    expect(strip((await writeHtml({ cards })).get('index.html'))).not.toContain('Cost and usage');
  });

  test('an interrupted run says so', async () => {
    const files = await writeHtml({ cards, outcome: { ...outcome, interrupted: true } });
    expect(strip(files.get('index.html'))).toContain('This run was stopped before its last ticket.');
  });
});

describe('hostile text', () => {
  /** Every tag and attribute that the templates themselves write. */
  const TAG = /<\/?([a-z0-9!-]+)((?:\s+[a-zA-Z0-9:-]+(?:="[^"]*")?)*)\s*\/?>/g;

  test.each(ATTACKS)('stays text in every field: %j', async (attack) => {
    const { failure, ticket, scorecard, ...rest } = attackedRun(attack);
    const files = await writeHtml({
      cards: [{ ticket, scorecard }],
      failures: [failure],
      run: rest.run,
      outcome: { ...outcome, summary: rest.summary },
    });
    const clean = body([...(await writeHtml({ cards: [middling()] })).values()].join(''));
    expect(files.size).toBe(2);
    for (const [path, html] of files) {
      expect(path).toMatch(/^(?:index|tickets\/[A-Za-z0-9_-]+)\.html$/);
      const markup = body(html).replace(/<script>.*?<\/script>/s, '');
      if (/[<>"&]/.test(attack)) expect(markup).not.toContain(attack);
      expect(markup.replace(TAG, '')).not.toMatch(/[<>]/);
      expect(markup).not.toMatch(/<[^>]*\s(?:on[a-z]+|style|srcdoc|src)\s*=/i);
      for (const [, name = ''] of markup.matchAll(TAG)) expect(clean).toContain(name);
      for (const [, href] of markup.matchAll(/href="([^"]*)"/g))
        expect(href).toMatch(
          /^(?:#[ec]-[a-z0-9-]*|#main|data:,|\.\.\/index\.html|tickets\/[\w%.~-]+\.html(?:#c-[a-z0-9-]*)?)$/,
        );
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
      expect(markup).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/);
      expect(html.match(/<script/g)?.length ?? 0).toBe(path === 'index.html' ? 1 : 0);
    }
  });

  test('no template lets text through unescaped but the page’s own style and script', async () => {
    const { readdir, readFile } = await import('node:fs/promises');
    const folder = new URL('./templates/', import.meta.url);
    for (const name of await readdir(folder)) {
      const raw = (await readFile(new URL(name, folder), 'utf8')).match(/\{\{\{.*?\}\}\}|\{\{&.*?\}\}/g) ?? [];
      expect([name, ...raw].join(' ')).toMatch(
        /^(?:page-style\.hbs \{\{\{css\}\}\}|page-end\.hbs \{\{\{script\}\}\}|[a-z-]+\.hbs)$/,
      );
    }
  });
});
