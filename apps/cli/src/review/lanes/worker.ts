/** What a lane's thread runs. It gets its setup when it starts, and then one slice after the other. */
import {
  createOfflineJudge,
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
}

async function start(): Promise<SliceReviewer> {
  const { rubrics, profile, spelling, facts, runs, formats, keep } = workerData as LaneSetup;
  return createSliceReviewer({
    rubrics: rubrics.map((rubric) => loadRubric(rubric)),
    profile: loadProfile(profile, { base: profile }),
    judge: createOfflineJudge(),
    spelling: spelling ? await createSpellChecker(profileWords(profile)) : undefined,
    facts,
    aliases: profile.fieldAliases,
    runs,
    formats,
    keep,
  });
}

export default start();
