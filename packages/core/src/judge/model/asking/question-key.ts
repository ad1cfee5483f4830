import type { LanguageModel } from '@tqrs/llm';
import { hashOf, hashOnce } from '../../../data-file/canonical-json.ts';
import type { Profile } from '../../../profile/schema.ts';
import type { Item } from '../items.ts';
import { PROMPT_VERSION } from '../prompt/instructions.ts';
import { organisationText } from '../prompt/organisation-text.ts';
import { checklistText, gradeText } from '../prompt/question-text.ts';
import type { WrittenField } from '../prompt/ticket-text.ts';
import { parametersFor } from './parameters.ts';

/** What shapes the answer to one question, whatever else was asked beside it. */
export interface QuestionKeyParts {
  /** The ticket, as it may leave this machine. */
  readonly written: readonly WrittenField[];
  readonly profile: Profile;
  readonly model: Pick<LanguageModel, 'provider' | 'endpointHost' | 'modelId' | 'parameters'>;
  /** Which of several independent answers it is, from 1. */
  readonly vote: number;
  /** What was said to be wrong with an earlier answer. */
  readonly correction?: string | undefined;
}

/**
 * The key of one question about one ticket: a SHA-256 in hex of its own words, of what it reads of the ticket and the profile,
 * and of the model. What stands elsewhere in the prompt is no part of it, so that a question keeps its answer where others change.
 */
export function questionKey(item: Item, { written, profile, model, vote, correction }: QuestionKeyParts): string {
  const { needs } = item.kind === 'check' ? item.check : item.question.grade;
  const { temperature, seed } = parametersFor(model.parameters, 1, vote);
  return hashOf({
    question: wordsOf(item),
    verdicts: [...item.verdicts].toSorted(),
    only: item.only,
    fields: item.fields,
    organisation: hashOnce(profile, needs.join(), () => organisationText(profile, new Set(needs))),
    ticket: hashOnce(written, item.reads.join(), () =>
      written.filter(({ field }) => item.reads.includes(field)).map(({ head, text }) => [head, text]),
    ),
    correction,
    promptVersion: PROMPT_VERSION,
    provider: model.provider,
    endpointHost: model.endpointHost,
    model: model.modelId,
    temperature,
    seed,
    vote,
  });
}

/** What is asked, without the name that it has among the questions of a run. */
function wordsOf(item: Item): string {
  if (item.inline !== undefined) return item.inline.replace(item.id, '');
  const { criterion } = item.question;
  return item.kind === 'check'
    ? checklistText(criterion, { checks: [item.check] }, () => '')
    : gradeText('', criterion, item.question.grade);
}
