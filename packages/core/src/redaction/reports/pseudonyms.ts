import { createHmac } from 'node:crypto';
import { BoundedCache } from '../../text/bounded-cache.ts';
import { nameKey } from '../people/person.ts';

/** Without letters and digits that are mistaken for each other. 32 of them. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** 2^30 of them: among 5,000 people, two share one with a probability of about one in a hundred. */
const LENGTH = 6;
const PER_GENERATION = 5_000;

/** Stands for a person: always the same, and without the key nobody can tell for whom. */
export type Pseudonyms = (name: string) => string;

/**
 * Pseudonyms such as `Person 7K4QXM`, derived from names with a key (HMAC-SHA-256). One name has one pseudonym however it is
 * written (`Example, Ada`), in every run with this key. Whoever has the key and a list of names can tell them apart again.
 */
export function createPseudonyms(key: string): Pseudonyms {
  const known = new BoundedCache<string, string>(PER_GENERATION);
  return (name) => {
    let pseudonym = known.get(name);
    if (pseudonym === undefined) {
      const digest = createHmac('sha256', key).update(nameKey(name)).digest();
      pseudonym = `Person ${Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')}`;
      known.set(name, pseudonym);
    }
    return pseudonym;
  };
}
