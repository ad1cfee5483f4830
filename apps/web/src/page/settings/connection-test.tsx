import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionDiagnosis } from '../../api/index.ts';
import { requests } from '../api/requests.ts';
import { amount, money } from '../format.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { useAction } from '../state/use-action.ts';
import { words } from '../words/index.ts';

const { settings } = words;

/** Asks the model one small question, and tells what came of it. */
export function ConnectionTest() {
  const gone = useRef(new AbortController());
  const [diagnosis, setDiagnosis] = useState<ConnectionDiagnosis>();
  const test = useAction(async () => {
    setDiagnosis(undefined);
    setDiagnosis(await requests.testModel(gone.current.signal));
  });
  useEffect(() => () => gone.current.abort(), []);
  return (
    <div>
      <p class="actions">
        <button type="button" class="button" disabled={test.isBusy} onClick={() => test.run()}>
          {test.isBusy ? settings.testing : settings.test}
        </button>
      </p>
      <div role="status">{diagnosis && <Diagnosis diagnosis={diagnosis} />}</div>
      <FailureNote failure={test.failure} />
    </div>
  );
}

function Diagnosis({ diagnosis }: { readonly diagnosis: ConnectionDiagnosis }) {
  switch (diagnosis.status) {
    case 'offline':
      return <p class="note note-part">{settings.diagnosis.offline}</p>;
    case 'ok': {
      const facts = [settings.diagnosis.ok(diagnosis.answeredBy, `${amount(diagnosis.latencyMs)} ms`)];
      if (diagnosis.tokens !== null) facts.push(settings.diagnosis.tokens(diagnosis.tokens));
      if (diagnosis.costUsd !== null) facts.push(money(diagnosis.costUsd));
      return <p class="note note-good">{facts.join(' ')}</p>;
    }
    case 'failed':
      return (
        <p class="note note-bad">
          <strong>{diagnosis.message}</strong> {diagnosis.cure}
        </p>
      );
  }
}
