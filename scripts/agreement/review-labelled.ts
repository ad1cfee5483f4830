import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  builtInProfiles,
  type CompiledProfile,
  createOfflineJudge,
  createSpellChecker,
  type Judge,
  loadBuiltInProfile,
  loadBuiltInRubric,
  loadProfile,
  profileWords,
  reviewTickets,
  type Scorecard,
} from '@tqrs/core';
import { factsOf, parseTickets, type Ticket } from '@tqrs/parser';
import { type LabelledSet, pathOf, readLabels } from './labelled-sets.ts';
import type { Label, LabelFile } from './labels.ts';

/** What a careful human gives on each ticket of a set, and what the offline judge gives. */
export interface ReviewedSet {
  readonly labels: readonly Label[];
  readonly scorecards: readonly Scorecard[];
}

const reviewed = new Map<LabelledSet, Promise<ReviewedSet>>();

/** Reviews a labelled set with the offline judge: once, however often it is asked for. */
export function reviewSet(one: LabelledSet): Promise<ReviewedSet> {
  const known = reviewed.get(one);
  if (known !== undefined) return known;
  const file = readLabels(one);
  const labels = Object.values(file.exports).flat();
  const result = reviewLabelled(file, pathOf(one)).then((scorecards) => ({ labels, scorecards }));
  reviewed.set(one, result);
  return result;
}

/**
 * Reviews every labelled ticket as `tqrs review` does: each export with the facts of the whole file, each ticket with the
 * profile that its label names.
 *
 * @param judge Who answers what no rule decides. Default: the offline judge.
 */
export async function reviewLabelled(
  file: LabelFile,
  path: string,
  judge: Judge = createOfflineJudge(),
): Promise<Scorecard[]> {
  const rubric = loadBuiltInRubric(file.rubric);
  const scorecards: Scorecard[] = [];
  for (const [name, labels] of Object.entries(file.exports)) {
    const tickets = await readTickets(join(dirname(path), name), name);
    const facts = factsOf(tickets);
    for (const [profileId, group] of byProfile(tickets, labels, file.profile ?? 'default')) {
      const profile = await profileNamed(profileId, dirname(path));
      const spelling = await createSpellChecker(profileWords(profile.data));
      for await (const event of reviewTickets(group, { rubric, profile, judge, facts, spelling })) {
        if (event.type === 'review-end') scorecards.push(event.scorecard);
        if (event.type === 'review-error') throw event.error;
      }
    }
  }
  return scorecards;
}

async function readTickets(path: string, source: string): Promise<Ticket[]> {
  const tickets: Ticket[] = [];
  for await (const ticket of parseTickets(createReadStream(path), { source })) tickets.push(ticket);
  return tickets;
}

function byProfile(tickets: readonly Ticket[], labels: readonly Label[], otherwise: string): Map<string, Ticket[]> {
  const profileOf = new Map(labels.map(({ number, profile }) => [number, profile ?? otherwise]));
  return Map.groupBy(tickets, ({ number }) => profileOf.get(number) ?? otherwise);
}

async function profileNamed(idOrFile: string, folder: string): Promise<CompiledProfile> {
  if (builtInProfiles.includes(idOrFile)) return loadBuiltInProfile(idOrFile);
  return loadProfile(await readFile(join(folder, idOrFile), 'utf8'), { source: idOrFile });
}
