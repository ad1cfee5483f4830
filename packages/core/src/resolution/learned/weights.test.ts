import { expect, test } from 'vitest';
import { learnWeights, readNotes } from '../../testing/learn-notes.ts';

const FILES = [
  'first',
  'second',
  'everyday',
  'application-support',
  'investigations',
  'step-logs',
  'near-misses',
  'short',
  'closings',
  'own-messages',
  'desks',
  'manners',
];

/** `npx vitest run packages/core/src/resolution -u` learns anew, where notes, features or what is read have changed. */
test('the weights are those that the labelled notes give', async () => {
  const notes = FILES.flatMap((name) =>
    readNotes(new URL(`../../../../../samples/notes/${name}.jsonl`, import.meta.url)),
  );
  await expect(learnWeights(notes)).toMatchFileSnapshot('./weights.tsv');
}, 120_000);
