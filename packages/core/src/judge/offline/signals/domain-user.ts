import { evidenceOf, findPhrase, quote } from '../../../text/find.ts';
import { phraseSet } from '../../../text/phrases.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notApplicable, notMetByAbsence } from '../replies.ts';
import { DOMAIN_LABEL, DOMAIN_RESET, findDomainUser, namesAccount, RESET } from './account.ts';

const FIELDS = ['shortDescription', 'description'];
const ELSEWHERE = phraseSet([
  '(sap|oracle|workday|salesforce|okta|concur|peoplesoft|voicemail|wifi|bitlocker|zoom|adobe|apple|iphone|gmail)',
]);
const isConcerned = (modality: { conditional: boolean; negated: boolean }) =>
  !modality.conditional && !modality.negated;

/** domain\user, for a password reset in Active Directory or a domain. */
export const domainUser = defineCheckSignal({
  id: 'domain-user',
  description: 'For a domain password reset: domain\\user as one, or a domain line and a user name line of the form.',
  answer(check, { text }) {
    const passages = text.passages(FIELDS);
    const reset = findPhrase(passages, RESET, isConcerned);
    const domain = reset && findPhrase(passages, DOMAIN_RESET, isConcerned);
    if (reset === undefined || domain === undefined) return notApplicable('No domain password is to be reset.');
    if (domain.sentence.analysis.spans(ELSEWHERE).length > 0)
      return notApplicable('The password belongs to an application, not to a domain.');
    for (const passage of text.passages(check.fields)) {
      const found = findDomainUser(passage.text);
      if (found !== undefined) return met([quote(passage, found)], 'domain\\user is given.');
      const domainLine = passage.formLines.find((line) => DOMAIN_LABEL.matches(line.label) && line.answer === 'given');
      const userLine = passage.formLines.find(namesAccount);
      if (domainLine !== undefined && userLine !== undefined) {
        return met(
          [domainLine, userLine].map(({ start, end }) => quote(passage, { start, end })),
          'The domain and the user are given.',
        );
      }
    }
    return notMetByAbsence(check, [evidenceOf(domain)]);
  },
});
