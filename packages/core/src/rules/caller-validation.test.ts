import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildProfile, journal, outcomeOf, runRule } from '../testing/build.ts';
import { callerValidation } from './caller-validation.ts';

const evaluate = (fields: Partial<Ticket>) => runRule(callerValidation, fields);
const outcome = (fields: Partial<Ticket>) => outcomeOf(evaluate(fields));

const FORM = 'Employee ID: 100234\nFull name: Ada Example\nLocation: Oslo\nIssue: Outlook closes by itself';

describe('a phone call', () => {
  test.each([
    ['Okta line answered yes', 'OKTA MFA-Y\nUser cannot print'],
    ['Okta push in prose', 'Validated the caller via Okta push. Outlook crashes.'],
    ['Okta push approved', 'Okta push approved by the user.'],
    ['Okta push sent and accepted', 'Sent Okta push, user accepted the Okta push.'],
    ['MFA verified', 'MFA verified - printer jam'],
    ['all three elements as form lines', FORM],
    ['elements answered Y', 'Employee ID - Y\nFirst and Last name - Y\nLocation - Y'],
    ['elements on one line', 'Name: Ada Example, Emp ID: 100234, Location: Oslo'],
    ['elements named in prose', "Verified the caller's full name, employee ID and location."],
    ['elements given in prose', 'Caller Ada Example, employee id 100234, calling from the Oslo office, cannot print.'],
    ['Okta N, but the three elements', `OKTA MFA-N\n${FORM}`],
    ['a terse line', 'ID 55019 / Marguerite Example / Oslo / office. Dock is dead.'],
    ['a badge', 'badge no. 90133 // Ada Example // Oslo HQ (office)'],
    ['elements answered in a sentence', 'full name Y, emp id Y, location Y. Outlook crashes'],
    ['labels with arrows', 'Name>> Ada Example\nPersonnel no>> 5512\nOffice>> Oslo'],
    ['labels without marks', 'Emp ID 7902\nName Ada Example\nLoc Oslo'],
    ['dot leaders', 'legal name ........ Ada Example\nworker id ......... 10662\nsite .............. Oslo'],
    ['the Okta Verify app', 'Okta Verify approved. Outlook crashes'],
    ['a misspelt success', 'OKTA push succesful. Outlook crashes'],
    ['a failed push, then a good one', 'First Okta push failed. Second Okta push was approved.'],
    ['a push and its answer in the next sentence', 'Sent an Okta push. She tapped yes on her phone.'],
    ['a push that was answered', 'The caller responded to the Okta push.'],
    ['a push with its result', 'OKTA push sent, result SUCCESS'],
    ['a tick beside the provider', '[x] Okta push\n[ ] Employee ID'],
    ['a provider in brackets', 'Requester verified (Okta). Outlook crashes'],
    ['a name, a number and a place in a row', 'Ada Example | 48213 | Bonn | Outlook crashes'],
    ['the same in brackets', 'Spoke with Ada Example (emp. 48213, Bonn). Outlook crashes'],
    ['three elements checked against the record', 'Matched name, ID and site against the HR record.'],
    ['three elements that were answered', 'Asked for name, employee id and location and all three were correct.'],
    [
      'a number that begins with letters',
      'Sender verified: Ada Example, partner ID PW-118, plant Bonn; as in the file.',
    ],
    ['a question that was answered', 'Did you validate the caller? Yes - Okta push'],
    ['a question in the passive', 'Was the caller verified? Yes, Okta push'],
    ['a question of one word', 'Validated? Yes (Okta)'],
    ['a factor and what came of it', 'MFA: Okta push, responded OK'],
    ['a factor with the time', 'Okta: push accepted at 10:14'],
    ['verbs without their endings', 'Send okta push to user, user accept it. Outlook crashes'],
    ['the same, shorter', 'Did okta push and user approve. Outlook crashes'],
    ['nothing but the answer', 'Okta push approve. Outlook crashes'],
    ['a dot leader without a label word', 'Name ..... Ada Example\nEmp ID ..... QX-20931\nBased at .... Bonn'],
  ])('passes: %s', (_, description) => {
    expect(outcome({ description })).toBe('pass');
  });

  test.each([
    ['one element', 'Employee ID: 100234\nOutlook crashes'],
    ['two elements', 'Full name: Ada Example\nLocation: Oslo\nOutlook crashes'],
    ['a bare statement', 'Caller validated. Outlook crashes.'],
    ['a label without its value', 'Employee ID:\nFull name: Ada Example\nLocation: Oslo'],
    ['one element answered N', 'Employee ID: N\nFull name: Ada Example\nLocation: Oslo'],
    ['a question answered with no more than yes', 'Did you validate the caller? Yes'],
    [
      'a location that was not verified',
      'Validated: employee ID 48213 and name Ada Example, did not verify location. Works in Oslo.',
    ],
    [
      'a location that was not right',
      'Employee ID: 48213\nName: Ada Example\nThe location did not match. Works in Oslo.',
    ],
    [
      'a location answered N, where the place of work is told',
      'Employee ID-Y\nFirst and Last name-Y\nLocation-N\nWorking location-Oslo',
    ],
    ['an office answered N, where the location is told', 'Office: N\nLocation: Oslo'],
    ['a name that begins the story', 'Ada Example came to the counter with her tablet.'],
    ['the place alone', 'Outlook crashes. Oslo, office.'],
    ['security questions', 'Security questions answered correctly. Outlook crashes'],
    ['a form line for validation', 'Caller validation: Done\nOutlook crashes'],
    ['an ID check', 'ID check done. Outlook crashes'],
    ['a check that was passed', 'He passed the security check. Outlook crashes'],
    ['a badge that was seen', 'Checked his company badge. Outlook crashes'],
    ['a sentence of one word', 'Validated.\nOutlook crashes'],
    ['somebody who vouched', 'Her manager vouched for her. Outlook crashes'],
    [
      'a push that failed and another check',
      'Could not verify via Okta, validated with employee id 48213. Account was unlocked.',
    ],
  ])('is deducted: %s', (_, description) => {
    expect(outcome({ description })).toBe('not-documented');
  });

  test.each([
    ['nothing', 'Outlook crashes when opening.'],
    ['only lines answered N', 'OKTA MFA-N\nEmployee ID-N\nOutlook crashes'],
    ['a question answered with no', 'Did you validate the caller? No\nOutlook crashes'],
    [
      'only lines answered N, where the place of work is told',
      'OKTA MFA-N\nEmployee ID-N\nFirst and Last name-N\nLocation-N\nWorking location-Oslo\nOutlook crashes',
    ],
    ['a key of a disk', 'BitLocker asks for the recovery key, key ID 30041077.'],
    ['a factor that was only set up', 'Okta: push was reset'],
    ['a reset that was confirmed', 'Did a reset of Okta MFA. User confirmed.'],
    ['a push that cannot be answered', 'User cannot do the okta push approve, the button is grey'],
    ['Okta is what is broken', 'Okta MFA not working, user gets no push.'],
    ['Okta reset asked for', 'User needs an Okta MFA reset. Okta MFA reset done.'],
    ['validation still to be done', 'Will validate the caller via Okta push.'],
    ['an id of something else', 'Event ID 4625 in the log, error ID 17.'],
    ['a user name that was verified', 'user name verified in the AD tool, group was right.'],
    ['verified something else', 'Verified the user can open Outlook now.'],
    ['blank description', ''],
    ['a push that is what the ticket is about', 'MFA was reset, the user confirmed the push works'],
    ['a certificate that was validated', 'Certificate validation failed in the browser. The root was installed.'],
    ['an application in the place of a location', 'Teams crashes.'],
    ['a conversation', 'User: And how do I do that?\nDesk: Reboot.\nUser: Tried Before'],
  ])('fails: %s', (_, description) => {
    expect(outcome({ description })).toBe('not-validated');
  });

  test.each(['Vendor ID 100233, vendor name Garden Tools, is rejected.', 'Cannot join meeting ID 300410.'])(
    'a thing is not the caller: %s',
    (description) => {
      expect(['not-validated', 'needs-second-key']).toContain(outcome({ description }));
    },
  );

  test.each([
    'Voice-print OK. Outlook crashes',
    'Callback to registered number done.',
    'Recognised his voice. Outlook crashes',
    'Already verified in the first call.',
    'Came with her badge.',
  ])('what may have stood for it needs a second key: %s', (description) => {
    expect(outcome({ description })).toBe('needs-second-key');
  });

  test('a provider may have several words', () => {
    const { data } = buildProfile();
    const profile = buildProfile({ validation: { ...data.validation, providers: ['Contoso Authenticator', 'Duo'] } });
    const of = (description: string) => outcomeOf(runRule(callerValidation, { description }, profile));
    expect(of('Contoso Authenticator: Y')).toBe('pass');
    expect(of('Caller verified through Contoso Authenticator.')).toBe('pass');
    expect(of('Duo push approved')).toBe('pass');
    expect(of('Contoso: Y')).toBe('not-validated');
  });

  test('counts work notes', () => {
    expect(outcome({ description: 'Outlook crashes', workNotes: journal('Okta MFA verified.') })).toBe('pass');
  });

  test('without exported work notes, absence proves nothing', () => {
    expect(evaluate({ description: 'Outlook crashes', workNotes: undefined })).toMatchObject({
      status: 'unscored',
      reason: 'field-not-exported',
      possibleLevels: ['pass', 'not-documented', 'not-validated'],
    });
    expect(evaluate({ description: 'Employee ID: 100234', workNotes: undefined })).toMatchObject({
      possibleLevels: ['pass', 'not-documented'],
    });
    expect(outcome({ description: 'OKTA MFA-Y', workNotes: undefined })).toBe('pass');
  });

  test('proves what it takes', () => {
    const failed = evaluate({ description: 'OKTA MFA-N\nOutlook crashes' });
    expect(failed).toMatchObject({
      evidence: [
        { field: 'contactType', quote: 'phone' },
        { field: 'description', quote: 'OKTA MFA-N' },
      ],
      missing: [{ element: 'caller validation', searched: ['description', 'workNotes'] }],
    });
  });
});

