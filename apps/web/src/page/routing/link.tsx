import type { ComponentChildren } from 'preact';
import { addressOf, type Route } from './route.ts';
import { go } from './use-route.ts';

interface LinkProps {
  readonly to: Exclude<Route, { name: 'unknown' }>;
  readonly id?: string;
  readonly class?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-current'?: 'page' | 'true';
  readonly children: ComponentChildren;
}

/** A link inside the page. A new tab, a bookmark and the like are the browser's own. */
export function Link({ to, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...rest} href={addressOf(to)} onClick={follow}>
      {children}
    </a>
  );
}
