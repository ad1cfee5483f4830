import type { Ticket, TicketField } from '@tqrs/parser';
import { beforeAll, expect, test } from 'vitest';
import type { Criterion } from '../rubric/schema.ts';
import { createSpellChecker, type SpellChecker } from '../spelling/spell-checker.ts';
import { buildContext } from '../testing/build.ts';
import type { RuleOutcome, TicketWith } from './define-rule.ts';
import { spelling as rule } from './spelling.ts';

let checker: SpellChecker;
beforeAll(async () => {
  checker = await createSpellChecker();
});

function run(fields: Partial<Ticket>, spelling: SpellChecker | undefined = checker): RuleOutcome {
  const context = buildContext(fields);
  return rule.evaluate({
    ...context,
    ticket: context.ticket as TicketWith<TicketField>,
    criterion: {} as Criterion,
    spelling,
    options: { levels: ['none', 'few', 'many'], few: 4 },
  });
}

function without(...fields: (keyof Ticket)[]): Partial<Ticket> {
  return Object.fromEntries(fields.map((field) => [field, undefined]));
}

test('right prose has no misspelt words, and the rationale says what was examined', () => {
  const outcome = run({ shortDescription: 'Outlook crashes', description: 'It crashes at start.' });
  expect(outcome).toMatchObject({ levelId: 'none', evidence: [] });
  expect(outcome).toHaveProperty(
    'rationale',
    'No misspelt words. Examined: short description, description. Only spelling was examined; grammar and punctuation were not.',
  );
});

test('different words count once over all fields, whatever their case', () => {
  const outcome = run({
    shortDescription: 'Recieve error',
    description: 'Cannot recieve mail. Adress unknown.',
    closeNotes: 'recieve works',
  });
  expect(outcome).toMatchObject({
    levelId: 'few',
    evidence: [
      { field: 'shortDescription', start: 0, end: 7, quote: 'Recieve' },
      { field: 'description', start: 21, end: 27, quote: 'Adress' },
    ],
  });
});

test.each([
  ['recieve adress occured pasword', 'few'],
  ['recieve adress occured pasword untill', 'many'],
])('%s: %s', (description, level) => expect(run({ description })).toMatchObject({ levelId: level }));

test('the names of the ticket’s own people are right, and so are the user names made of them', () => {
  expect(run({ caller: 'Jonh Smyht', description: 'Spoke with jonh (account jsmyht) about it.' })).toMatchObject({
    levelId: 'none',
  });
});

test('fields that were not exported are named', () => {
  const outcome = run({ description: 'It crashes.', ...without('closeNotes') });
  expect(outcome.status === 'scored' && outcome.rationale).toContain('Not exported: close notes.');
});

test('nothing to examine', () => {
  expect(run({})).toMatchObject({ levelId: 'none', basis: 'presence' });
  expect(run(without('shortDescription', 'description', 'closeNotes'))).toMatchObject({
    status: 'unscored',
    reason: 'field-not-exported',
    possibleLevels: ['none', 'few', 'many'],
  });
});

test('a run without a spell checker leaves it open', () => {
  const context = buildContext({ description: 'teh' });
  const outcome = rule.evaluate({
    ...context,
    ticket: context.ticket as TicketWith<TicketField>,
    criterion: {} as Criterion,
    spelling: undefined,
    options: { levels: ['none', 'few', 'many'], few: 4 },
  });
  expect(outcome).toMatchObject({ status: 'not-applicable' });
});

test('another language is not examined', () => {
  const description =
    "L'utilisateur signale que Outlook se bloque au démarrage avec un message d'erreur. Nous avons redémarré le poste, recréé le profil et réparé Office. Ensuite la connexion fonctionnait de nouveau et l'utilisateur a confirmé que le problème était résolu. Le VPN a aussi été reconnecté.";
  expect(run({ description })).toMatchObject({ status: 'unscored', reason: 'language-not-supported' });
});
