import { bandTone } from '@tqrs/report/marking';
import { useState } from 'preact/hooks';
import type { Run, RunEventOf, TicketResult, TicketRow } from '../../../api/index.ts';
import { percent, percentRange } from '../../format.ts';
import { Link } from '../../routing/link.tsx';
import { MOST_ROWS, type Tally } from '../../state/tally.ts';
import { words } from '../../words/index.ts';

/** Rows in the page at once. */
const PAGE = 12;
const { columns } = words.run;

const TONES = {
  passed: 'good',
  failed: 'bad',
  'auto-failed': 'bad',
  open: 'open',
  'not-applicable': 'none',
} satisfies Record<TicketResult['outcome'], string>;

/** The results as they come, the newest first. Whoever looks further back is not pushed along. */
export function LatestRows({ run, tally }: { readonly run: Run; readonly tally: Tally }) {
  const [held, setHeld] = useState<readonly TicketRow[]>();
  const [page, setPage] = useState(0);
  const rows = held ?? tally.rows;
  const end = rows.length - page * PAGE;
  const shown = rows.slice(Math.max(0, end - PAGE), end).reverse();
  const turn = (to: number) => {
    setPage(to);
    setHeld(to === 0 ? undefined : rows);
  };
  return (
    <section class="card latest" aria-labelledby="latest">
      <div class="card-head">
        <h2 id="latest">{words.run.latest}</h2>
        <p class="muted">{rows.length === 0 ? words.run.latestNone : words.run.latestNote}</p>
      </div>
      <table class="sheet rows">
        <caption class="visually-hidden">{words.run.latest}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.ticket}</th>
            <th scope="col" class="wide-only">
              {columns.assigned}
            </th>
            {tally.start === undefined || tally.start.rubrics.length < 2 ? (
              <>
                <th scope="col" class="num">
                  {columns.score}
                </th>
                <th scope="col">{columns.result}</th>
              </>
            ) : (
              tally.start.rubrics.map(({ id, title }) => (
                <th key={id} scope="col" class="num">
                  {title}
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {/* By their places: rows that move would be a page that jumps. */}
          {shown.map((row, place) => (
            <Row key={place} run={run} row={row} rubrics={tally.start?.rubrics ?? []} />
          ))}
        </tbody>
      </table>
      {rows.length > PAGE && (
        <nav class="pager" aria-label={words.run.latest}>
          <button type="button" class="button" disabled={page === 0} onClick={() => turn(0)}>
            {words.run.newest}
          </button>
          <button type="button" class="button" disabled={page === 0} onClick={() => turn(page - 1)}>
            {words.run.newer}
          </button>
          <button type="button" class="button" disabled={end <= PAGE} onClick={() => turn(page + 1)}>
            {words.run.older}
          </button>
          <span class="muted">{words.run.pageOf(page * PAGE + 1, page * PAGE + shown.length, rows.length)}</span>
        </nav>
      )}
      {held !== undefined && <p class="hint">{words.run.held}</p>}
      {tally.rowCount > MOST_ROWS && <p class="hint">{words.run.keptRows(MOST_ROWS)}</p>}
    </section>
  );
}

interface RowProps {
  readonly run: Run;
  readonly row: TicketRow;
  readonly rubrics: RunEventOf<'start'>['rubrics'];
}

function Row({ run, row, rubrics }: RowProps) {
  const [first] = row.results;
  return (
    <tr>
      <th scope="row">
        <Link to={{ name: 'run', run: run.id, view: 'results', ticket: row.page }}>{row.number}</Link>
        <span class="row-text">{row.shortDescription}</span>
      </th>
      <td class="wide-only">{row.assignedTo}</td>
      {rubrics.length > 1 ? (
        row.results.map((result, place) => (
          <td key={rubrics[place]?.id} class="num">
            <Score result={result} rubric={rubrics[place]} />
          </td>
        ))
      ) : (
        <>
          <td class="num">{first && <Score result={first} rubric={rubrics[0]} />}</td>
          <td>
            {first && (
              <span class={`toned tone-${TONES[first.outcome]} outcome`}>{words.run.outcomes[first.outcome]}</span>
            )}
            {first?.needsReview && <span class="tag tag-review">{words.run.needsReview}</span>}
          </td>
        </>
      )}
    </tr>
  );
}

function Score({
  result,
  rubric,
}: {
  readonly result: TicketResult;
  readonly rubric: RowProps['rubrics'][number] | undefined;
}) {
  const { percent: value, range, band } = result;
  const text = value !== null ? percent(value) : range !== null ? percentRange(range.min, range.max) : words.unknown;
  return band === null || rubric === undefined ? (
    <span class="muted">{text}</span>
  ) : (
    <span class={`score band-${bandTone(rubric.bands, band)}`}>{text}</span>
  );
}
