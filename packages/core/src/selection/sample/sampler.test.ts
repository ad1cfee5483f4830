import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SelectionError } from '../errors.ts';
import { Sampler } from './sampler.ts';

const number = (index: number) => `INC${String(10_000 + index)}`;

function sampleOf(stratumOf: (index: number) => string, tickets: number, size: number, seed: string) {
  const sampler = new Sampler<number>(size, seed);
  for (let index = 0; index < tickets; index++) {
    const name = stratumOf(index);
    sampler.add({ key: name, name }, number(index), index);
  }
  return sampler.finish();
}

test('every ticket of a stratum is equally likely', () => {
  const tickets = 40;
  const runs = 2_000;
  const times = Array.from({ length: tickets }, () => 0);
  // The first ten are a stratum with 2 of 8 in the sample, the others one with 6.
  for (let run = 0; run < runs; run++)
    for (const index of sampleOf((one) => (one < 10 ? 'a' : 'b'), tickets, 8, `seed ${run}`).items)
      times[index] = (times[index] ?? 0) + 1;
  // Each is expected 400 times. The standard deviation is 18; the seeds are fixed, so this holds or does not.
  for (const count of times) expect(Math.abs(count - 400)).toBeLessThan(4 * 18);
});

test('the sample has the size that was asked for, without repeats, whatever the strata', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 200 }),
      fc.integer({ min: 1, max: 60 }),
      fc.string(),
      (strata, size, seed) => {
        const { items, strata: told } = sampleOf((index) => strata[index] ?? '', strata.length, size, seed);
        expect(new Set(items).size).toBe(Math.min(size, strata.length));
        expect(items).toHaveLength(Math.min(size, strata.length));
        for (const { name, tickets, selected } of told) {
          expect(tickets).toBe(strata.filter((one) => one === name).length);
          expect(selected).toBe(items.filter((index) => strata[index] === name).length);
        }
      },
    ),
  );
});

test('the order of the export makes no difference, the seed does', () => {
  const forwards = sampleOf(() => '', 500, 20, 'march').items.map(number);
  const sampler = new Sampler<string>(20, 'march');
  for (let index = 499; index >= 0; index--) sampler.add({ key: '', name: '' }, number(index), number(index));
  expect([...sampler.finish().items].toSorted()).toEqual(forwards.toSorted());
  expect(sampleOf(() => '', 500, 20, 'april').items.map(number)).not.toEqual(forwards);
});

test('a larger sample holds the smaller one', () => {
  const small = sampleOf(() => '', 500, 20, 'march').items;
  const large = new Set(sampleOf(() => '', 500, 60, 'march').items);
  expect(small.every((index) => large.has(index))).toBe(true);
});

test('tickets of one number are told apart', () => {
  const sampler = new Sampler<number>(3, 'x');
  for (let index = 0; index < 9; index++) sampler.add({ key: '', name: '' }, 'INC1', index);
  expect(sampler.finish().items).toEqual([0, 1, 2]);
});

test('a field that is different in every ticket is none to stratify by', () => {
  expect(() => sampleOf(String, 10_001, 5, 'x')).toThrow(SelectionError);
});
