import type { Passage } from '../text/ticket-text.ts';

const FOREIGN = new Set(
  (
    'der die das und ist wurde wurden mit den dem ein eine einen nicht wieder zu zum zur auf fur ich hat sich ' +
    'le la les un une est et du des que pour dans avec ete cela fonctionne nous sur ' +
    'el los las del se por con una fue y en al usuario usuaria ' +
    'o os da do dos para com nao foi uma il lo gli della di che non stato het een van met niet naar'
  ).split(' '),
);
const ENGLISH = new Set(
  'the a is was were and to of with for from user has have been it that by on in at not'.split(' '),
);
const FEWEST = 3;

/** Whether most small words of these passages belong to other languages than English, which is all that is read here. */
export function isForeign(passages: readonly Passage[]): boolean {
  let foreign = 0;
  let english = 0;
  for (const { sentences } of passages) {
    for (const { analysis } of sentences) {
      for (const word of analysis.words.folded) {
        if (FOREIGN.has(word)) foreign++;
        else if (ENGLISH.has(word)) english++;
      }
    }
  }
  return foreign >= FEWEST && foreign > 2 * english;
}
