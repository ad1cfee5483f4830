import { bandTone } from '@tqrs/report/marking';
import type { RunEventOf } from '../../../api/index.ts';
import { amount } from '../../format.ts';
import { Bar } from '../../parts/bar.tsx';
import type { RubricTally, Tally } from '../../state/tally.ts';
import { words } from '../../words/index.ts';

/** How the tickets are spread over the bands until now, for each rubric. */
export function Bands({ tally }: { readonly tally: Tally }) {
  return (
    <section class="card" aria-labelledby="bands">
      <h2 id="bands">{words.run.bands}</h2>
      {tally.start === undefined && <div class="skeleton skeleton-small" aria-hidden="true" />}
      {tally.start?.rubrics.map((rubric, place) => {
        const counts = tally.rubrics[place];
        return (
          counts && (
            <RubricBands
              key={rubric.id}
              rubric={rubric}
              counts={counts}
              total={tally.start?.total ?? tally.rowCount}
              isOnly={tally.rubrics.length === 1}
            />
          )
        );
      })}
    </section>
  );
}

interface RubricBandsProps {
  readonly rubric: RunEventOf<'start'>['rubrics'][number];
  readonly counts: RubricTally;
  /** Tickets of the run: the bar fills as they are reviewed. */
  readonly total: number;
  readonly isOnly: boolean;
}

function RubricBands({ rubric, counts, total, isOnly }: RubricBandsProps) {
  const bands = rubric.bands.map((band) => ({
    ...band,
    tone: bandTone(rubric.bands, band.id),
    tickets: counts.bands[band.id] ?? 0,
  }));
  return (
    <div class="rubric-bands">
      {!isOnly && <h3>{rubric.title}</h3>}
      <Bar
        label={words.run.bandsOf(rubric.title)}
        total={total}
        stretches={[
          ...bands.map(({ id, tone, tickets }) => ({ key: id, tone, value: tickets })),
          { key: '', tone: 'none', value: counts.unscored },
        ]}
      />
      <ul class="legend">
        {bands.map(({ id, title, tone, tickets }) => (
          <li key={id} class={`band-${tone}`}>
            {title} <strong>{amount(tickets)}</strong>
          </li>
        ))}
        <li class="band-none">
          {words.run.unscored} <strong>{amount(counts.unscored)}</strong>
        </li>
      </ul>
    </div>
  );
}
