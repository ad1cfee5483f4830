import { type Judge, type ModelJudge, memoryCache } from '@tqrs/core';
import { layeredCache, type RunStore } from '@tqrs/core/runs';
import type { JudgeChoice } from '../judge/choose-judge.ts';
import { usd } from '../terminal/format.ts';
import type { Keeping } from './kept-run.ts';
import { Recorder } from './recorder.ts';

/** The judge, with everything that is known already. */
export function openJudge(choice: JudgeChoice, store: RunStore | undefined, { cache }: Keeping): Judge | ModelJudge {
  if (choice.kind === 'offline') return choice.judge;
  const first = store?.answers ?? memoryCache();
  const kept = store?.answers.hasEarlier ? store.answers : undefined;
  return choice.open({
    cache: cache === undefined ? first : layeredCache(first, cache),
    unsettled: store?.answers.asked() ?? [],
    kept,
  });
}

/** Whether a language model judges. */
export function isModelJudge(judge: Judge | ModelJudge): judge is ModelJudge {
  return 'recall' in judge;
}

/** Keeps a run, and counts for its judge what was sent before. */
export function recorderFor(store: RunStore, judge: Judge | ModelJudge, { retryUnscored }: Keeping): Recorder {
  return new Recorder(store, {
    retryUnscored,
    recall: (sent) => {
      if (isModelJudge(judge)) judge.recall(sent);
    },
  });
}

/** What the model cost until now, in words; empty where nobody knows. */
export function spentSoFar(judge: Judge | ModelJudge): string {
  if (!isModelJudge(judge)) return '';
  const { costUsd } = judge.manifest().usage;
  return costUsd === null ? '' : usd(costUsd);
}
