import type { ActionSentence } from './action-sentence.ts';

/** Records that follow a fault, or a piece of work to come. */
const RECORDS = new Set(
  (
    'jira jiras ticket tickets incident incidents case cases problem prb rca defect bug story epic change chg sr ritm req wo callout call task ' +
    'parent request category priority urgency severity crq rma cr ir dispatch'
  ).split(' '),
);
/** "PRB0071230", "chg0044001" */
const RECORD_NUMBER = /^(?:(?:inc|prb|chg|ritm|req|task|sctask|ctask|sr|wo)[-#]?\d{3,}|cs\d{7,})$/;
/** What is done to records. */
const KEEPING = new Set(
  'created raised opened logged filed registered submitted tagged linked attached mapped tracked transferred routed reassigned lowered corrected generated converted added gave given'.split(
    ' ',
  ),
);
const BACKGROUND = new Set('per under via with in of for'.split(' '));
/** Behind these stands what the deed was for, not what it was done to. */
const ENDS_OBJECT = new Set('for as per under with via in on by at from through and so'.split(' '));
/** What is passed on, without a thing: "raised to the vendor". */
const PASSING_ON = new Set(
  'raised forwarded escalated reassigned passed transferred routed rerouted referred redirected'.split(' '),
);
/** Who takes on what is "moved to" them. */
const WORKED_AT_BY = new Set(
  'support development engineering l1 l2 l3 team desk helpdesk servicedesk it vendor infra dba backlog operations ops'.split(
    ' ',
  ),
);
const LONGEST_SUBJECT = 10;
const LONGEST_OBJECT = 5;

/** "Created a problem ticket", "a Jira has been raised", "raised to the vendor": the fault is kept track of, not mended. */
export function isKeepingTrack(s: ActionSentence, at: number): boolean {
  const word = s.word(at);
  if (PASSING_ON.has(word) && s.word(at + 1) === 'to') return word === 'raised' || s.before(at) < 0;
  if (word === 'transferred' && s.isUsers(s.after(at))) return true;
  if (word === 'moved' && s.word(at + 1) === 'to')
    return (
      s.words.slice(at + 2, at + 4).some((by) => WORKED_AT_BY.has(by)) || s.words.slice(at + 2, at + 7).some(isRecord)
    );
  if (word === 'escalated' || isReplacedBy(s, at) || isPurchase(s, at)) return true;
  if (!KEEPING.has(word) || isForUser(s, at)) return false;
  const [from, to] = isOwnSubject(s, at) ? [at + 1, objectEnd(s, at)] : [Math.max(0, at - LONGEST_SUBJECT), at];
  for (let place = from; place < to; place++) if (isRecord(s.word(place)) && !isBackground(s, place)) return true;
  return false;
}

/** "Replaced by BQA-10557": another ticket. */
function isReplacedBy(s: ActionSentence, at: number): boolean {
  return (
    /^(?:replaced|superseded|covered)$/.test(s.word(at)) &&
    s.word(at + 1) === 'by' &&
    /\d/.test(s.word(at + 2) + s.word(at + 3))
  );
}

/** "PR raised", "raised a PO": something is bought, some day. */
function isPurchase(s: ActionSentence, at: number): boolean {
  return (
    /^(?:raised|created|placed|submitted)$/.test(s.word(at)) &&
    s.words.slice(Math.max(0, at - 3), at + 4).some((word) => /^(?:pr|po|pos|prs)$/.test(word))
  );
}

/** "Raised a request on behalf of the user": the desk spares the user the way. */
function isForUser(s: ActionSentence, at: number): boolean {
  return s.words.indexOf('behalf', at) > 0;
}

/** Somebody did it, or nobody is named: the object stands behind. */
function isOwnSubject(s: ActionSentence, at: number): boolean {
  return s.before(at) < 0 ? !isRecord(s.word(at - 1)) : /^(?:and|i|we|have|has|had|team)$/.test(s.word(s.before(at)));
}

function objectEnd(s: ActionSentence, at: number): number {
  let end = at + 1;
  while (end <= at + LONGEST_OBJECT && end < s.words.length && !ENDS_OBJECT.has(s.word(end))) end++;
  return end;
}

/** "as per the ticket", "under the change": not what it was done to. */
function isBackground(s: ActionSentence, place: number): boolean {
  return BACKGROUND.has(s.word(place - 1)) || BACKGROUND.has(s.word(place - 2));
}

/** A word for a record, or its number. */
export function isRecord(word: string): boolean {
  return RECORDS.has(word) || RECORD_NUMBER.test(word);
}
