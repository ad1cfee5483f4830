import { findPhrase } from '../text/find.ts';
import { phraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import { notDenied, type Said, said } from './said.ts';
import type { Talk } from './talk.ts';

const BROKEN = phraseSet([
  '(error*|broken|crash*|slow|frozen|freez*|stuck|down|fails|failing|disconnect*|unresponsive|spinning|cracked|jump*|weird|strange|dies|died|reboots|failed|black|blank|missing|gone|disappear*|lost|locked|drops|dropping|flicker*|crackl*|hang*|hung|jam*|empty|unable|wrong|vanish*|stopped|read only|corrupt*|dead|outage|offline|muted|noisy)',
  "(not|no longer|never|doesn't|doesnt|don't|dont|won't|wont|isn't|isnt|cannot|can't|cant|couldn't|can not) ... (work*|open*|start*|load*|print*|connect*|log|login|sign|sync*|respond*|see|hear|find|reach*|access*|send*|receiv*|join*|turn*|recogni*|show*|get|use|update*|play*|charge*|display*|authori*)",
  'no (sound|picture|network|internet|connection|signal|new mails|mails|power|audio|video)',
  '(issue|problem|trouble) with',
]);
const ASKED_FOR = phraseSet([
  '(access|permission*|approval|licen*|rights|membership|authorisation|authorization)',
  '(new|another|additional|order|request) ... (laptop|phone|headset|mouse|keyboard|monitor|user|joiner|starter|account|mailbox|software)',
  '(install*|installation) ... (of|please|for|on)',
  '(how|where) (do|can|to|does) [(i|we|you)]',
  '(please|kindly) ... (give|grant|provide|add|create|install|order|remove|set)',
]);
const PASSWORD = phraseSet([
  '(password|passwort|pwd|pin|passcode) ... (reset|forgot*|forgotten|expired|expire|unlock|change*)',
  '(reset|forgot*|forgotten|expired|unlock*|change) ... (password|pwd|pin|account|passcode)',
  '(account|user|id) ... locked',
  'locked out',
  'password has gone',
  'password',
]);
/** A device that asks for a password all the time is broken; nobody has to reset anything. */
const ASKS_FOR_PASSWORD = phraseSet(['(ask*|prompt*|keeps|demand*) ... (password|pin|credentials)']);
/** Nothing that steps could mend. */
const DAMAGED = phraseSet([
  '(crack*|shatter*|smash*|swollen|bulging|burnt|burned|melted|soaked|spilled|spilt|snapped|dented|stolen|bent)',
  '(fell|fallen|dropped) [(down|it)] (from|off|on|into|the|out|to)',
  'in (pieces|two|half)',
  '(broken|torn) (glass|screen|display|hinge|key|plug|lid|case)',
  '(has|got) a belly',
]);

/** What the user needs. */
export interface Need {
  /** Something does not work as it should. */
  readonly broken: Said | undefined;
  /** A password, an unlock: done by whoever may do it, nothing to find out. */
  readonly password: Said | undefined;
  /** Access, a device, an answer: nothing is broken. */
  readonly request: Said | undefined;
  /** The short description speaks of it, where the conversation itself does not. */
  readonly title: 'broken' | 'password' | 'request' | undefined;
}

/** What the user asks for, in their own words and in the short description. */
export function needOf({ user }: Talk, text: TicketText): Need {
  const title = text.passages(['shortDescription']);
  const inTitle = (set: typeof BROKEN) => findPhrase(title, set, () => true) !== undefined;
  return {
    broken: said(user, BROKEN)[0],
    password: said(user, PASSWORD)[0],
    request: said(user, ASKED_FOR)[0],
    title: inTitle(ASKS_FOR_PASSWORD)
      ? 'broken'
      : inTitle(PASSWORD)
        ? 'password'
        : inTitle(BROKEN)
          ? 'broken'
          : inTitle(ASKED_FOR)
            ? 'request'
            : undefined,
  };
}

/** A thing is broken to pieces: steps mend nothing. */
export function isDamaged({ user }: Talk, text: TicketText): boolean {
  return (
    text.passages(['shortDescription']).some((passage) => passage.hits(DAMAGED).length > 0) ||
    said(user.slice(0, 2), DAMAGED, notDenied).length > 0
  );
}
