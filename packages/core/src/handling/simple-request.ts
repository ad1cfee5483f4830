import { type Found, findPhrase, findPhrases } from '../text/find.ts';
import type { Modality } from '../text/modality.ts';
import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';

const ASKED_IN = ['shortDescription', 'description'];
const WORK_IN = ['workNotes', 'closeNotes'];
const ANYWHERE = [...ASKED_IN, ...WORK_IN];

/** A password to be reset, an account to be unlocked, an access to be given. */
export type SimpleKind = 'password-reset' | 'unlock' | 'access';

const PASSWORD = '(password|passwords|pwd|passwd|passcode|pw)';
const WHOSE = '[(the|a|an|his|her|my|their|user|users|callers)]';
const SYSTEM = '[(AD|LAN|Windows|domain|network|SAP|Okta|account|email|user|laptop)]';
const ACCOUNT = '(account|accounts|id|user|userid|profile|login|acct)';

const ASKED: Readonly<Record<SimpleKind, PhraseSet>> = {
  'password-reset': phraseSet([
    `${PASSWORD} ... (reset|resets|resetting|request|expired|expires|expire|expiry|expiring|forgotten|resetted)`,
    `(reset|resetting|change|forgot|forgotten|forget|lost|expired) [of] ${WHOSE} [own] ${SYSTEM} ${PASSWORD}`,
    `(doesn't|does not|can't|cannot|could not|couldn't|can not|unable to|not) (remember|recall) ${WHOSE} ${SYSTEM} ${PASSWORD}`,
    `(new|temporary|fresh|initial) ${SYSTEM} ${PASSWORD}`,
    `${PASSWORD} ... (incorrect|wrong|rejected|invalid|new one)`,
  ]),
  unlock: phraseSet([
    `${ACCOUNT} [(is|was|has|been|got|gets|being|still|keeps|getting)] [(now|been|getting)] (locked|locks|lock|locking|blocked)`,
    `locked [out] [(of|from)] ${WHOSE} ${SYSTEM} account`,
    'locked out',
    `(unlock|unlocked|unlocking) [(of|for)] ${WHOSE} ${SYSTEM} ${ACCOUNT}`,
    '(account|acct) (unlock|lockout|unlocking|lockouts)',
    'unlock (refused|request|requested|needed|required)',
  ]),
  access: phraseSet([
    '(need|needs|needed|request|requests|requested|requesting|require|requires|provide|provided|grant|granted|give|gave|want|wants|asks|asking|asked) [for] [(me|him|her|them|us|user|the)] [(the|a|an|user|new)] [(read|write|full|edit|admin|only|temporary|guest)] (access|permission|permissions|rights|membership)',
    '(grant|granted|give|provide|provided|request|requests|requesting|requested) ... (access|permission|permissions|rights)',
    '(access|permission|permissions) (request|is needed|is required|needed|required|requested|rights)',
    'request for [(the|an|full|read)] access',
    '(add|added|adding) ... to [(the|a|our)] ... (group|list|mailbox|DL|channel|folder|team)',
    'access to [(the|a|an|our)] ... (mailbox|folder|share|drive|site|group|list|database|library|channel|file|files)',
  ]),
};
/** A reset that has been tried already is none that is asked for. */
const ALREADY_DONE = phraseSet([
  `(tried|after|since|following|despite) [(a|the|his|her|my)] [(last|recent)] ${PASSWORD}`,
]);
/** What somebody has who is missing more than an access: "lost the access", "cannot access". */
const ACCESS_FAILS = phraseSet([
  "(lost|losing|no|not|cannot|can't|unable|denied|loses|intermittent|slow) ... access",
  '(denied|lost|fails|failed|failing|error|gone|slow|disappeared|vanished)',
]);

