import { describe, expect, test } from 'vitest';
import { answerOf } from './form-answer.ts';
import { TextAnalyser } from './text-analyser.ts';

const read = (text: string) =>
  new TextAnalyser().analyse(text).formLines.map(({ label, value, answer }) => [label, value, answer]);

describe('form lines', () => {
  test.each([
    ['Employee ID: 100234', [['employee id', '100234', 'given']]],
    ['- Employee ID - 100234', [['employee id', '100234', 'given']]],
    ['OKTA MFA-N', [['okta mfa', 'N', 'no']]],
    ['OKTA MFA-Y', [['okta mfa', 'Y', 'yes']]],
    ['First and Last name- Ada Example', [['first and last name', 'Ada Example', 'given']]],
    ['You can close it :)', []],
    ['It is broken again :-(', []],
    ['Location:(home)', [['location', '(home)', 'given']]],
    ['Contact Number:', [['contact number', '', 'blank']]],
    ['Contact number: N/A', [['contact number', 'N/A', 'blank']]],
    ['Manager name :', [['manager name', '', 'blank']]],
    [
      'Name: Ada Example, Employee ID: 100234, Location: Oslo',
      [
        ['name', 'Ada Example', 'given'],
        ['employee id', '100234', 'given'],
        ['location', 'Oslo', 'given'],
      ],
    ],
    [
      'Name: Ada Example | Emp ID: 100234',
      [
        ['name', 'Ada Example', 'given'],
        ['emp id', '100234', 'given'],
      ],
    ],
    ['Issue: error at 10:30 on C:\\Temp', [['issue', 'error at 10:30 on C:\\Temp', 'given']]],
    ['Link: https://intra.example/page', [['link', 'https://intra.example/page', 'given']]],
    ['Number ........ 555-0123', [['number', '555-0123', 'given']]],
    ['It stays at "Loading (4 of 9): 12%" for ever', []],
    ['"Employee ID: 100234"', [['employee id', '100234"', 'given']]],
    ['Name>> Ada Example', [['name', 'Ada Example', 'given']]],
    ['Name -> Ada Example', [['name', 'Ada Example', 'given']]],
    ['Emp ID 7902', [['emp id', '7902', 'given']]],
    ['Phone: see record. Asset tag 02079460188', [['phone', 'see record.', 'given']]],
    ['OKTA MFA-Y. No contact number given', [['okta mfa', 'Y. No contact number given', 'yes']]],
    ['Office or home? Office', [['office or home', 'Office', 'given']]],
    ['Trying to connect...', []],
    ['VIP: Yes', [['vip', 'Yes', 'yes']]],
    ['VIP? No', [['vip', 'No', 'no']]],
    ['The user called at 10:30.', []],
    ['Wi-Fi drops - every day', []],
    ['User reset the follow-up', []],
  ])('%j', (text, lines) => {
    expect(read(text)).toEqual(lines);
  });

  test.each([
    ['Y', 'yes'],
    ['yes - verified', 'yes'],
    ['Verified', 'yes'],
    ['N', 'no'],
    ['No', 'no'],
    ['not verified', 'no'],
    ['failed', 'no'],
    ['', 'blank'],
    ['-', 'blank'],
    ['n/a', 'blank'],
    ['not provided', 'blank'],
    ['No 5 High Street', 'given'],
    ['Noah Example', 'given'],
    ['Oslo', 'given'],
  ])('answer %j is %s', (value, answer) => {
    expect(answerOf(value)).toBe(answer);
  });

  test('offsets point at label and value', () => {
    const text = 'first\n  * Name: Ada\nOKTA MFA-N  \n';
    for (const line of new TextAnalyser().analyse(text).formLines) {
      expect(text.slice(line.valueStart, line.valueEnd)).toBe(line.value);
      expect(text.slice(line.start, line.labelEnd).toLowerCase()).toBe(line.label);
    }
  });
});
