import { hash } from 'node:crypto';

/** 12 hexadecimal digits are 48 bits: exact in a number, and two of a million tickets share them once in 500 exports. */
const DIGITS = 12;

/**
 * The place of a thing in a random order, as a whole number: the first 12 hexadecimal digits of the SHA-256 of the seed, a line
 * break and the thing's name. It depends on nothing else, neither on its neighbours nor on when it was read, so anyone can
 * work it out again.
 */
export function randomPlace(seed: string, name: string): number {
  return Number.parseInt(hash('sha256', `${seed}\n${name}`).slice(0, DIGITS), 16);
}
