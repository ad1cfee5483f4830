import { phraseSet } from '../../text/phrases.ts';

/** How far around a verb its objects are looked for, in words. */
export const REACH = 9;
export const HELPED = phraseSet([
  '(fixed|fixes|fix|resolved|resolves|solved|solves|helped|helps|worked|works|cured|cleared|sorted) [(it|this|that|the|them)]',
  'did the trick',
]);
export const TRIES = new Set([
  'had',
  'able',
  'managed',
  'helped',
  'assisted',
  'guided',
  'followed',
  'used',
  'helping',
  'assisting',
]);
