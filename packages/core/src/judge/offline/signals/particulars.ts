import { evidenceOf, findPhrase, quote } from '../../../text/find.ts';
import { LabelKind } from '../../../text/label-kind.ts';
import { type PhraseSet, phraseSet } from '../../../text/phrases.ts';
import type { Span } from '../../../text/spans.ts';
import type { Passage } from '../../../text/ticket-text.ts';
import type { Evidence } from '../../../verdict.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notApplicable, notMetByAbsence } from '../replies.ts';

const FIELDS = ['shortDescription', 'description'];
const LONGEST_TOKEN = 60;

/** Something that a resolver needs to the letter: what mentions it, and what gives it. */
interface Particular {
  readonly title: string;
  readonly mentioned: PhraseSet;
  /** "No error" mentions none; "no access to the shared drive" does mention one. */
  readonly evenNegated: boolean;
  readonly given: (passage: Passage) => Evidence | undefined;
}

const FILE_PATH =
  /\\\\[\w.$-]{1,60}\\[^\s"'<>|]{1,200}|\b[A-Za-z]:\\[^\s"'<>|]{0,200}|(?<![\w/])\/[\w.-]{1,60}\/[\w./-]{1,200}|https?:\/\/[^\s"'<>]{3,300}/;
/** `the mailbox claims-metz` */
const MAILBOX_NAME = /\bmailbox\s{1,3}["'“]?[A-Za-z]\w{0,30}[-._][\w.-]{1,40}/i;
const MAILBOX = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;
const ERROR_CODE =
  /\b(?:0x[0-9a-f]{4,8}|(?:error|code|err|status|event(?: id)?|exception)\s?[:#]?\s?-?\d{2,10}|[A-Z]{2,10}[-_]\d{2,8}|AADSTS\d{3,6}|HTTP\s?\d{3}|[45]\d\d\s(?:error|not found|forbidden|unauthori[sz]ed|bad gateway))\b/i;
const QUOTED = /["“”][^"“”\n]{6,300}["“”]|(?<!\w)['‘][^'‘’"\n]{6,300}['’](?!\w)/;
const AFTER_ERROR =
  /\b(?:error|message|popup|pop-up|prompt|warning|exception)\b[^:\n"“”]{0,40}(?::|saying|says|stating|states|reads|that says|as)\s{0,3}["“']?[\w"“'(][^\n]{5,}/i;

const PARTICULARS: readonly Particular[] = [
  {
    title: 'the text of the error',
    mentioned: phraseSet([
      '(error|errors|exception|error message|error code)',
      '(pop up|popup) [message]',
      'warning message',
      '(getting|gets|got|receiv*|shows|showing|throws|throwing|displays|displaying) ... (message|prompt)',
    ]),
    evenNegated: false,
    given: (passage) => first(passage, [AFTER_ERROR, ERROR_CODE, QUOTED]),
  },
  {
    title: 'the path of the file or folder',
    mentioned: phraseSet([
      '(shared|network|common|team|department) (drive|folder|share)',
      'file (share|path)',
      '(folder|share) path',
      '(access to|access) [(the|a)] (folder|share|drive)',
      'sharepoint (site|folder|library)',
    ]),
    evenNegated: true,
    given: (passage) => first(passage, [FILE_PATH]) ?? namedAfter(passage, PATH_LABEL),
  },
  {
    title: 'the name of the mailbox',
    mentioned: phraseSet([
      '(shared|group|team|generic|functional|resource) mailbox',
      '(access|permission|permissions|rights) (to|for|on) [(the|a)] mailbox',
      'mailbox access',
      'distribution (list|group)',
    ]),
    evenNegated: true,
    given: (passage) => first(passage, [MAILBOX, MAILBOX_NAME]) ?? namedAfter(passage, MAILBOX_LABEL),
  },
  {
    title: 'the approval',
    mentioned: phraseSet([
      "(needs|requires|require|pending|with|without|manager) [(manager|manager's|his|her)] approval",
      'approval (is|was|needed|required|from|by|received|attached)',
      'approved by',
    ]),
    evenNegated: false,
    given: (passage) => {
      const found = findPhrase([passage], APPROVAL, (modality) => !modality.negated && !modality.question);
      return found && evidenceOf(found);
    },
  },
];
const APPROVAL = phraseSet([
  'approved by',
  'approval ... (attached|received|given|granted|obtained|provided)',
  '(attached|received|got|obtained|has|have) ... approval',
  'approval (from|by|of)',
  '(manager|lead|director|owner|supervisor) [(has|already)] approved',
]);
const PATH_LABEL = phraseSet([
  '(folder|share|drive|path|site|directory|location) (name|path|is|named|called)',
  '(path|folder|share|drive)',
]);
const MAILBOX_LABEL = phraseSet(['(mailbox|list|group) (name|is|named|called)', 'mailbox']);

const CONCERNED = new LabelKind([
  '[(affected|concerned|full|exact)] (error|error message|error code|message|calendar|mailbox|folder|file|path|share|drive|site|url|link|ip|ip address|hostname|host name|server|printer|printer name|queue|report|transaction|record|database|asset tag|serial number|device name|computer name|pc name|workstation) [(name|path|number|code|address|text)]',
  'affected (user|users|system|application|device|item)',
]);

/** The particulars that a resolver needs, where the ticket has any: error text, path, mailbox, approval. */
export const particulars = defineCheckSignal({
  id: 'particulars',
  description:
    'Where the ticket speaks of an error, a shared folder, a mailbox or an approval: its text, path, name or source.',
  answer(check, { text }) {
    const given: Evidence[] = [];
    const lacking: { title: string; evidence: Evidence }[] = [];
    const passages = text.passages(check.fields);
    for (const particular of PARTICULARS) {
      const mention = findPhrase(
        text.passages(FIELDS),
        particular.mentioned,
        ({ negated, conditional, question }) => !conditional && !question && (particular.evenNegated || !negated),
      );
      if (mention === undefined) continue;
      const found = passages.map(particular.given).find((evidence) => evidence !== undefined);
      if (found !== undefined) given.push(found);
      else lacking.push({ title: particular.title, evidence: evidenceOf(mention) });
    }
    if (lacking.length > 0) {
      const reply = notMetByAbsence(
        check,
        lacking.map(({ evidence }) => evidence),
        'medium',
      );
      return { ...reply, rationale: `Mentioned, but not given: ${lacking.map(({ title }) => title).join(', ')}.` };
    }
    if (given.length > 0) return met(given, 'The particulars are given.', 'medium');
    const unasked = passages
      .map((passage) => first(passage, [ERROR_CODE, FILE_PATH, QUOTED]) ?? labelled(passage))
      .find((evidence) => evidence !== undefined);
    return unasked === undefined
      ? notApplicable('The ticket has no particulars to give.')
      : met([unasked], 'The particulars are given.', 'medium');
  },
});

function first(passage: Passage, patterns: readonly RegExp[]): Evidence | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(passage.text);
    if (match !== null)
      return quote(passage, wholeTokens(passage.text, match.index, match.index + Math.min(match[0].length, 200)));
  }
  return undefined;
}

/** Grows a find to white space: `PRT-07` of `LDS-PRT-07` is no code. */
function wholeTokens(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start > 0 && from - start < LONGEST_TOKEN && /[\w.\-/\\]/.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - to < LONGEST_TOKEN && /[\w\-/\\]/.test(text.charAt(end))) end++;
  return { start, end };
}

/** A line of the form that names the thing concerned. */
function labelled(passage: Passage): Evidence | undefined {
  const line = passage.formLines.find(({ label, answer }) => answer === 'given' && CONCERNED.matches(label));
  return line && quote(passage, { start: line.start, end: line.end });
}

/** A name given behind a label or in quotes: `folder name: Finance-Q3`, `the "Finance Q3" share`. */
function namedAfter(passage: Passage, labels: PhraseSet): Evidence | undefined {
  for (const line of passage.formLines) {
    const words = passage.text.slice(line.start, line.labelEnd).toLowerCase();
    if (line.answer === 'given' && /(?:folder|share|drive|path|mailbox|list|site)/.test(words))
      return quote(passage, { start: line.start, end: line.end });
  }
  for (const sentence of passage.sentences) {
    if (sentence.analysis.spans(labels).length > 0 && QUOTED.test(sentence.analysis.text))
      return quote(passage, sentence);
  }
  return undefined;
}
