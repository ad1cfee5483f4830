import { english } from './en/index.ts';
import type { Formatter } from './formatter.ts';

/** Every text of a report, for one locale. */
export type Catalogue = ReturnType<typeof english>;

/** The catalogues by language, as BCP 47 names it. A further language is a folder beside `en`, and a line here. */
export const LANGUAGES = { en: english } satisfies Record<string, (format: Formatter) => Catalogue>;
