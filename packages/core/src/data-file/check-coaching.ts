import { PLACEHOLDERS } from '../coaching/fill-coaching.ts';
import { suggest } from './closest.ts';
import type { IssueLog } from './issue-log.ts';

const IN_BRACES = /\{([a-z]+)\}/giu;

/** Says so for what looks like a placeholder and is none: it would reach the analyst as it stands. `log` stands at the text. */
export function checkCoaching(coaching: string, log: IssueLog): void {
  for (const [written, name = ''] of coaching.matchAll(IN_BRACES)) {
    if (!PLACEHOLDERS.includes(name)) log.warn(`there is no placeholder ${written}`, suggest(name, PLACEHOLDERS));
  }
}