/** The deed, or the wish for it, that answers the request, where the issue was told otherwise: "cannot log in", and then an unlock. */
const DONE = phraseSet([
  `(new|temporary|fresh|initial) ${SYSTEM} ${PASSWORD}`,
  `(unlocked|unlock) [(the|his|her|their|user|users|callers)] ${SYSTEM} ${ACCOUNT}`,
  `${ACCOUNT} [(was|is|has been|got)] unlocked`,
  `(reset|resetted|reseted) [(the|his|her|their|user|users|callers)] ${SYSTEM} ${PASSWORD}`,
  `${PASSWORD} [(was|is|has been|got)] (reset|resetted)`,
]);
const LOGIN_FAILS = phraseSet([
  `${PASSWORD} ... (not|doesn't|won't|isn't) (work|working|accepted|accepting|accept|valid|recognised|recognized)`,
  "(cannot|can not|can't|cant|unable to|not able to|could not|couldn't) (log|login|logon|sign|signin|get) [(in|on)]",
  '(login|log in|logon|sign in) (issue|issues|problem|fails|failed|failing|failure|not possible|not working)',
]);

/** What takes more than to do as asked. */
const FAULT = phraseSet([
  '(error|errors|crash|crashes|crashed|crashing|freezes|frozen|freezing|slow|slowness|hangs|timeout|timeouts|bug|corrupt|corrupted|outage|greyed|grayed)',
  "(doesn't|does not|didn't|did not|not|isn't|is not|stopped|won't|will not|never|no longer) [(any|more|longer)] (work|working|start|starting|open|opening|load|loading|print|printing|sync|syncing|synchronize|connect|connecting|respond|responding|recognise|recognised|recognized|detect|detected|received|appear|appearing|show|shown)",
]);
const SEARCH = phraseSet([
  '(troubleshot|troubleshooted|troubleshooting|diagnosed|investigated|investigating|analysed|analyzed|reproduced)',
  '(cleared|removed|deleted|flushed|cleaned|renamed) ... (cache|cookies|temp|profile|registry)',
  '(event viewer|event log|event logs|registry|safe mode|ipconfig|network trace|wireshark)',
  '(reinstalled|uninstalled|reimaged|reconfigured|rebuilt|repaired)',
]);
/** A sentence that speaks of the login, the lock or the password itself tells of the request, not of another fault. */
const OF_THE_REQUEST = phraseSet([
  PASSWORD,
  '(lock|locks|locked|lockout|lockouts|unlocked|unlock|account|login|logon|sign|log|credential|credentials|creds|username|MFA)',
]);

/** What was asked for or done, and nothing besides. */
export interface SimpleRequest {
  readonly kind: SimpleKind;
  readonly found: Found;
}

/**
 * A ticket that asks for a password reset, an unlock or an access, and tells of nothing else that was to be found out.
 * Undefined: it is no such ticket.
 */
export function findSimpleRequest(text: TicketText): SimpleRequest | undefined {
  const request = findRequest(text);
  return request !== undefined && !hasMoreToFind(text) ? request : undefined;
}

function findRequest(text: TicketText): SimpleRequest | undefined {
  const asked = text.passages(ASKED_IN);
  for (const kind of ['password-reset', 'unlock', 'access'] as const) {
    const found = findPhrases(asked, ASKED[kind], isMeant).find(
      ({ sentence }) => sentence.analysis.spans(kind === 'access' ? ACCESS_FAILS : ALREADY_DONE).length === 0,
    );
    if (found !== undefined) return { kind, found };
  }
  if (findPhrase(asked, LOGIN_FAILS, isNotSupposed) === undefined) return undefined;
  const found = findPhrase(text.passages(ANYWHERE), DONE, isMeant);
  return found && { kind: 'unlock', found };
}

function hasMoreToFind(text: TicketText): boolean {
  const faults = findPhrases(text.passages(ASKED_IN), FAULT, isNotSupposed);
  const steps = findPhrases(text.passages(WORK_IN), SEARCH, isNotSupposed);
  return [...faults, ...steps].some(({ sentence }) => sentence.analysis.spans(OF_THE_REQUEST).length === 0);
}

/** Told, wished or asked: "when does my password expire?" is a request too. */
function isMeant({ negated, conditional }: Modality): boolean {
  return !(negated || conditional);
}

/** A fault is often told by denying something; only what is merely supposed does not count. */
function isNotSupposed({ conditional, question }: Modality): boolean {
  return !(conditional || question);
}
