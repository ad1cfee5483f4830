import { answerSchema, type RawAnswer } from '../answer-schema.ts';
import type { Item } from '../items.ts';
import type { Asked } from '../prompt/messages.ts';
import type { KeptAnswers, StoredAnswer } from './answer-cache.ts';

/** What an earlier run answered of a request. */
export interface KeptPart {
  readonly answers: Readonly<Record<string, RawAnswer>>;
  /** Who answered, by the latest of the answers. */
  readonly source: Pick<StoredAnswer, 'answeredBy' | 'fingerprint'>;
  /** What is left to ask. */
  readonly rest: Asked | undefined;
}

/** Looks for the answers that an earlier run has; undefined where it has none. */
export function findKept(
  asked: Asked,
  questions: Readonly<Record<string, string>>,
  kept: KeptAnswers | undefined,
): KeptPart | undefined {
  if (kept === undefined) return undefined;
  const answers: Record<string, RawAnswer> = {};
  const rest: Item[] = [];
  let source: KeptPart['source'] | undefined;
  for (const item of asked.items) {
    const found = kept.find(questions[item.id] ?? '');
    const fits = answerSchema([item]).safeParse({ [item.id]: found?.answer });
    const answer = fits.success ? fits.data[item.id] : undefined;
    if (found === undefined || answer === undefined) rest.push(item);
    else {
      answers[item.id] = answer;
      source = { answeredBy: found.answeredBy, fingerprint: found.fingerprint };
    }
  }
  if (source === undefined) return undefined;
  return { answers, source, rest: rest.length === 0 ? undefined : askedOf(asked, rest) };
}

function askedOf({ corrections, ...asked }: Asked, items: readonly Item[]): Asked {
  if (corrections === undefined) return { ...asked, items };
  const ids = new Set(items.map(({ id }) => id));
  return { ...asked, items, corrections: new Map([...corrections].filter(([id]) => ids.has(id))) };
}
