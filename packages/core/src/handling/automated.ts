import type { CompiledProfile } from '../profile/compile.ts';
import { evidenceOf, findPhrase, quoteField } from '../text/find.ts';
import { isStated } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import type { Evidence } from '../verdict.ts';

const TOLD_IN = ['closeNotes', 'workNotes'];
/** Whole names, and words of names, of those who are no people. */
const NAMES = new Set(['system', 'event management', 'service now', 'servicenow']);
const WORDS = new Set(
  'automation automated automatic autobot bot robot rpa orchestrator orchestration scheduler integration monitoring script workflow runbook svc daemon selfheal webservice api'.split(
    ' ',
  ),
);
const TOLD = phraseSet([
  '(automatically|auto) (resolved|cleared|fixed|remediated|healed|recovered|repaired)',
  '(autoresolved|auto resolved|autoremediated|selfhealed)',
  '(resolved|fixed|remediated|cleared|repaired|handled|completed) automatically',
  '(resolved|fixed|remediated|cleared|repaired|handled|completed) by [(the|an|a|our)] [(automated|automatic|self healing|selfhealing|monitoring|remote|patch|endpoint)] (tool|script|bot|automation|runbook|workflow|robot|system|agent)',
  '(self healing|selfhealing|self heal|auto heal|autoheal|auto remediation|autoremediation) [(tool|script|job|agent|bot|workflow)] [(has|was)] [(successfully)] (resolved|fixed|ran|completed|remediated|cleared|repaired|closed|applied)',
  '(bot|automation|runbook|script|tool) (resolved|fixed|remediated|cleared|repaired) [the] (issue|incident|alert|ticket|problem|event|fault)',
]);

/** What shows that a tool resolved the ticket, not a person. */
export function findAutomation(text: TicketText, profile: CompiledProfile): Evidence | undefined {
  const { resolvedBy } = text.ticket;
  if (resolvedBy !== undefined && isMachine(profile.nameOf(resolvedBy.trim())))
    return quoteField('resolvedBy', resolvedBy);
  const found = findPhrase(text.passages(TOLD_IN), TOLD, isStated);
  return found && evidenceOf(found);
}

function isMachine(name: string): boolean {
  const { folded } = wordsOf(name);
  return NAMES.has(folded.join(' ')) || folded.some((word) => WORDS.has(word));
}