describe('what identifies the caller is quoted by its words', () => {
  test.each([
    [
      'She verified herself with employee ID 150933 and full name Zofia Amberson; calling from Gdansk, at home.',
      ['employee ID 150933', 'name Zofia Amberson', 'calling from Gdansk'],
    ],
    ['ID check 09:02: employee 30677, Beat Obermatt, Zurich.', ['employee 30677', 'Beat Obermatt']],
    ['Ada Example rang because the search returns nothing for any mail older than a week.', ['Ada Example rang']],
  ])('%s', (description, quotes) => {
    const found = runRule(callerValidation, { description, contactType: 'phone' });
    expect((found.status === 'scored' ? found.evidence : []).map(({ quote }) => quote)).toEqual(
      expect.arrayContaining(quotes),
    );
    for (const { quote } of found.status === 'scored' ? found.evidence : []) expect(quote.length).toBeLessThan(40);
  });

  test.each([
    'Library path: /sites/tariffs/Shared Documents/Tariffs 2026',
    'The files lie in \\\\fs01\\teams\\Shared Documents and nobody can open them.',
    'Link: https://intra.example.com/pages/Confirmed Orders',
  ])('a path identifies nobody: %s', (description) => {
    expect(outcome({ description, contactType: 'phone' })).toBe('not-validated');
  });
});

