import { evidenceOf, findPhrase, findPhrases, quote } from '../../../text/find.ts';
import { isRaised } from '../../../text/modality.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { Sentence } from '../../../text/text-analyser.ts';
import type { Passage } from '../../../text/ticket-text.ts';
import type { Evidence } from '../../../verdict.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notApplicable, notMetByAbsence } from '../replies.ts';
import { ACCOUNT, findDomainUser, namesAccount } from './account.ts';

const FIELDS = ['shortDescription', 'description'];
const NAMED = phraseSet([
  '(username|user id|userid|login id|login name|loginid|user name|upn|samaccountname|account name|network id|lan id|ad id|ntid|nt id)',
  '(account|login|profile|id) (of|for|is|named|called)',
  '(account|login)',
  '(for|of) (user|usr|account)',
  '(my|his|her|their|SAP|AD|Windows|domain) user is',
]);
const NO_USER_NAME = new Set([
  'password',
  'incorrect',
  'invalid',
  'unknown',
  'wrong',
  'missing',
  'blank',
  'field',
  'prompt',
  'locked',
  'disabled',
  'expired',
  'again',
  'today',
  'page',
  'screen',
  'issue',
  'error',
  'problem',
  'failed',
  'access',
  'details',
  'lockout',
  'unlock',
  'unlocked',
  'active',
  'inactive',
  'reset',
  'email',
  'credentials',
  'anymore',
  'either',
  'correctly',
  'recently',
  'yesterday',
  'created',
  'blocked',
  'suspended',
  'inaccessible',
  'urgent',
]);
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;

/** The name of the account, where an account is concerned. */
export const userName = defineCheckSignal({
  id: 'user-name',
  description:
    'Where an account is concerned: its name on a form line, as domain\\user, or after "user id", "account", "login".',
  answer(check, { text }) {
    const concerned = findPhrase(text.passages(FIELDS), ACCOUNT, isConcerned);
    if (concerned === undefined) return notApplicable('No account is concerned.');
    for (const passage of text.passages(check.fields)) {
      const found = accountName(passage);
      if (found !== undefined) return met([found], 'The account’s user name is given.');
    }
    return notMetByAbsence(check, [evidenceOf(concerned)]);
  },
});

/** "Unable to log in" concerns an account although it is negated. */
const isConcerned = (modality: { conditional: boolean }) => !modality.conditional;

/** The text right behind the word before `at`. */
function textBehind({ analysis }: Sentence, at: number): string {
  const start = analysis.words.ends[at - 1] ?? 0;
  return analysis.text.slice(start, start + 80);
}

function accountName(passage: Passage): Evidence | undefined {
  const line = passage.formLines.find(namesAccount);
  if (line !== undefined) return quote(passage, { start: line.start, end: line.end });
  const domainUser = findDomainUser(passage.text);
  if (domainUser !== undefined) return quote(passage, domainUser);
  for (const { sentence, words } of findPhrases([passage], NAMED, isRaised)) {
    const behind = textBehind(sentence, words.to);
    const length = endOfMatch(EMAIL, behind) ?? endOfUserName(behind);
    if (length === undefined) continue;
    const { start, end } = sentence.analysis.textSpan(words);
    return quote(passage, { start: sentence.start + start, end: sentence.start + end + length });
  }
  return undefined;
}

function endOfMatch(pattern: RegExp, text: string): number | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : match.index + match[0].length;
}

/**
 * Where the user name that comes next ends: a word made of letters and digits, or of parts joined by dots or underscores
 * (`jdoe01`, `ada.example`), or a plain word, small or in capitals, that ends its clause (`Username jdoe.`).
 */
function endOfUserName(behind: string): number | undefined {
  const match = /^[\s:"'(=-]{0,4}(?:(?:is|was|of|for|named|called)\s{1,2})?["'(]?([A-Za-z][\w.-]{1,40})(.?)/.exec(
    behind,
  );
  const next = match?.[1]?.replace(/[.-]+$/, '');
  if (match === null || next === undefined) return undefined;
  const length = match[0].lastIndexOf(next) + next.length;
  if (/\d/.test(next) || /\w[._]\w/.test(next)) return /^\w+\.(?:com|exe|net|org)$/i.test(next) ? undefined : length;
  const ends = match[2] !== ' ' || match[1] !== next;
  return ends && /^(?:[a-z]{4,}|[A-Z]{5,})$/.test(next) && !NO_USER_NAME.has(next.toLowerCase()) ? length : undefined;
}
