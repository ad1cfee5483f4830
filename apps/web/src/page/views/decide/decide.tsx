import { useRef, useState } from 'preact/hooks';
import type { Run } from '../../../api/index.ts';
import type { Route } from '../../routing/route.ts';
import type { QuestionId } from '../../state/question.ts';
import { useQueue } from '../../state/use-queue.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { QuestionPage } from './question-page.tsx';
import { QueueList } from './queue-list.tsx';
import { ReportState } from './report-state.tsx';

interface DecideProps {
  readonly run: Run;
  readonly route: Route & { readonly name: 'run' };
  readonly onChange: (run: Run) => void;
}

/** What waits for a person in a run, and one question of it at a time. */
export function Decide({ run, route, onChange }: DecideProps) {
  const queue = useQueue(run.id);
  const [isHelp, setHelp] = useState(false);
  const last = useRef<QuestionId | undefined>(undefined);
  const showKeys = () => setHelp(true);
  return (
    <div class="stack">
      <ReportState run={run} onChange={onChange} />
      {route.position === undefined ? (
        <QueueList run={run} queue={queue} last={last.current} showKeys={showKeys} />
      ) : (
        <QuestionPage
          key={route.position}
          run={run}
          route={{ ...route, position: route.position }}
          queue={queue}
          showKeys={showKeys}
          onShown={(question) => {
            last.current = question;
          }}
          onChange={onChange}
        />
      )}
      {isHelp && <KeysDialog onClose={() => setHelp(false)} />}
    </div>
  );
}
