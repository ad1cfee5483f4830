import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Catalogue, Session } from '../../api/index.ts';

/** What every view may need. */
export interface App {
  readonly catalogue: Catalogue;
  readonly session: Session;
  readonly setSession: (session: Session) => void;
  readonly openSettings: () => void;
  /** Says something to people who do not see the page. */
  readonly announce: (text: string) => void;
}

export const AppContext = createContext<App | undefined>(undefined);

/** See {@link App}. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new TypeError('Views stand inside of the app.');
  return app;
}
