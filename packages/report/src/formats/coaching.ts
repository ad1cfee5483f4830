import { localisationOf } from '../catalogue/localisation.ts';
import { AnalystTally } from '../coaching/analyst-tally.ts';
import { type CardFacts, cardFactsOf } from '../coaching/card-facts.ts';
import { FileNames } from '../html/file-names.ts';
import { renderCoachingIndex, renderCoachingPage } from '../html/render.ts';
import { coachingPageView } from '../html/view/coaching-page.ts';
import { visible, visibleLine } from '../html/view/visible.ts';
import { stringOf } from '../sinks/string-of.ts';
import type { FolderFormat } from './format.ts';

const FOLDER = 'coaching';

/**
 * A page for each analyst: strengths first, then the habits that would gain most, with examples from the analyst's own
 * tickets, and room to answer. Memory grows with the number of analysts, and not with that of tickets.
 */
export const coaching: FolderFormat = {
  id: 'coaching',
  kind: 'folder',
  description: 'a page for each analyst: strengths, habits that would gain most, room to answer',
  entry: `${FOLDER}/index.html`,
  render: (_run, _ticket, scorecard) => [JSON.stringify(cardFactsOf(scorecard))],
  async open(run, files) {
    const local = localisationOf(run.locale);
    const analysts = new Map<string, AnalystTally>();
    let unnamed = 0;
    return {
      async add(_number, [text = '{}']) {
        const facts = JSON.parse(stringOf(text)) as CardFacts;
        if (facts.analyst === undefined) {
          unnamed++;
          return;
        }
        let tally = analysts.get(facts.analyst);
        if (tally === undefined) {
          tally = new AnalystTally();
          analysts.set(facts.analyst, tally);
        }
        tally.add(facts);
      },
      async fail() {},
      async close({ summary: { breakdowns } }) {
        const known = breakdowns.find(({ id }) => id === 'analyst')?.rows ?? [];
        const rates = new Map(known.map(({ value, passRate }) => [value, passRate]));
        const names = new FileNames();
        const sorted = [...analysts].sort(([a], [b]) => (a < b ? -1 : 1));
        const rows = [];
        for (const [name, tally] of sorted) {
          const summary = tally.summary();
          const file = names.next(name);
          await files.write(
            `${FOLDER}/${file}`,
            renderCoachingPage(coachingPageView(name, summary, rates.get(name) ?? null, run, local), local),
          );
          const tickets = local.format.number(summary.tickets);
          rows.push({ name: visibleLine(name, 80), href: encodeURIComponent(file), tickets });
        }
        const rest = unnamed === 0 ? '' : local.t.coaching.index.unnamed(unnamed);
        await files.write(
          `${FOLDER}/index.html`,
          renderCoachingIndex({ title: visible(run.rubric.title), analysts: rows, unnamed: rest }, local),
        );
      },
    };
  },
};
