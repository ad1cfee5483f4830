import { useCallback, useEffect, useState } from 'preact/hooks';
import { requests } from '../../api/requests.ts';
import { addFiles } from '../../parts/add-files.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Title } from '../../parts/title.tsx';
import { useDrop } from '../../parts/use-drop.ts';
import { Link } from '../../routing/link.tsx';
import { useApp } from '../../state/app.ts';
import { type Choices, keepChoices, keptChoices } from '../../state/choices.ts';
import { useStore } from '../../state/store.ts';
import { transfersOf } from '../../state/transfers.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { words } from '../../words/index.ts';
import { Problem } from '../problem.tsx';
import { FileList } from './file-list.tsx';
import { Found } from './found.tsx';
import { SetUp } from './set-up.tsx';

/** Rubrics are ticked one after the other: what they find is asked for once. */
const SETTLE_MS = 300;

/** An upload before it is reviewed: its files, what was found in them, and how they are to be reviewed. */
export function Prepare({ id }: { readonly id: string }) {
  const { catalogue, session } = useApp();
  const transfers = transfersOf(id);
  const moving = useStore(transfers);
  const upload = useAnswer(id, (signal) => requests.upload(id, signal));
  const [chosen, setChoices] = useState(() => keptChoices(id, catalogue));
  // A model can be forgotten after it was chosen.
  const choices: Choices = session.model.current === null ? { ...chosen, judge: 'offline' } : chosen;
  const change = (some: Partial<Choices>) => {
    const next = { ...choices, ...some };
    setChoices(next);
    keepChoices(id, next);
  };
  useEffect(() => {
    transfers.onArrived = upload.again;
  }, [transfers, upload.again]);

  const files = upload.value?.files ?? [];
  const isMoving = moving.some(({ state }) => state !== 'failed');
  const { rubrics, profile } = choices;
  const inspectKey =
    files.length === 0 || isMoving || rubrics.length === 0
      ? undefined
      : JSON.stringify([files.map((file) => file.id), rubrics, profile]);
  const inspection = useAnswer(
    inspectKey,
    (signal) => requests.inspect(id, { rubrics: [...rubrics], profile }, signal),
    SETTLE_MS,
  );
  const there = files.length + moving.length;
  const add = useCallback((added: File[]) => addFiles(id, added, there, catalogue), [id, there, catalogue]);
  const isOver = useDrop(add);

  if (upload.failure?.code === 'upload-unknown')
    return (
      <Problem title={words.files.uploadGone} text={words.files.uploadGoneHint}>
        <Link to={{ name: 'start' }}>{words.navigation.start}</Link>
      </Problem>
    );
  const found = files.length > 0 ? inspection.value : undefined;
  return (
    <>
      <Title text={words.prepare.title} />
      <FailureNote failure={upload.failure} again={upload.again} />
      <div class={`prepare${isOver ? ' is-over' : ''}`}>
        <div class="stack">
          <FileList
            upload={id}
            files={files}
            transfers={transfers}
            inspection={found}
            onAdd={add}
            onChange={upload.put}
            isLoading={upload.value === undefined && !upload.failure}
          />
          {files.length > 0 && (
            <>
              <Found inspection={found} isBusy={inspection.isBusy || isMoving} />
              <FailureNote failure={inspection.failure} again={inspection.again} />
            </>
          )}
        </div>
        <SetUp
          upload={id}
          choices={choices}
          change={change}
          tickets={inspection.isBusy || isMoving || inspectKey === undefined ? undefined : found?.tickets}
          isMoving={isMoving}
          hasFiles={files.length > 0}
          model={session.model.current}
        />
      </div>
    </>
  );
}
