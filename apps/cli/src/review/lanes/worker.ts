/** What a lane's thread runs. It gets its setup when it starts, and then one slice after the other. */
import {
  createOfflineJudge,
  createReportMask,
  createSpellChecker,
  loadProfile,
  loadRubric,
  type Profile,
  profileWords,
  type Rubric,
} from '@tqrs/core';
import type { ExportFacts } from '@tqrs/parser';
import type { FormatId, RunInfo } from '@tqrs/report';
import { workerData } from 'piscina';
import { createSliceReviewer, type SliceReviewer } from './review-slice.ts';

/** Everything that a lane's thread needs, as plain data. */
export interface LaneSetup {
  readonly rubrics: readonly Rubric[];
  readonly profile: Profile;
  readonly spelling: boolean;
  readonly facts: ExportFacts;
  readonly runs: readonly RunInfo[];
  readonly formats: readonly FormatId[];
  readonly keep: boolean;
  readonly pseudonymKey: string | undefined;
  readonly tell: boolean;
}

async function start(): Promise<SliceReviewer> {
  const setup = workerData as LaneSetup;
  const { spelling, facts, runs, formats, keep, pseudonymKey, tell } = setup;
  const rubrics = setup.rubrics.map((rubric) => loadRubric(rubric));
  const profile = loadProfile(setup.profile, { base: setup.profile });
  return createSliceReviewer({
    rubrics,
    profile,
    judge: createOfflineJudge(),
    spelling: spelling ? await createSpellChecker(profileWords(profile.data)) : undefined,
    facts,
    aliases: profile.data.fieldAliases,
    runs,
    formats,
    keep,
    mask: createReportMask({ rubrics, profile, pseudonymKey }),
    tell,
  });
}

export default start();
