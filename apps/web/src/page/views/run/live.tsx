import type { Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { amount, duration, money } from '../../format.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Tile } from '../../parts/tile.tsx';
import { isOver } from '../../state/run-feed.ts';
import { secondsLeft, type Tally } from '../../state/tally.ts';
import { useAction } from '../../state/use-action.ts';
import { words } from '../../words/index.ts';
import { Bands } from './bands.tsx';
import { LatestRows } from './latest-rows.tsx';
import { ProblemList } from './problem-list.tsx';

interface LiveProps {
  readonly run: Run;
  readonly tally: Tally;
  readonly onChange: (run: Run) => void;
}

/** A run as it goes on. */
export function Live({ run, tally, onChange }: LiveProps) {
  return (
    <div class="stack">
      <Progress run={run} tally={tally} onChange={onChange} />
      <div class="live">
        <Bands tally={tally} />
        <LatestRows run={run} tally={tally} />
        {tally.problemCount > 0 && <ProblemList tally={tally} />}
      </div>
    </div>
  );
}

function Progress({ run, tally, onChange }: LiveProps) {
  const cancel = useAction(async () => onChange(await requests.cancel(run.id)));
  const done = tally.progress?.done ?? run.done;
  const total = tally.progress?.total ?? tally.start?.total ?? run.total;
  const costUsd = tally.progress?.costUsd ?? run.costUsd;
  const left = isOver(run) ? undefined : secondsLeft(tally);
  const share = total === null || total === 0 ? undefined : Math.floor((done / total) * 100);
  const isStarting = run.state === 'running' && tally.start === undefined;
  return (
    <section class="card" aria-labelledby="progress">
      <div class="card-head">
        <h2 id="progress">{words.run.progress}</h2>
        {!isOver(run) && (
          <button type="button" class="button" disabled={cancel.isBusy} onClick={() => cancel.run()}>
            {cancel.isBusy ? words.run.cancelling : words.run.cancel}
          </button>
        )}
      </div>
      <FailureNote failure={cancel.failure} />
      <progress
        class="progress"
        max={100}
        value={run.state === 'queued' || share === undefined ? 0 : share}
        aria-labelledby="progress"
      />
      <p class="muted fixed-line">
        {run.state === 'queued' ? words.run.queued : isStarting ? words.run.starting : ' '}
      </p>
      <dl class="tiles">
        <Tile label={words.run.done} value={amount(done)} detail={total === null ? '' : words.run.of(total)} />
        <Tile
          label={words.run.rate}
          value={tally.rate === undefined || isOver(run) ? words.unknown : words.run.perSecond(rateText(tally.rate))}
        />
        <Tile label={words.run.left} value={left === undefined ? words.unknown : duration(left)} />
        {run.model !== null && (
          <Tile
            label={words.run.cost}
            value={costUsd === null ? words.unknown : money(costUsd)}
            detail={words.run.requests(tally.progress?.requests ?? run.requests)}
          />
        )}
        <Tile label={words.run.problems} value={amount(tally.problemCount)} />
      </dl>
    </section>
  );
}

const rateText = (rate: number) => (rate >= 10 ? amount(rate) : rate.toFixed(1));
