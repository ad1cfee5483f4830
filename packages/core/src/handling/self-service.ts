import { evidenceOf, findPhrases } from '../text/find.ts';
import { isStated } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';

const NOTES = ['closeNotes', 'workNotes'];

/** The user's own deed. */
const OWN_DEED = phraseSet([
  '(himself|herself|themselves)',
  '(on|by) (his|her|their) own',
  '(user|caller|he|she|they|customer|client) [(has|then|successfully)] (reset|changed|unlocked|enrolled|installed|requested)',
  'went through',
]);
/** By a page or tool that is there for users. */
const OWN_TOOL = phraseSet([
  '(self service|selfservice|SSPR)',
  '(forgot|reset) password (page|link|portal|function|option)',
  '(software center|company portal|service portal|knowledge base)',
]);

/** What shows that the user solved it by self-service, be it with guidance. */
export function findSelfService(text: TicketText): Evidence | undefined {
  const found = findPhrases(text.passages(NOTES), OWN_TOOL, isStated).find(
    ({ sentence }) => sentence.analysis.spans(OWN_DEED).length > 0,
  );
  return found && evidenceOf(found);
}
