import { isSysId, type Ticket } from '@tqrs/parser';
import type { Sentence } from '../text/text-analyser.ts';
import { wordsOf } from '../text/words.ts';
import { DETERMINERS, ROLE_WORDS, STAFF_WORDS, USER_WORDS } from './action-words.ts';
import { isOfUsersSide } from './user-side.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words between a subject and its verb. */
export const FILLERS = set(
  'has have had is was are were be been being now then also just can could who already finally successfully himself herself themselves both again later ' +
    'self did even since meanwhile afterwards immediately instantly promptly actually really still himself happily quickly easily normally meantime subsequently ' +
    'straight today yesterday then there here',
);
/** Capitalised words that are no names of people, whatever follows. */
const NO_NAMES = set(
  'issue ticket test tests same this that it now all and also then as resolution result outlook teams excel word printer laptop vpn monitoring system server ' +
    'application app network vendor automated after since when post now once if user-side access password account everything confirmation mail email call resolved fixed ' +
    'working service incident have has been not no yes please closed closing hence done checked verified tested successfully windows okta citrix onedrive sharepoint screen picture ' +
    'uptime grafana splunk nagios zabbix datadog fixes changes settings updates tests steps logs errors emails files users the a an we i there here what where which but so because while today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
    'august september october november december chrome edge zoom sap java adobe mfa sso intune azure word powerpoint power bi webex slack jira workday salesforce oracle exchange active directory ' +
    'internet wifi lan profile cache session token drive folder file files report page site link button device phone tablet scanner monitor keyboard mouse headset dock camera battery cable toner ' +
    'machine machines laptops notebook server servers service services request requests task job case call calls client clients certificate key keys policy rule rules group account accounts network line licence license update upgrade driver software hardware client browser database query job backup queue port switch router both each one two three four five nothing none some any',
);
/** Titles and words that lead to a name or a role. */
const TITLES = set(
  'mr mrs ms miss dr prof herr frau madame monsieur senor senora sir mme the our this that same his her their my said',
);
/** What a clause may begin with before its subject. */
const OPENERS = set(
  'and but or so as when while that because since after until before then hence where whereas though although now today yesterday later also ' +
    'if whether once which whom therefore plus n meanwhile afterwards finally however',
);

/** Verbs of which only people are subjects. */
const PEOPLES_VERBS = set(
  'signed logged opened tested tried checked watched made printed confirmed confirms said says wrote writes replied reports reported searched scanned sees saw agreed went did used connected ran heard spoke called rang phoned came joined played worked took booked typed sent accepted walked downloaded stayed received tapped badged found looked had held got gave asked told wants laughed thanked finds reads hears uses prints tells thinks answered mailed pinged weighed certified placed paid wishes agrees',
);

/** What people belong to who work on tickets together: "Product team", "Comm Ops". */
const GROUPS = set(
  'team teams support ops operations desk helpdesk servicedesk engineering dba dbas vendor supplier noc soc',
);
/** Words of a group's name that are looked at. */
const LONGEST_GROUP = 3;
/** How far back "they" looks for whom it stands for, in words. */
const PRONOUN_REACH = 12;

/** What belongs to a user: "user account" names no person. */
const BELONGINGS = set(
  'live environment prod production account accounts profile profiles laptop pc machine computer mailbox device desk id ids name names group groups side end rights permissions permission access data settings ' +
    'folder drive phone password manual guide interface license licence licences session token side role roles list screen system workstation object objects store training error acceptance',
);
const NOUNS = set('user usr caller customer client');

/** A pronoun without what is glued to it: `she's`, `they've`. */
export function bareWord(word: string): string {
  const cut = word.indexOf("'");
  return cut > 0 && /^(?:he|she|they|i|we)$/.test(word.slice(0, cut)) ? word.slice(0, cut) : word;
}

