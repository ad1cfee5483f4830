import { checkPhrases } from '../data-file/check-phrases.ts';
import type { IssueLog } from '../data-file/issue-log.ts';
import { checkField } from '../data-file/ticket-fields.ts';
import { isActive } from './compile-processes.ts';
import type { CriticalProcess, Requirement } from './schema.ts';

/** What must hold within a critical process. `log` stands at the process. */
export function checkProcess(id: string, process: CriticalProcess, log: IssueLog): void {
  if (isActive(process) && process.followedWhen.length === 0) {
    log.error(
      `the process "${id}" is found by something, but nothing could show that it was followed`,
      'Add a requirement under `followedWhen`, or `off: true` to switch the process off.',
    );
  }
  checkPhrases(process.foundBy.phrases, log.at('foundBy', 'phrases'));
  checkPhrases(process.foundBy.clausePhrases, log.at('foundBy', 'clausePhrases'));
  checkPhrases(process.foundBy.loosePhrases, log.at('foundBy', 'loosePhrases'));
  checkPhrases(process.foundBy.unlessPhrases, log.at('foundBy', 'unlessPhrases'));
  checkPhrases(process.notWhen?.donePhrases ?? [], log.at('notWhen', 'donePhrases'));
  checkPhrases(process.notWhen?.unlessDonePhrases ?? [], log.at('notWhen', 'unlessDonePhrases'));
  checkPhrases(process.violatedWhen?.phrases ?? [], log.at('violatedWhen', 'phrases'));
  checkPhrases(process.violatedWhen?.perhapsPhrases ?? [], log.at('violatedWhen', 'perhapsPhrases'));
  checkPhrases(process.violatedWhen?.unlessPhrases ?? [], log.at('violatedWhen', 'unlessPhrases'));
  checkPhrases(process.begunWhen, log.at('begunWhen'));
  checkPhrases(process.perhapsFollowed, log.at('perhapsFollowed'));
  process.followedWhen.forEach((requirement, index) => {
    checkRequirement(requirement, log.at('followedWhen', index));
  });
}

function checkRequirement(requirement: Requirement, log: IssueLog): void {
  checkPhrases(requirement.phrases, log.at('phrases'));
  checkPhrases(requirement.advise?.unlessPhrases ?? [], log.at('advise', 'unlessPhrases'));
  for (const field of Object.keys(requirement.fields)) checkField(field, 'text', log.at('fields', field));
  const empty = requirement.phrases.length === 0 && Object.keys(requirement.fields).length === 0;
  if (empty && !requirement.callerValidated) {
    log.error(
      'the requirement asks for nothing, so every ticket meets it',
      'Add `phrases`, `fields` or `callerValidated: true`.',
    );
  }
}
