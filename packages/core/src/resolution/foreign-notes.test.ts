import { expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { isForeign } from './foreign-notes.ts';

test.each([
  ['Das Profil wurde gelöscht und neu angelegt. Der Anwender arbeitet wieder.', true],
  ['Le profil a été supprimé puis créé à nouveau. Cela fonctionne, accord pour la clôture.', true],
  ['Se corrigió el filtro del dominio; la usuaria confirmó que recibe los correos.', true],
  ['Reset the password and gave it to the manager. User is happy.', false],
  ['pwd reset', false],
  ['OK', false],
])('%s: %s', (closeNotes, expected) => {
  expect(isForeign(buildContext({ closeNotes }).text.passages(['closeNotes']))).toBe(expected);
});