describe('a caller who failed validation', () => {
  test('and was refused: not applicable', () => {
    expect(outcome({ description: 'Caller failed validation. Service was refused and the call ended.' })).toBe(
      'not-applicable',
    );
    expect(outcome({ description: 'Okta push was denied. I declined to go on.' })).toBe('not-applicable');
    expect(outcome({ description: 'FAILED VERIFICATION - caller hung up. NOTHING CHANGED.' })).toBe('not-applicable');
    expect(outcome({ description: 'Unable to verify the caller. Advised to call back with the manager.' })).toBe(
      'not-applicable',
    );
    expect(outcome({ description: 'Could not give an employee id. Told him to come in. No service given.' })).toBe(
      'not-applicable',
    );
    expect(outcome({ description: 'Identity could not be established. Politely refused.' })).toBe('not-applicable');
  });
  test('and was served: fails', () => {
    expect(outcome({ description: 'Caller failed validation: wrong id. Account was unlocked.' })).toBe('not-validated');
    expect(outcome({ description: 'Caller failed validation.', closeNotes: 'Account was unlocked.' })).toBe(
      'not-validated',
    );
  });
  test('and was served although nothing else was known', () => {
    const helped = 'Nevertheless helped. Outlook works.';
    expect(outcome({ description: `Caller failed validation: wrong id. ${helped} Location: Oslo` })).toBe(
      'not-validated',
    );
    expect(
      outcome({ description: `The caller could not give the employee ID, the location did not match. ${helped}` }),
    ).toBe('needs-second-key');
  });
  test('a login or a device that fails is no caller who failed', () => {
    const description = 'MFA verification failed on his phone. The device was enrolled again.';
    expect(outcome({ contactType: 'chat', description })).toBe('not-documented');
  });
  test('and nobody can tell: needs a second key', () => {
    expect(outcome({ description: 'Caller failed validation. Printer is jammed.' })).toBe('needs-second-key');
  });
});

describe('other ways of contact', () => {
  test.each([
    ['self-service', 'not-applicable'],
    ['Self-service', 'not-applicable'],
    ['email', 'not-applicable'],
    ['monitoring', 'not-applicable'],
    ['walk-in', 'not-validated'],
    ['chat', 'not-documented'],
    ['guest chat', 'not-validated'],
    ['', 'contact-type-unknown'],
    ['pigeon', 'contact-type-unknown'],
  ])('%j with nothing documented: %s', (contactType, expected) => {
    expect(outcome({ contactType, description: 'Outlook crashes' })).toBe(expected);
  });

  test('a chat verified through Okta needs nothing more', () => {
    expect(outcome({ contactType: 'chat', description: 'Okta verified. Outlook crashes' })).toBe('not-applicable');
  });
  test('signing in before the chat is verification through the provider', () => {
    const description = 'User authenticated in Okta before the chat started. Outlook crashes';
    expect(outcome({ contactType: 'chat', description })).toBe('not-applicable');
    expect(outcome({ contactType: 'chat', description: 'User is authenticated in Okta and then gets error 403' })).toBe(
      'not-documented',
    );
  });
  test('a chat with a guest user is a guest chat', () => {
    expect(outcome({ contactType: 'chat', description: 'Guest user cannot join the meeting' })).toBe('not-validated');
  });
  test('an unknown contact type passes where validation is documented', () => {
    expect(outcome({ contactType: '', description: FORM })).toBe('pass');
    expect(outcome({ contactType: undefined, description: FORM })).toBe('pass');
  });
});
