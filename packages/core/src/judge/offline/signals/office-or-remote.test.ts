import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext } from '../../../testing/build.ts';
import { officeOrRemote } from './office-or-remote.ts';

const answer = (fields: Partial<Ticket>) => officeOrRemote.answer(buildCheck(), buildContext(fields)).value;

describe('office or remote', () => {
  test.each([
    'User is WFH',
    'WFH: Y',
    'WFH-N',
    'Working from home today',
    'Works remotely',
    'User is in the office',
    'Calling from the Oslo office',
    'Location: Oslo office',
    'Work location: remote',
    'Location/WFH: Office',
    'currently onsite',
    'Working from office',
    'WFH - no, Office - yes',
    'WFH yes, office no',
    'WFH: N\nOffice: Y',
    'Office: N',
    'No contact number given, WFH no.',
    'Not in the office today',
    'She is not in the Oslo office',
    'Home office: Y',
    'WFH no, sits in the Oslo office',
    'WFH no VPN client',
    'neither WFH nor in the office, works from a hotel',
    'Office or remote: remote',
    'In store. The till hangs.',
    'At the store, Derry. The till hangs.',
    'She works at the plant',
    'I am in the Kassel plant',
    'Phone 555-0140, home in Malton.',
    'Tel. 020 7946 0123, office Aachen.',
  ])('met: %s', (description) => {
    expect(answer({ description })).toBe('met');
  });

  test.each([
    'Office 365 does not start',
    'She has two versions, Office Professional and LibreOffice.',
    'Office Crashes',
    'The printer in the warehouse is jammed',
    'Not to be found in the Play Store',
    'The data are in store',
    'Microsoft Office crashes',
    'Remote desktop is slow',
    'Started a remote session',
    'Out of office reply is wrong',
    'Home drive is missing',
    'Reinstalled Office',
    'WFH:',
    'Location: Oslo',
    'No contact number given, WFH no, office no.',
    'WFH: N. Office: N.',
    'WFH: N\nOffice: N',
    'WFH - no, Office - no',
    'WFH no office no',
    'Remote: no / Office: no',
    'WFH: N, WFO: N',
    'neither WFH nor in the office',
    'not in the office, not at home',
    'He is not working from home and not in the office',
    'Office or remote: N',
    'WFH/Office: no',
    'Working from: N',
    'Work mode: no',
    'Office no: 555-0100',
    'Office no. 555-0100, home no.: 555-0101',
    'Office: verified',
    'It is not the home drive',
    'not remote desktop but Citrix',
    'The constructor fails',
    '',
  ])('not met: %s', (description) => {
    expect(answer({ description })).toBe('not-met');
  });

  test.each([
    ['Emp id 30115 | Ada Example | Oslo | office | 555-0100', 'office'],
    ['She says that all her bookmarks vanished, she is working from home, 555-0100.', 'working from home'],
    ['The Bergen office has no internet since 08:10, says the receptionist.', 'Bergen office'],
    ['WFH: N', 'WFH: N'],
    ['No number, WFH no.', 'WFH no'],
  ])('quotes the words that tell it: %s', (description, quote) => {
    const [evidence] = officeOrRemote.answer(buildCheck(), buildContext({ description })).quotes;
    expect(evidence?.quote).toBe(quote);
  });

  test('two answers of no are quoted, for they tell nothing', () => {
    const reply = officeOrRemote.answer(buildCheck(), buildContext({ description: 'WFH: N. Office: N.' }));
    expect(reply.quotes.map(({ quote }) => quote)).toEqual(['WFH: N.', 'Office: N.']);
  });
});
