import { phraseSet } from '../text/phrases.ts';
import type { IssueLog } from './issue-log.ts';

/** Says so for each phrase that does not follow the phrase language. `log` stands at the list. */
export function checkPhrases(phrases: readonly string[], log: IssueLog): void {
  phrases.forEach((phrase, index) => {
    try {
      phraseSet([phrase]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log.at(index).error(`the phrase cannot be read: ${message}`, 'Write it as docs/phrases.md shows.');
    }
  });
}
