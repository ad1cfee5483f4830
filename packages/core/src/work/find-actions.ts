import type { Found } from '../text/find.ts';
import type { WordSpan } from '../text/lexicon.ts';
import { REQUEST } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import { overlapping } from '../text/spans.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DEEDS,
  DETERMINERS,
  EMPTY_WORDS,
  GOOD_STATES,
  MENDING_VERBS,
  NO_DEEDS,
  SENDING_ON,
  STAFF_WORDS,
  STATES,
  TELLING_VERBS,
  USER_WORDS,
  WEAK_VERBS,
} from './action-words.ts';
import { isAboutTheFault } from './fault-lines.ts';
import { verbForm } from './verbs.ts';

/** How far around a verb its objects are looked for, in words. */
const REACH = 9;

const WHO = '(user|usr|caller|customer|client|requester|he|she|they)';
/** What follows in the clause was told, supposed or found, not done. */
const ONLY_TOLD = phraseSet([
  `${WHO} [(has|had|is|was)] (report|reports|reported|reporting|says|said|states|stated|mentioned|complained|complains|claims|claimed|informed|explained|called|wrote|contacted|raised|wants|wanted|thinks|thought)`,
  '(found|noticed|observed|identified|realised|realized|discovered|noted|saw) [(that|the)]',
  '(due to|because|caused by|cause was|reason was|reason is|since|cause)',
  '(seems|looks like|appears|apparently|maybe|probably|presumably|assume|assuming|possibly|perhaps)',
  '(asked|called|calling|asking|enquired|inquired) (about|for|regarding)',
  'before',
]);
/** A clause that begins so tells since when something does not work, where it does not. */
const SINCE = phraseSet(['(after|when|as|since|because|ever since)']);
const TROUBLE = phraseSet([
  "(cannot|can't|cant|unable|still|fails|failing|crashes|crashing|stopped|stops|not able|couldn't|could not|not working|no longer|keeps|error|errors)",
]);
/** "changed his phone and hence": what precedes is the cause. */
const HENCE = phraseSet([
  '(hence|therefore|so|due to which|because of which|because of this|since then) ... (not|no|cannot|unable|error|fails|failed|stopped|locked)',
]);
const HELPED = phraseSet([
  '(fixed|fixes|fix|resolved|resolves|solved|solves|helped|helps|worked|works|cured|cleared|sorted) [(it|this|that|the|them)]',
  'did the trick',
]);
const DID_SO = phraseSet(['which (he|she|they|user) did', 'and (it|that|this) (worked|helped|fixed|resolved|solved)']);
const OUTCOME = phraseSet(['(resolved|fixed|working|works|confirmed|solved|done|able|ok|successfully)']);
/** A note of two or three words that ends so tells what was done: "System restart". */
const BARE_DEEDS = new Set('restart reboot reinstall reimage unlock rebuild'.split(' '));
/** What runs by itself does so too: "the backup completed". */
const RUNS = new Set(['completed', 'executed', 'performed', 'ran', 'run']);
const ISSUES = new Set('issue issues problem problems error errors incident ticket request query'.split(' '));
const BY = new Set([
  'by',
  'after',
  'through',
  'via',
  'with',
  'upon',
  'on',
  'post',
  'from',
  'tried',
  'following',
  'and',
  'then',
]);
const TRIES = new Set([
  'had',
  'able',
  'managed',
  'helped',
  'assisted',
  'guided',
  'followed',
  'used',
  'helping',
  'assisting',
]);
const ARTICLES_OF_NOUNS = new Set([
  'a',
  'an',
  'about',
  'for',
  'of',
  'regarding',
  'on',
  'reg',
  'no',
  'in',
  'with',
  'my',
  'your',
]);
const DOING = new Set(
  'done completed complete performed made finished executed initiated triggered successful ran run carried'.split(' '),
);
const ABOUT = new Set(
  'about of on how regarding that steps procedure process reg via where which to with and'.split(' '),
);
/** Past forms that are other words as well: they count at the head of a clause, behind an auxiliary, or behind staff. */
const PRONE = new Set('set put cut turned shared rolled hid shrunk pointed limited posted'.split(' '));

