import { AUXILIARIES, STAFF_WORDS } from '../action-words.ts';
import { verbForm } from '../verbs.ts';

const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    LOOK: 'check checked checking verify verified verifying observe observed notice noticed find found see seen saw confirmed monitored investigated reviewed analysed analyzed identified noted compare compared tested tried looked inspected examined discovered',
    CLOSE: 'close closing closed resolve resolving resolved',
    SINCE: 'as since because due hence so therefore thus after once following',
    TRACK:
      'jira problem prb change chg defect bug story ticket incident parent master duplicate case sr task request issue record',
    USER: 'user users caller customer client requester he she they him her you your',
    NOT: "no not never cannot can't didn't doesn't don't isn't wasn't without unable none nothing",
    WOULD: 'will shall should must need needs to would could may might can',
    PLEASE: 'please pls kindly',
    FINE: 'working works fine ok okay normal good running successful successfully showing shows shown displayed available reflecting up',
    AMISS: 'failed failing fails error errors exception timeout down slow spike',
  }).flatMap(([kind, words]) => words.split(' ').map((word): [string, string] => [word, kind])),
);
const SHORTEST_PAST = 5;
const SHORTEST_GERUND = 6;

/** The kind of a word that shapes a sentence: a verb by its form, what people look at, close, keep track of. */
export function kindOfWord(word: string): string | undefined {
  const known = KINDS.get(word);
  if (known !== undefined) return known;
  if (AUXILIARIES.has(word)) return 'AUX';
  if (STAFF_WORDS.has(word)) return 'STAFF';
  const form = verbForm(word);
  if (form !== undefined) return form.toUpperCase();
  if (word.length >= SHORTEST_PAST && word.endsWith('ed')) return 'ED';
  return word.length >= SHORTEST_GERUND && word.endsWith('ing') ? 'ING' : undefined;
}