/** The capitalised word begins or goes on with the name of a group: "Product team", "Comm Ops". */
function isOfGroup(analysis: Sentence['analysis'], at: number): boolean {
  const {
    clauses,
    words: { folded },
  } = analysis;
  for (let next = at + 1; next <= at + LONGEST_GROUP && clauses[next] === clauses[at]; next++) {
    if (GROUPS.has(folded[next] ?? '')) return true;
    if (!/^\p{Lu}/u.test(analysis.wordAt(next))) return false;
  }
  return false;
}

/** Tells the people of a ticket apart: the user whom it is for, and those who work on it. */
export class People {
  readonly #names: ReadonlySet<string>;

  constructor({ caller, openedFor }: Ticket) {
    const names = [caller, openedFor].flatMap((name) =>
      name === undefined || isSysId(name) ? [] : wordsOf(name).folded,
    );
    this.#names = new Set(names.filter((name) => name.length > 2));
  }

  /** The word stands for the user: a word for one, or the caller's own name. */
  isUser(sentence: Sentence, at: number): boolean {
    const { analysis } = sentence;
    const { folded } = analysis.words;
    const word = bareWord(folded[at] ?? '');
    const before = folded[at - 1] ?? '';
    const next = folded[at + 1] ?? '';
    if (word === 'colleague') return /^(?:the|our)$/.test(before) && !/^(?:of|at|from|next|in|on|who)$/.test(next);
    if (NOUNS.has(word) && BELONGINGS.has(next)) return false;
    if (word === 'client' && at > 0 && !DETERMINERS.has(before)) return false;
    if (word === 'owner' && /^(?:app|application|product|process|service|data|system|site|folder|group)$/.test(before))
      return false;
    if (/^(?:they|them)$/.test(word) && this.#standsForGroup(sentence, at)) return false;
    if (USER_WORDS.has(word)) return before !== 'key' && before !== 'test';
    if (ROLE_WORDS.has(word)) return true;
    if (word === 'manager' && folded.includes('behalf')) return true;
    if (isOfUsersSide(folded, at)) return this.#acts(folded, at);
    return this.#names.has(word) && /^\p{Lu}/u.test(analysis.wordAt(at));
  }

  /** What only people do follows: "the ward confirmed", "gate agent can print". */
  #acts(folded: readonly string[], at: number): boolean {
    let verb = at + 1;
    while (FILLERS.has(folded[verb] ?? '')) verb++;
    return PEOPLES_VERBS.has(folded[verb] ?? '') || /^(?:can|could)$/.test(folded[verb - 1] ?? '');
  }