/** Words that tell of something that was done, in reading order. */
export function* findActions(passages: readonly Passage[]): Generator<Found> {
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      if (sentence.analysis.isQuestion || overlapping(passage.signatures, sentence) !== undefined) continue;
      yield* new SentenceReader(passage, sentence).actions();
    }
  }
}

class SentenceReader {
  readonly #passage: Passage;
  readonly #sentence: Sentence;
  readonly #words: readonly string[];
  readonly #clauses: readonly number[];

  constructor(passage: Passage, sentence: Sentence) {
    this.#passage = passage;
    this.#sentence = sentence;
    this.#words = sentence.analysis.words.folded;
    this.#clauses = sentence.analysis.clauses;
  }

  *actions(): Generator<Found> {
    for (let at = 0; at < this.#words.length; at++) {
      const words = { from: at, to: at + 1, gapped: false };
      if (!this.#tellsDeed(at) || this.#isVetoed(words)) continue;
      yield {
        passage: this.#passage,
        sentence: this.#sentence,
        words,
        modality: this.#sentence.analysis.modality(words),
      };
    }
  }

  #tellsDeed(at: number): boolean {
    const word = this.#word(at);
    if (MENDING_VERBS.has(word) && this.#mendsSomething(at)) return true;
    if (TELLING_VERBS.has(word)) return this.#tells(at);
    if (DEEDS.has(word) && this.#isDoneDeed(at)) return true;
    const form = verbForm(word);
    if (form === 'past' || WEAK_VERBS.has(word)) return this.#isPastDeed(at);
    if (form === 'gerund') return this.#isMeans(at);
    if (form === 'base') return word !== 'issue' && this.#isNoteOfDeed(at);
    return this.#isUnknownDeed(at);
  }

  /** "Unlocked the account", "we have unlocked", "was unlocked", "account unlocked". */
  #isPastDeed(at: number): boolean {
    const word = this.#word(at);
    const before = this.#before(at);
    const subject = this.#word(before);
    if (DETERMINERS.has(subject) || subject === 'be' || /^(?:auto|self)$/.test(this.#word(at - 1))) return false;
    if (subject === 'to') return TRIES.has(this.#word(before - 1));
    if (/^(?:nothing|none|nobody)$/.test(this.#word(this.#subject(before))) || this.#word(at + 1) === 'not')
      return false;
    if (/^(?:will|should|must|can|could|would|need|needs|not|shall)$/.test(subject)) return false;
    if (WEAK_VERBS.has(word)) {
      if (this.#isUsers(before) && !this.#isPassive(at)) return false;
      if (!this.#hasContent(at)) return false;
    }
    if (word === 'updated' && this.#isUsers(this.#after(at)) && !this.#hasContent(at)) return false;
    if (before < 0 || subject === 'and') return !(PRONE.has(word) && this.#isLast(at));
    if (this.#isPassive(at) && STATES.has(word) && this.#isUsers(before)) return false;
    if (word === 'restored' && /^(?:is|are)$/.test(subject)) return false;
    if (this.#isPassive(at)) return !(STATES.has(word) && !GOOD_STATES.has(word)) || this.#isPerfect(at);
    if (STAFF_WORDS.has(subject)) return true;
    if (RUNS.has(word)) return false;
    if (
      /^(?:automatically|itself|on)$/.test(this.#word(at + 1)) &&
      /^(?:automatically|itself|its)$/.test(this.#word(at + (this.#word(at + 1) === 'on' ? 2 : 1)))
    )
      return false;
    if (PRONE.has(word)) return !this.#isLast(at) && /^(?:up|on|off|back|to|as|in|out|down)$/.test(this.#word(at + 1));
    if (STATES.has(word) && !DETERMINERS.has(this.#word(at + 1)))
      return GOOD_STATES.has(word) && !USER_WORDS.has(subject);
    if (word === 'reset') return !this.#isNoun(at);
    return true;
  }

  /** Any other past form at the head of a clause, behind an auxiliary or behind staff. */
  #isUnknownDeed(at: number): boolean {
    const word = this.#word(at);
    if (/^(?:logged|signed)$/.test(word))
      return this.#before(at) < 0 && this.#words.slice(at + 1, at + 7).some((next) => next === 'off' || next === 'out');
    if (word === 'reported')
      return this.#before(at) < 0 && this.#words[at + 1] !== 'by' && this.#words.slice(at, at + 6).includes('to');
    if (this.#word(at - 1) === 're' && word.endsWith('ed')) return true;
    if (word.length < 5 || !word.endsWith('ed') || NO_DEEDS.has(word)) return false;
    const before = this.#before(at);
    const subject = this.#word(before);
    if (
      before >= 0 &&
      subject !== 'and' &&
      !STAFF_WORDS.has(subject) &&
      !(this.#isPassive(at) && !this.#isUsers(before))
    )
      return false;
    if (this.#isPassive(at)) return this.#isPerfect(at) || /^(?:was|were)$/.test(subject);
    return !this.#isLast(at) && !this.#word(at + 1).endsWith('ing');
  }

  /** "by restarting the router", "after clearing the cache", "restarting fixed it". */
  #isMeans(at: number): boolean {
    const before = this.#before(at);
    const behind = this.#word(before);
    if (/^(?:by|after|through|via|with|upon|post|following|tried|from)$/.test(behind)) return true;
    if (behind === 'and' && before > 0)
      return this.#words
        .slice(Math.max(0, before - 6), before)
        .some((word) => verbForm(word) === 'gerund' || BY.has(word));
    return (
      before < 0 &&
      this.#sentence.analysis
        .spans(HELPED)
        .some(({ from }) => from - at > 1 && !/^(?:to|as)$/.test(this.#word(from - 1)))
    );
  }

  /** "Restart the system and issue got resolved": the note tells what followed. "had to rebuild the profile". */
  #isNoteOfDeed(at: number): boolean {
    const before = this.#before(at);
    if (this.#word(before) === 'to') return this.#isManaged(before);
    if (/^(?:did|have|has)$/.test(this.#word(before))) return true;
    if (before >= 0 || /^(?:my|me|your)$/.test(this.#word(at + 1))) return false;
    const last = this.#passage.hits(OUTCOME).at(-1);
    if (last === undefined) return false;
    return last.sentence === this.#sentence ? last.words.from > at : last.sentence.start > this.#sentence.start;
  }

  /** "had to", "managed to", "helped the user to"; but what the user is able to do is no deed. */
  #isManaged(to: number): boolean {
    const from = Math.max(0, to - 6);
    return this.#words
      .slice(from, to)
      .some((word, index) => TRIES.has(word) && !(word === 'able' && this.#isUsers(this.#before(from + index))));
  }

  /** "password reset done", "performed a factory reset", "after a reboot", "a restart resolved it". */
  #isDoneDeed(at: number): boolean {
    if (this.#words.length <= 3 && at > 0 && at === this.#words.length - 1 && BARE_DEEDS.has(this.#word(at)))
      return true;
    const clause = this.#clauses[at];
    for (let next = at + 1; next <= at + 5 && this.#clauses[next] === clause; next++) {
      if (DOING.has(this.#word(next))) return this.#word(next - 1) !== 'be';
    }
    for (let last = at - 1; last >= at - 4 && last >= 0 && this.#clauses[last] === clause; last--) {
      const word = this.#word(last);
      if (/^(?:did|done|performed|made|completed|executed|ran|perform|by|via|tried)$/.test(word)) return true;
      if (/^(?:after|post|following)$/.test(word))
        return (
          this.#sentence.analysis.spans(OUTCOME).length > 0 &&
          !this.#words.some((other) => /^(?:will|should|may|might)$/.test(other))
        );
      if (word === 'out' && this.#word(last - 1) === 'carried') return true;
      if (word === 'to' || USER_WORDS.has(word)) break;
    }
    return (
      this.#sentence.analysis.spans(HELPED).some(({ from }) => from > at && from - at <= 4) &&
      verbForm(this.#word(at + 1)) === undefined
    );
  }

  /** "fixed the Outlook profile", but not "fixed the issue", "fixed by L2". */
  #mendsSomething(at: number): boolean {
    if (this.#word(at + 1) === 'by' && !this.#isPassive(at)) return this.#mendedBy(at);
    if (this.#isUsers(this.#before(at)) || this.#isPassive(at)) return false;
    const clause = this.#clauses[at];
    let content = false;
    for (let next = at + 1; next <= at + 6 && this.#clauses[next] === clause; next++) {
      const word = this.#word(next);
      if (ISSUES.has(word)) return false;
      if (
        next === at + 1 &&
        /^(?:by|on|with|through|as|via|and|after|in|for|at|per|to|over|from|now|it|using)$/.test(word)
      )
        return false;
      content ||= !EMPTY_WORDS.has(word) && !ADVERBS.has(word);
    }
    return content;
  }

  /** "config fixed by the network team": what was mended stands before, and is not "the issue". */
  #mendedBy(at: number): boolean {
    const objects = this.#words
      .slice(Math.max(0, at - 4), at)
      .filter((_, step) => this.#clauses[Math.max(0, at - 4) + step] === this.#clauses[at]);
    return objects.some((word) => !EMPTY_WORDS.has(word)) && !objects.some((word) => ISSUES.has(word));
  }

  /** "Informed the user about the steps", "advised to raise a request". */
  #tells(at: number): boolean {
    const before = this.#before(at);
    const passive = this.#isPassive(at) || USER_WORDS.has(this.#word(before));
    const clause = this.#clauses[at];
    let about = -1;
    for (let next = at + 1; next <= at + 7 && this.#clauses[next] === clause; next++) {
      if (ABOUT.has(this.#word(next))) {
        about = next;
        break;
      }
    }
    if (about < 0) return this.#word(at) === 'guided' && this.#hasContent(at);
    const link = this.#word(about);
    // "User informed that it works" is what the user said.
    if (passive && link === 'that' && !this.#isPassive(at)) return false;
    if (link === 'to' && this.#comesLater(about, DID_SO)) return true;
    if (link === 'to')
      return (
        this.#word(at) === 'guided' ||
        (SENDING_ON.has(this.#word(about + 1)) && this.#hasContent(at) && this.#word(about + 2) !== 'back')
      );
    return this.#hasContent(about, false);
  }

  /** Whether something that means anything stands near by: behind, or for a participle before. */
  #hasContent(at: number, before = true): boolean {
    const clause = this.#clauses[at];
    const isContent = (index: number) =>
      this.#clauses[index] === clause && !EMPTY_WORDS.has(this.#word(index)) && !ADVERBS.has(this.#word(index));
    for (let next = at + 1; next <= at + REACH; next++) if (isContent(next)) return true;
    const isObject = before && (this.#isPassive(at) || !/^(?:|and|i|we)$/.test(this.#word(this.#before(at))));
    for (let last = at - 1; isObject && last >= 0 && last >= at - REACH; last--) if (isContent(last)) return true;
    return false;
  }

  #isVetoed(span: WordSpan): boolean {
    const { analysis } = this.#sentence;
    const modality = analysis.modality(span);
    if (modality.negated && !this.#mendsFailed(span.from)) return true;
    if (modality.conditional && !this.#isOnceDone(span.from)) return true;
    if (modality.future && this.#word(span.from - 2) !== 'had') return true;
    if (this.#isAskedFor(span.from)) return true;
    const clause = this.#clauses[span.from];
    const isTold = analysis
      .spans(ONLY_TOLD)
      .some(
        (cue) =>
          cue.from < span.from &&
          cue.to <= span.from &&
          this.#clauses[cue.from] === clause &&
          !this.#staffBetween(cue.to, span.from),
      );
    if (isTold) return true;
    if (
      analysis.spans(SINCE).some((cue) => cue.from < span.from && this.#clauses[cue.from] === clause) &&
      this.#comesLater(span.from, TROUBLE)
    )
      return true;
    if (USER_WORDS.has(this.#word(this.#before(span.from))) && this.#comesLater(span.from, HENCE)) return true;
    return isAboutTheFault(this.#passage, this.#sentence.start + analysis.textSpan(span).start);
  }

  /** "please", "user requested": cues that reach here unless "and" or staff stand between, or "as" before them. */
  #isAskedFor(at: number): boolean {
    return this.#sentence.analysis.spans(REQUEST).some((cue) => {
      if (cue.from >= at || at - cue.to > 6 || this.#clauses[cue.from] !== this.#clauses[at]) return false;
      const between = this.#words.slice(cue.to, at);
      if (between.includes('and') || this.#staffBetween(cue.to, at)) return false;
      if (/^(?:help|assist)/.test(this.#word(cue.from)) && TRIES.has(this.#word(cue.from))) return false;
      if (verbForm(this.#word(at)) === 'gerund' && this.#word(cue.from).startsWith('tri')) return false;
      return !this.#words
        .slice(Math.max(0, cue.from - 3), cue.from)
        .some((word) => /^(?:as|per|upon|on|by)$/.test(word));
    });
  }

  #staffBetween(from: number, to: number): boolean {
    return this.#words.slice(from, to).some((word) => STAFF_WORDS.has(word));
  }

  /** "Removed the failed update": the failure belongs to the object. */
  #mendsFailed(at: number): boolean {
    return (
      this.#before(at) < 0 &&
      [1, 2].some((step) => /^(?:failed|pending|denied)$/.test(this.#word(at + step)) && !this.#isLast(at + step))
    );
  }

  /** "Once the driver was reinstalled it printed": told as past. */
  #isOnceDone(at: number): boolean {
    const cue = this.#words.lastIndexOf('once', at);
    return (
      cue >= 0 &&
      verbForm(this.#word(at)) === 'past' &&
      !this.#words.some((word) => /^(?:will|can|please|would|should|shall|kindly)$/.test(word))
    );
  }

  #isPassive(at: number): boolean {
    return AUXILIARIES.has(this.#word(this.#before(at)));
  }

  #isPerfect(at: number): boolean {
    return this.#words.slice(Math.max(0, at - 3), at).some((word) => /^(?:been|has|have|had|being)$/.test(word));
  }

  /** Whether the subject behind this position, past auxiliaries, is the user. */
  #isUsers(before: number): boolean {
    return USER_WORDS.has(this.#word(this.#subject(before)));
  }

  #subject(before: number): number {
    let at = before;
    while (at >= 0 && AUXILIARIES.has(this.#word(at))) at = this.#before(at);
    return at;
  }

  /** The word behind, past articles. */
  #after(at: number): number {
    return DETERMINERS.has(this.#word(at + 1)) ? at + 2 : at + 1;
  }

  /** "a password reset", "about the reset". */
  #isNoun(at: number): boolean {
    for (let last = at - 1; last >= 0 && last >= at - 4 && this.#clauses[last] === this.#clauses[at]; last--) {
      if (ARTICLES_OF_NOUNS.has(this.#word(last))) return true;
    }
    return false;
  }

  #isLast(at: number): boolean {
    return this.#clauses[at + 1] !== this.#clauses[at];
  }

  #comesLater(at: number, set: typeof HELPED): boolean {
    return this.#sentence.analysis.spans(set).some(({ from }) => from > at);
  }

  /** The word before, in the same clause and past adverbs; -1 at the head of the clause. */
  #before(at: number): number {
    let index = at - 1;
    while (
      index >= 0 &&
      this.#clauses[index] === this.#clauses[at] &&
      (ADVERBS.has(this.#word(index)) || /^\d+$/.test(this.#word(index)))
    )
      index--;
    return index >= 0 && this.#clauses[index] === this.#clauses[at] ? index : -1;
  }

  #word(at: number): string {
    return this.#words[at] ?? '';
  }
}
