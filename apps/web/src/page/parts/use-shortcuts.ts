import { useEffect, useRef } from 'preact/hooks';
import { areKeysOn } from '../state/keys.ts';

/** What keys do, by their names (`j`, `ArrowDown`, `?`). */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/** Where keys mean something else: fields that are typed into, and dialogs. */
const TAKEN = 'input:not([type=radio], [type=checkbox]), textarea, select, dialog';

/** Lets single keys do something as long as the view is shown, unless somebody types or has turned keys off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !areKeysOn()) return;
      if (event.target instanceof Element && event.target.closest(TAKEN) !== null) return;
      const act = latest.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