  /** "verified with the vendor, and they confirmed": a group is named last before "they". */
  #standsForGroup(sentence: Sentence, pronoun: number): boolean {
    const { folded } = sentence.analysis.words;
    for (let at = pronoun - 1; at >= Math.max(0, pronoun - PRONOUN_REACH); at--) {
      const word = folded[at] ?? '';
      if (GROUPS.has(word)) return true;
      if (/^(?:they|them)$/.test(word)) continue;
      if (this.isUser(sentence, at) || this.isTitled(sentence, at) || this.isNamed(sentence, at)) return false;
    }
    return false;
  }

  /** The word looks like somebody's name: `Sarah`, and `Okafor` in `Mr Okafor`. */
  isNamed({ analysis }: Sentence, at: number): boolean {
    const word = analysis.words.folded[at] ?? '';
    return (
      /^\p{Lu}\p{Ll}+$/u.test(analysis.wordAt(at)) &&
      !NO_NAMES.has(word) &&
      !STAFF_WORDS.has(word) &&
      !isOfGroup(analysis, at) &&
      !analysis.isInTitleCase
    );
  }

  /** A name behind a title, which makes it a person beyond doubt: `Mr Okafor`. */
  isTitled({ analysis }: Sentence, at: number): boolean {
    return (
      /^\p{Lu}/u.test(analysis.wordAt(at)) &&
      !/^(?:i|we|you|he|she|they|it|this|that)$/.test(analysis.words.folded[at] ?? '') &&
      /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|madame|sir)$/.test(analysis.words.folded[at - 1] ?? '')
    );
  }

  /** The user, or anybody who is named; the first word of a sentence names nobody by its capital. */
  isSomebody(sentence: Sentence, at: number): boolean {
    return this.isUser(sentence, at) || this.isTitled(sentence, at) || (at > 0 && this.isNamed(sentence, at));
  }

  /** A person who may stand for the user: a name counts where people's verbs follow, or a title stands before. */
  isPerson(sentence: Sentence, at: number): boolean {
    return (
      this.isUser(sentence, at) ||
      this.isTitled(sentence, at) ||
      (this.isNamed(sentence, at) && PEOPLES_VERBS.has(sentence.analysis.words.folded[at + 1] ?? ''))
    );
  }

  /** The subject of a verb is the user. `byName`: any name will do, because only people do this. */
  isSubject(sentence: Sentence, verb: number, byName: boolean): boolean {
    const { clauses, words } = sentence.analysis;
    let at = verb - 1;
    while (at >= 0 && FILLERS.has(words.folded[at] ?? '')) at--;
    if (at < 0) return false;
    const joined = words.folded[at] === 'and' || words.folded[at] === 'but' || clauses[at] !== clauses[verb];
    if (joined) return this.isActor(sentence, at + 1, byName);
    return (
      this.isUser(sentence, at) ||
      this.isTitled(sentence, at) ||
      (byName && (this.isNamed(sentence, at) || /^\p{Lu}\p{Ll}+'s$/u.test(sentence.analysis.wordAt(at))))
    );
  }

  /** The last person told of before this word is the user. */
  isActor(sentence: Sentence, before: number, byName = true): boolean {
    for (let at = before - 1; at >= 0; at--) {
      const word = bareWord(sentence.analysis.words.folded[at] ?? '');
      if (word === 'colleague' && this.isInSubjectPlace(sentence, at) && !this.isUser(sentence, at)) return false;
      if (
        !this.#isOwner(sentence, at) &&
        (this.isUser(sentence, at) ||
          this.isTitled(sentence, at) ||
          (byName && this.isNamed(sentence, at) && (at > 0 || this.#leads(sentence))))
      )
        return true;
      if (word === 'i' || word === 'we') return false;
      if (STAFF_WORDS.has(word) && word !== 'me' && word !== 'us' && this.isInSubjectPlace(sentence, at)) return false;
    }
    return false;
  }

  /** "a colleague of the user" */
  #isOwner({ analysis }: Sentence, at: number): boolean {
    const { folded } = analysis.words;
    return (DETERMINERS.has(folded[at - 1] ?? '') ? folded[at - 2] : folded[at - 1]) === 'of';
  }

  /** A clause begins with this noun, past articles, titles and a first name. */
  isInSubjectPlace({ analysis }: Sentence, at: number): boolean {
    const { clauses, words } = analysis;
    const isName = /^\p{Lu}/u.test(analysis.wordAt(at));
    let index = at - 1;
    while (
      index >= 0 &&
      clauses[index] === clauses[at] &&
      (TITLES.has(words.folded[index] ?? '') ||
        DETERMINERS.has(words.folded[index] ?? '') ||
        STAFF_WORDS.has(words.folded[index] ?? '') ||
        (isName && /^\p{Lu}/u.test(analysis.wordAt(index))))
    )
      index--;
    return index < 0 || clauses[index] !== clauses[at] || OPENERS.has(words.folded[index] ?? '');
  }

  /** A capital at the head of a sentence makes a name only where a verb of people follows. */
  #leads({ analysis }: Sentence): boolean {
    const verb = analysis.words.folded[1] ?? '';
    return PEOPLES_VERBS.has(verb) || /^(?:was|is|has|can|could)$/.test(verb);
  }
}
