import type { CompiledProfile, CompiledRubric, ReportMask, SelectionReport } from '@tqrs/core';
import type { RunInfo } from '@tqrs/report';

/** A run as its reports tell of it. */
export interface DescribedRun extends Pick<RunInfo, 'startedAt' | 'engine' | 'judge' | 'facts' | 'sources' | 'locale'> {
  readonly rubrics: readonly CompiledRubric[];
  readonly profile: CompiledProfile;
  /** Which tickets were reviewed. Undefined: all of them. */
  readonly selection: SelectionReport | undefined;
  readonly mask: ReportMask | undefined;
  readonly isAnonymous: boolean;
}

/** Describes a run for the report of each of its rubrics. */
export function describeRuns({
  rubrics,
  profile,
  selection,
  mask,
  isAnonymous,
  locale,
  ...run
}: DescribedRun): RunInfo[] {
  return rubrics.map(({ data, hash }) => ({
    ...run,
    rubric: { ...data, hash },
    profile: { id: profile.data.id, hash: profile.hash },
    ...(selection && { selection: mask?.selection(selection) ?? selection }),
    ...(isAnonymous && { anonymous: true }),
    ...(locale !== undefined && { locale }),
  }));
}
