import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import type { CloseMeaning } from '../profile/schema.ts';
import { matchSequence, type PhraseSet, phraseSet } from '../text/phrases.ts';
import { wordsOf } from '../text/words.ts';

/** Words of a code's own name, for codes that the profile does not list. The first that holds counts. */
const BY_NAME: readonly (readonly [CloseMeaning, PhraseSet])[] = [
  ['duplicate', phraseSet(['duplicat*'])],
  ['canceled', phraseSet(['(cancel*|withdrawn|withdrew)'])],
  ['self-service', phraseSet(['(self service|selfservice)'])],
  ['closed-by-caller', phraseSet(['by [(the|end)] (caller|user|customer|requester|requestor)'])],
  [
    'not-solved',
    phraseSet([
      '(not|never|un) (solved|resolved|fixed)',
      'unresolved',
      'no (solution|resolution|fix)',
      'not reproducible',
    ]),
  ],
  ['workaround', phraseSet(['(workaround|work around)'])],
  ['solved', phraseSet(['(solved|resolved|fixed|solution)'])],
];

/** What the code that a ticket was closed with says: by the profile, else by the words of its name. Undefined: nothing known. */
export function closeMeaningOf({ closeCode, codes }: Ticket, profile: CompiledProfile): CloseMeaning | undefined {
  const listed = profile.closeCodeOf(closeCode) ?? profile.closeCodeOf(codes.closeCode);
  if (listed !== undefined) return listed.meaning;
  const { folded } = wordsOf(closeCode ?? '');
  return BY_NAME.find(([, { sequences }]) =>
    sequences.some((sequence) => folded.some((_, at) => matchSequence(sequence, folded, at) >= 0)),
  )?.[0];
}
