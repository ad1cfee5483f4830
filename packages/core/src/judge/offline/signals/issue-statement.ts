import { quote } from '../../../text/find.ts';
import type { FormLine } from '../../../text/form-lines.ts';
import { isFunctionWord } from '../../../text/function-words.ts';
import { LabelKind } from '../../../text/label-kind.ts';
import { overlapping, type Span } from '../../../text/spans.ts';
import type { Passage } from '../../../text/ticket-text.ts';
import { type Words, wordsOf } from '../../../text/words.ts';
import type { Evidence } from '../../../verdict.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notMetByAbsence } from '../replies.ts';

/** How many words of meaning a statement needs, and how many of them the short description must not have. */
const MEANINGFUL = 3;
const NEW = 2;

const TITLE = ['shortDescription'];
const ISSUE_LABEL = new LabelKind([
  '[(the|user|detailed|brief|short|caller|exact|full|main|actual)] (issue|problem|description|details|summary|symptom|symptoms|request|query|reason|concern|error|requirement|complaint|situation) [(description|details|statement|summary|reported|faced|for call|of call|of the issue|of issue|in detail|message)]',
  'what happened',
  'what is the (issue|problem|matter)',
  'what s the (issue|problem)',
  '(reason|purpose) for [the] (call|contact)',
  'issue (described|as described) by [the] (user|caller)',
  '(user|caller) (reports|states|says|reported|stated)',
]);

/** A clear statement of the issue that says more than the short description. */
export const issueStatement = defineCheckSignal({
  id: 'issue-statement',
  description:
    'A sentence, or the issue line of a form, with words of meaning that the short description does not have.',
  answer(check, { text }) {
    const known = new Set(text.passages(TITLE).flatMap(({ text: title }) => meaningOf(wordsOf(title))));
    const passages = text.passages(check.fields);
    const said = new Set<string>();
    const news = new Map<string, Evidence>();
    let first: Evidence | undefined;
    for (const passage of passages) {
      for (const { span, words } of statements(passage)) {
        first ??= quote(passage, span);
        // A lone word is a place or an answer, not a statement.
        if (words.length < 2) continue;
        for (const word of words) {
          said.add(word);
          if (!known.has(word) && !news.has(word)) news.set(word, quote(passage, span));
        }
        if (said.size >= MEANINGFUL && news.size >= NEW) {
          const quotes = [...new Map([...news.values()].map((each) => [each.start, each])).values()];
          return met(quotes, 'The issue is stated, beyond the short description.', 'medium');
        }
      }
    }
    if (first === undefined) return notMetByAbsence(check, [], 'medium');
    return {
      ...notMetByAbsence(check, [first], 'medium'),
      rationale: 'The description says no more about the issue than the short description.',
    };
  },
});

/** Something said, and its words of meaning. */
interface Statement {
  readonly span: Span;
  readonly words: readonly string[];
}

/** Issue lines and sentences, without the lines of the form that are about the caller. */
function* statements(passage: Passage): Generator<Statement> {
  for (const line of passage.formLines) {
    if (line.answer !== 'blank' && ISSUE_LABEL.matches(line.label))
      yield { span: { start: line.valueStart, end: line.valueEnd }, words: meaningOf(wordsOf(line.value)) };
  }
  const other = passage.formLines.filter(isAboutSomethingElse);
  for (const sentence of passage.sentences) {
    const { start, end } = sentence;
    const line = overlapping(other, sentence);
    const mostlyForm = line !== undefined && Math.min(line.end, end) - Math.max(line.start, start) > (end - start) / 2;
    if (!mostlyForm && overlapping(passage.signatures, sentence) === undefined)
      yield { span: { start, end }, words: meaningOf(sentence.analysis.words) };
  }
}

/** Colons stand in prose too ("Error: the share is gone"): only short values after a label are a form. */
function isAboutSomethingElse({ label, value }: FormLine): boolean {
  return !ISSUE_LABEL.matches(label) && wordsOf(value).folded.length <= 8;
}

function meaningOf({ folded }: Words): string[] {
  return folded.filter((word) => word.length > 1 && !isFunctionWord(word)).map(stem);
}

/** `prints`, `printed` and `printing` say the same. */
function stem(word: string): string {
  if (!/[gds]$/.test(word)) return word;
  return word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/s$/, '');
}
