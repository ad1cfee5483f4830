import { useEffect, useRef } from 'preact/hooks';

/**
 * Puts the focus somewhere near, where what had it is gone with a change: people at the keyboard do not begin at the top again.
 * @param near Finds an element that takes the focus.
 */
export function useKeptFocus(near: string, ...changes: readonly unknown[]): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>(near)?.focus({ preventScroll: true });
    isFirst.current = false;
  }, changes);
}
