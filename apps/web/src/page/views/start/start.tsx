import { useCallback } from 'preact/hooks';
import { requests } from '../../api/requests.ts';
import { addFiles } from '../../parts/add-files.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { Title } from '../../parts/title.tsx';
import { useDrop } from '../../parts/use-drop.ts';
import { go } from '../../routing/use-route.ts';
import { useApp } from '../../state/app.ts';
import { defaultChoices, keepChoices } from '../../state/choices.ts';
import { useAction } from '../../state/use-action.ts';
import { words } from '../../words/index.ts';
import { RecentRuns } from './recent-runs.tsx';

/** Where everything begins: files, or the sample. */
export function Start() {
  const { catalogue } = useApp();
  const { sample } = catalogue;
  const begin = useAction(async (files: File[]) => {
    const { id } = await requests.newUpload();
    addFiles(id, files, 0, catalogue);
    go({ name: 'prepare', upload: id });
  });
  const trySample = useAction(async () => {
    const { id } = await requests.sample();
    if (sample !== null) keepChoices(id, { ...defaultChoices(catalogue), profile: sample.profile });
    go({ name: 'prepare', upload: id });
  });
  const onFiles = useCallback((files: File[]) => void begin.run(files), [begin.isBusy]);
  const isOver = useDrop(onFiles);
  const isBusy = begin.isBusy || trySample.isBusy;
  return (
    <div class="start">
      <div class="hero">
        <Title text={words.start.title} />
        <p class="lead">{words.start.text}</p>
      </div>
      <section class={`drop${isOver ? ' is-over' : ''}`} aria-labelledby="drop-title">
        <svg class="drop-mark" viewBox="0 0 48 48" aria-hidden="true">
          <path d="M24 31V9m0 0-8 8m8-8 8 8M9 31v6a3 3 0 0 0 3 3h24a3 3 0 0 0 3-3v-6" />
        </svg>
        <h2 id="drop-title">{isOver ? words.start.dropNow : words.start.drop}</h2>
        <p class="muted">{words.start.formats}</p>
        <p class="actions">
          <FileButton kind="button-main" disabled={isBusy} onFiles={begin.run}>
            {words.start.choose}
          </FileButton>
          <FileButton kind="wide-only" folder disabled={isBusy} onFiles={begin.run}>
            {words.start.chooseFolder}
          </FileButton>
        </p>
        {sample !== null && (
          <p class="sample">
            <span class="muted">{words.start.or}</span>
            <button type="button" class="button" disabled={isBusy} onClick={() => trySample.run()}>
              {words.start.sample}
            </button>
            <span class="muted">{words.start.sampleNote}</span>
          </p>
        )}
      </section>
      <FailureNote failure={begin.failure ?? trySample.failure} />
      <p class="muted centered">{words.start.stays}</p>
      <RecentRuns />
    </div>
  );
}
