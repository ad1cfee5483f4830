import type { RunState } from '../../api/index.ts';
import { words } from '../words/index.ts';

const TONES = {
  queued: 'none',
  running: 'open',
  cancelled: 'part',
  interrupted: 'part',
  finished: 'good',
  failed: 'bad',
} satisfies Record<RunState, string>;

/** Where a run stands. */
export function StateChip({ state }: { readonly state: RunState }) {
  return <span class={`chip toned tone-${TONES[state]}`}>{words.states[state]}</span>;
}
