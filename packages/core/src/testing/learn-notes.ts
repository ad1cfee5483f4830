import { readFileSync } from 'node:fs';
import { ASKED, type Asked, SCALE } from '../resolution/learned/likelihood.ts';
import { type NoteSentence, noteSentences } from '../resolution/learned/note-sentences.ts';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';
import { buildTicket } from './build.ts';

/** A note of closing as it is labelled: the words that show each of what is asked, or none. */
export interface LabelledNote extends Readonly<Record<Asked, string | readonly string[] | null>> {
  readonly text: string;
}

/** Features that stand in fewer sentences say more about the sentences than about the language. */
const LEAST_SENTENCES = 6;
/** Weights below this, in hundredths, are left out. */
const LEAST_WEIGHT = 25;
const ROUNDS = 12;
/** The weights are the mean of those after this round and later ones. */
const FIRST_COUNTED = 4;
/** The order of the examples differs from run to run; the mean of the runs hangs on none. */
const SEEDS = [1, 2, 3];
const RATE = 0.15;
const DECAY = 1e-6;
/** How often what was read is hidden while learning, so that the words have to speak for themselves. */
const HIDDEN = 0.3;
const READ = ASKED.map((asked) => `read ${asked}`);

/** Reads a file of labelled notes: a JSON object a line. */
export function readNotes(url: URL): LabelledNote[] {
  const lines = readFileSync(url, 'utf8').trim().split('\n');
  return lines.map((line): LabelledNote => JSON.parse(line));
}

/** A sentence to learn from. */
interface Example {
  readonly features: readonly number[];
  /** Features that tell what was read. */
  readonly read: readonly number[];
  readonly isTrue: Readonly<Record<Asked, boolean>>;
}

/**
 * Learns how much each feature of a sentence speaks for what is asked, by logistic regression, and writes the weights as
 * the table that `likelihoodOf` reads. The same notes give the same table.
 */
export function learnWeights(notes: readonly LabelledNote[]): string {
  const analyser = new TextAnalyser();
  const sentences = notes.flatMap((note) => sentencesOf(note, analyser).map((sentence) => ({ note, sentence })));
  const names = commonFeatures(sentences.map(({ sentence }) => sentence.features));
  const ids = new Map(names.map((name, id) => [name, id]));
  const idsOf = (features: readonly string[]) => features.flatMap((feature) => ids.get(feature) ?? []);
  const examples = sentences.map(
    ({ note, sentence }): Example => ({
      features: idsOf(sentence.features.filter((feature) => !READ.includes(feature))),
      read: idsOf(sentence.features.filter((feature) => READ.includes(feature))),
      isTrue: {
        done: isShown(note, 'done', sentence),
        confirmed: isShown(note, 'confirmed', sentence),
        agreed: isShown(note, 'agreed', sentence),
      },
    }),
  );
  const columns = ASKED.map((asked) => meanOf(SEEDS.map((seed) => learn(examples, asked, names.length, seed))));
  return names
    .map((name, id) => [name, ...columns.map((weights) => Math.round((weights[id] ?? 0) * SCALE))] as const)
    .filter(([, ...weights]) => weights.some((weight) => Math.abs(weight) >= LEAST_WEIGHT))
    .map((row) => `${row.join('\t')}\n`)
    .join('');
}

function sentencesOf({ text: closeNotes }: LabelledNote, analyser: TextAnalyser): NoteSentence[] {
  const ticket = buildTicket({ closeNotes });
  return noteSentences(new TicketText(ticket, analyser).passages(['closeNotes']), ticket);
}

function isShown(note: LabelledNote, asked: Asked, { evidence }: NoteSentence): boolean {
  const label = note[asked];
  const words = typeof label === 'string' ? [label] : Array.isArray(label) ? label : [];
  return words.some((each: string) => {
    const start = note.text.indexOf(each);
    return start >= 0 && start < evidence.end && start + each.length > evidence.start;
  });
}

function commonFeatures(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const feature of lists.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].flatMap(([feature, count]) => (count >= LEAST_SENTENCES ? [feature] : [])).sort();
}

function meanOf(runs: readonly Float64Array[]): Float64Array {
  return (runs[0] as Float64Array).map(
    (_, at) => runs.reduce((sum, run) => sum + (run[at] as number), 0) / runs.length,
  );
}

/** Adagrad on the logistic loss, one example after the other. */
function learn(examples: readonly Example[], asked: Asked, size: number, seed: number): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  const means = new Float64Array(size);
  const random = randomFrom(seed);
  const decay = DECAY * examples.length;
  for (let round = 0; round < ROUNDS; round++) {
    for (const { features, read, isTrue } of shuffled(examples, random)) {
      const seen = read.length > 0 && random() < HIDDEN ? features : [...features, ...read];
      let sum = 0;
      for (const id of seen) sum += weights[id] as number;
      const error = 1 / (1 + Math.exp(-sum)) - (isTrue[asked] ? 1 : 0);
      for (const id of seen) {
        const weight = weights[id] as number;
        const slope = error + decay * weight;
        const square = (squares[id] as number) + slope * slope;
        squares[id] = square;
        weights[id] = weight - (RATE * slope) / Math.sqrt(square);
      }
    }
    if (round >= FIRST_COUNTED)
      for (let id = 0; id < size; id++) means[id] = (means[id] as number) + (weights[id] as number);
  }
  return means.map((sum) => sum / (ROUNDS - FIRST_COUNTED));
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as Item, order[at] as Item];
  }
  return order;
}

/** A small seeded generator (mulberry32): the same table every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
