import { readField, type Ticket } from '@tqrs/parser';
import type { Check, Grade, ProfilePart } from '../../rubric/schema.ts';
import type { ChecklistQuestion, GradeQuestion, JudgeContext, Question, QuestionKey } from '../judge.ts';
import { isAskedOf } from '../offline/declared-phrases.ts';
import type { Bundle } from './prompt/bundle.ts';
import { levelsText, quoteFrom } from './prompt/question-text.ts';

/** Where an answer belongs. */
export interface AnswerPlace {
  readonly key: QuestionKey;
  readonly checkId?: string;
}

interface CommonItem {
  /** Names it in the prompt and in the answer: letters, digits, `-` and `_`. */
  readonly id: string;
  /** Everything that its answer answers: the same question of two rubrics is asked once. */
  readonly places: readonly AnswerPlace[];
  /** The exported fields that a quote may come from. */
  readonly fields: readonly string[];
  /** Fields that it is answered from, whether they may be quoted or not. */
  readonly reads: readonly string[];
  readonly verdicts: readonly string[];
  /** The verdicts that are left, where rules excluded some. */
  readonly only?: readonly string[];
  /** The question itself, where the bundle does not hold it. */
  readonly inline?: string;
}

/** One check of a checklist, to be asked. */
export interface CheckItem extends CommonItem {
  readonly kind: 'check';
  readonly check: Check;
  readonly question: ChecklistQuestion;
}

/** A grade, to be asked. */
export interface GradeItem extends CommonItem {
  readonly kind: 'grade';
  readonly question: GradeQuestion;
}

/** The smallest thing that is asked and answered by itself. */
export type Item = CheckItem | GradeItem;

/** What a question needs to be told of the ticket beside its own fields. */
const FIELDS_OF_PART: Readonly<Partial<Record<ProfilePart, readonly string[]>>> = {
  'routing-needs': ['assignmentGroup'],
};

/** What is to be asked about a ticket. Checks that do not apply, and those whose fields nobody can see, are left out. */
export function itemsOf(questions: readonly Question[], bundle: Bundle, context: JudgeContext): Item[] {
  const items = new Map<string, Item>();
  for (const question of questions) {
    const asked =
      question.type === 'grade' ? [gradeItem(question, bundle, context)] : checkItems(question, bundle, context);
    for (const item of asked) {
      if (item === undefined || item.fields.length === 0) continue;
      const same = items.get(identity(item));
      items.set(identity(item), same === undefined ? item : { ...same, places: [...same.places, ...item.places] });
    }
  }
  return [...items.values()];
}

/** What is asked, whatever it is called. */
function identity({ id, inline, verdicts }: Item): string {
  return `${inline === undefined ? id : inline.replace(id, '')}\n${verdicts.join()}`;
}

/** The id of a question that no bundle holds: unique among the rubrics of a run. */
function rareId(key: QuestionKey, which: 'first' | 'second'): string {
  return `${key.replace('/', '_')}_${which}`;
}

function checkItems(question: ChecklistQuestion, bundle: Bundle, context: JudgeContext): Item[] {
  return question.checks.flatMap((check) => {
    if (!isAskedOf(check, context)) return [];
    const extra = check.needs.flatMap((part) => FIELDS_OF_PART[part] ?? []);
    return {
      kind: 'check',
      id: idIn(bundle, `${question.key}/${check.id}`),
      places: [{ key: question.key, checkId: check.id }],
      check,
      question,
      fields: exported(check.fields, context.ticket),
      reads: [...question.criterion.fields, ...extra],
      verdicts: ['met', 'not-met', ...(check.judgeMayWaive ? ['not-applicable'] : []), 'cannot-assess'],
    };
  });
}

function gradeItem(question: GradeQuestion, bundle: Bundle, { ticket }: JudgeContext): Item {
  const { key, criterion, grade, levels } = question;
  const waiver = question.mayWaive ? ['not-applicable'] : [];
  const item = {
    kind: 'grade',
    places: [{ key }],
    question,
    fields: exported(criterion.fields, ticket),
    reads: [...criterion.fields, ...grade.needs.flatMap((part) => FIELDS_OF_PART[part] ?? [])],
    verdicts: [...levels, ...waiver, 'cannot-assess'],
  } as const;
  if (question.settles !== undefined) {
    const id = rareId(key, 'first');
    return { ...item, id, inline: inlineText(id, question, grade.question, levels) };
  }
  const narrowed = levels.length < criterion.levels.length && { only: [...levels, ...waiver] };
  return { ...item, id: idIn(bundle, key), ...narrowed };
}

/** Asks for the level of a question once more, in other words and the other way round. */
export function secondKeyItem(question: Question, { ticket }: JudgeContext): GradeItem {
  const { key, criterion, levels } = question;
  const judge = question.type === 'grade' ? question.grade : criterion.evaluator.judge;
  const wording = judge?.again ?? `Read the ticket anew. Which one of these is true of it? ${criterion.guidance}`;
  const mayWaive = question.type === 'grade' && question.mayWaive;
  const id = rareId(key, 'second');
  const grade: Grade = { type: 'grade', question: wording, vetoes: [], needs: [] };
  const graded: GradeQuestion = { type: 'grade', key, criterion, levels, grade, mayWaive };
  return {
    kind: 'grade',
    id,
    places: [{ key }],
    question: graded,
    fields: exported(criterion.fields, ticket),
    reads: criterion.fields,
    verdicts: [...levels.toReversed(), ...(mayWaive ? ['not-applicable'] : []), 'cannot-assess'],
    inline: inlineText(id, graded, wording, levels.toReversed()),
  };
}

function inlineText(
  id: string,
  { criterion, mayWaive }: GradeQuestion,
  wording: string,
  levels: readonly string[],
): string {
  const open = levels.flatMap((level) => criterion.levels.filter((each) => each.id === level));
  const lines = [
    `### ${id}`,
    wording,
    ...levelsText(open),
    ...(mayWaive ? ['- not-applicable: with a quote that shows it'] : []),
    ...quoteFrom(criterion.fields),
  ];
  return lines.join('\n');
}

function idIn(bundle: Bundle, key: string): string {
  const id = bundle.ids.get(key);
  if (id === undefined) throw new TypeError(`No rubric of the run asks "${key}"`);
  return id;
}

function exported(fields: readonly string[], ticket: Ticket): string[] {
  return fields.filter((field) =>
    field === 'workNotes' || field === 'comments'
      ? ticket[field] !== undefined
      : readField(ticket, field) !== undefined,
  );
}
