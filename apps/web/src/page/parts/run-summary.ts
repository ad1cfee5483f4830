import type { Catalogue, Run } from '../../api/index.ts';
import { words } from '../words/index.ts';

/** The titles of a run's rubrics, in their order. */
export function rubricTitles({ settings, rubrics }: Run, catalogue: Catalogue): string[] {
  return settings.rubrics.map(
    (id, place) => rubrics[place]?.title ?? catalogue.rubrics.find((known) => known.id === id)?.title ?? id,
  );
}

/** The title of a run's profile. */
export function profileTitle({ settings }: Run, { profiles }: Catalogue): string {
  return profiles.find(({ id }) => id === settings.profile)?.title ?? settings.profile;
}

/** What a run is called: its exports. */
export const runTitle = ({ files }: Run): string => words.run.title(files);
