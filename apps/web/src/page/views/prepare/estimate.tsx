import { requests } from '../../api/requests.ts';
import { money, shortAmount } from '../../format.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { type Choices, settingsOf } from '../../state/choices.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { words } from '../../words/index.ts';

const SETTLE_MS = 500;
const { prepare } = words;

interface EstimateProps {
  readonly upload: string;
  readonly choices: Choices;
  readonly isReady: boolean;
}

/** What a model would have to do for these choices, and cost, before anything is sent to it. */
export function Estimate({ upload, choices, isReady }: EstimateProps) {
  const settings = settingsOf(choices);
  const { value, failure, isBusy, again } = useAnswer(
    isReady ? JSON.stringify(settings) : undefined,
    (signal) => requests.estimate(upload, settings, signal),
    SETTLE_MS,
  );
  return (
    <div class="estimate" aria-busy={isBusy}>
      {failure ? (
        <FailureNote failure={failure} again={again} />
      ) : (
        <p role="status">
          {value === undefined || isBusy ? (
            prepare.estimating
          ) : (
            <>
              <strong>
                {value.likely.costUsd === null || value.worst.costUsd === null
                  ? prepare.estimateUnpriced
                  : prepare.estimateCost(money(value.likely.costUsd), money(value.worst.costUsd))}
              </strong>{' '}
              <span class="muted">
                {prepare.estimateText(
                  shortAmount(value.likely.requests),
                  shortAmount(value.likely.inputTokens + value.likely.outputTokens),
                )}
              </span>
            </>
          )}
        </p>
      )}
    </div>
  );
}
