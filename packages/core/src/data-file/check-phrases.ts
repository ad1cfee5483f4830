import { checkPhrase } from '../text/phrases.ts';
import type { IssueLog } from './issue-log.ts';

/** Says so for each phrase that does not follow the phrase language. `log` stands at the list. */
export function checkPhrases(phrases: readonly string[], log: IssueLog): void {
  phrases.forEach((phrase, index) => {
    const place = log.at(index);
    if (place.commentAfter() !== undefined) {
      place.error(
        `the phrase ends at "${phrase}": YAML takes what follows the # for a comment`,
        'Put the phrase in quotes, or the comment on a line of its own.',
      );
    }
    try {
      checkPhrase(phrase);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      place.error(`the phrase cannot be read: ${message}`, 'Write it as docs/phrases.md shows.');
    }
  });
}
