import { describe, expect, test } from 'vitest';
import type { Personal } from '../personal.ts';
import { findAddresses } from './addresses.ts';
import { findEmails } from './emails.ts';
import { findEmployeeIds } from './employee-ids.ts';
import { labelledIn } from './labelled.ts';
import { findNetworkAddresses } from './network.ts';
import { findPhones } from './phones.ts';
import { findUserNames } from './user-names.ts';

const words = (text: string, found: readonly Personal[]) => found.map(({ start, end }) => text.slice(start, end));

describe('e-mail addresses', () => {
  test.each([
    ['ada.example@acme.example', ['ada.example@acme.example']],
    ['<ada+it@mail.acme.example>; ben_s@acme.example.', ['ada+it@mail.acme.example', 'ben_s@acme.example']],
    ["mailto:o'neil@acme.example", ["o'neil@acme.example"]],
    ['josé@café.example', ['josé@café.example']],
    ['https://acme.example/?user=ada@acme.example&x=1', ['ada@acme.example']],
    ['root@server01, a@b, @team, ada@', []],
    ['Message-ID: <20260302.4471@acme.example>', []],
  ])('%s', (text, expected) => {
    expect(words(text, findEmails(text))).toEqual(expected);
  });
});

describe('phone numbers in prose', () => {
  test.each([
    '+44 20 7946 0123',
    '+44 (0)20 7946 0123',
    '020 7946 0123',
    '01632 960118',
    '07700 900123',
    '07700900123',
    '(212) 555-0123',
    '212-555-0123',
    '212.555.0123',
    '1-212-555-0123',
    '+1 212 555 0123',
    '555-0123',
    '98765 43210',
    '9876543210',
    '+91-98765-43210',
    '080-4555 0187',
    '0049 30 5555123',
    '+49 (0)30 5555123',
    '030/5555123',
    '06 39 98 12 34',
    '06-12345678',
    '22 55 50 11',
    '95 555 01 20',
    '612 555 018',
  ])('%s', (number) => {
    const text = `Seen at noon, ${number}, all day.`;
    expect(
      words(
        text,
        findPhones(text, () => false, []),
      ),
    ).toEqual([number]);
  });

  test.each([
    ['call 5551234', ['5551234']],
    ['ext. 4471', ['4471']],
    ['ext 4471 or extn 22', ['4471', '22']],
    ['646-555-0119x4402', ['646-555-0119', '4402']],
    ['555-0140 / 555-0141', ['555-0140', '555-0141']],
    ['by phone 555-0121 (11/6)', ['555-0121']],
    ['PRN-301. 555-0155', ['555-0155']],
    ['five (555-0144).', ['555-0144']],
  ])('%s', (text, expected) => {
    expect(
      words(
        text,
        findPhones(text, () => false, []),
      ),
    ).toEqual(expected);
  });

  test.each([
    '5551234',
    'asset 5551234567',
    'order 88-4102',
    'Meeting ID 812 5550 1330',
    'serial no. 020 7946 0123',
    '12.03.2026 and 2026-03-02',
    '10:15:30',
    '75 000 000',
    '100 200 300',
    '1920x1080',
    '20260302123456',
    'x64 and ext4',
    'page 12 of 40',
    '4111 1111 1111 1111',
  ])('%s is none', (text) => {
    expect(
      words(
        text,
        findPhones(text, () => false, []),
      ),
    ).toEqual([]);
  });
});

describe('network addresses', () => {
  test.each([
    ['IP 10.20.30.40/24, gateway 10.20.30.1:443', ['10.20.30.40', '10.20.30.1']],
    ['http://192.168.1.24/login', ['192.168.1.24']],
    ['connected from 93.184.216.34', ['93.184.216.34']],
    ['fe80::1ff:fe23:4567:890a and 2001:db8:1:2:3:4:5:6', ['fe80::1ff:fe23:4567:890a', '2001:db8:1:2:3:4:5:6']],
    [
      '00:1A:2B:3C:4D:5E 00-1a-2b-3c-4d-5f 001a.2b3c.4d60',
      ['00:1A:2B:3C:4D:5E', '00-1a-2b-3c-4d-5f', '001a.2b3c.4d60'],
    ],
    ['version 10.2.3.4, v5.1.4.74, build 1.2.3.4, 10.4.2.1 (build 881)', []],
    ['Chrome 120.0.6099.129, 5.1.4.74, 1.0.0.1', []],
    ['255.255.255.0 127.0.0.1 0.0.0.0 300.1.1.1', []],
    ['10:15:00 std::string a::b 12:34', []],
  ])('%s', (text, expected) => {
    expect(words(text, findNetworkAddresses(text))).toEqual(expected);
  });
});

describe('employee ids in prose', () => {
  test.each([
    ['my employee id is 662014.', ['662014']],
    ['Verified by staff no. AB-20931 and name', ['AB-20931']],
    ['(emp. no. 60114)', ['60114']],
    ['emp code LDH2231', ['LDH2231']],
    ['badge 2213', ['2213']],
    ['[10:02] Ben: Your staff number please?\n[10:03] Ada: it is 3300871', ['3300871']],
    ['employee ID is not known', []],
    ['staff number 2026-03-02', []],
    ['employee id INC0012345', []],
    ['employee 12', []],
    ['the employee id field', []],
    ['Your employee id?\nSee 10:15 today', []],
  ])('%s', (text, expected) => {
    expect(words(text, findEmployeeIds(text))).toEqual(expected);
  });
});

describe('user names in prose', () => {
  test.each([
    ['Unlocked ACME\\pnair01.', ['pnair01']],
    ['CORP\\jdoe and corp\\jdoe', ['jdoe', 'jdoe']],
    ['my account chandni.m in Oracle', ['chandni.m']],
    ['username is jpenhal, please', ['jpenhal']],
    ['login name: btully.', ['btully']],
    ['user id pnair01', ['pnair01']],
    ['Domain\\username, C:\\Users\\ada, HKLM\\Software, Control Panel\\Credential Manager, %appdata%\\Teams', []],
    ['ACME\\Administrator', []],
    ['username field is blank', []],
    ['user name or password', []],
    ['the account was locked', []],
    ['account INC0012345', []],
  ])('%s', (text, expected) => {
    expect(words(text, findUserNames(text))).toEqual(expected);
  });
});

describe('addresses in prose', () => {
  test.each([
    ['Ship it to his home address 12 Sample Street, Leeds LS1 0XX. Thanks', ['12 Sample Street, Leeds LS1 0XX']],
    ['home address is 77 Prairie View Rd. Unit 4B, Omaha', ['77 Prairie View Rd. Unit 4B, Omaha']],
    ['home address is not known', []],
    ['the home address field', []],
  ])('%s', (text, expected) => {
    expect(words(text, findAddresses(text))).toEqual(expected);
  });
});

describe('form lines', () => {
  test.each([
    ['Employee ID- 100234', ['EMPLOYEE_ID 100234'], []],
    ['First and Last name- Ada Example', [], ['Ada Example']],
    ['Contact Number: +44 7700 900123 / 4471', ['PHONE +44 7700 900123', 'PHONE 4471'], []],
    ['Manager name : Example, Ada (London)', [], ['Example, Ada']],
    [
      'Name: Ada Example, Employee ID: 100234 | Phone: 555-0123',
      ['EMPLOYEE_ID 100234', 'PHONE 555-0123'],
      ['Ada Example'],
    ],
    [
      'Employee details - Ada Example/100234/Oslo/9876540155',
      ['EMPLOYEE_ID 100234', 'PHONE 9876540155'],
      ['Ada Example'],
    ],
    ['From: Example, Ada <a@b.example>', [], ['Example, Ada']],
    ['To: Ada Example; Ben Sample', [], ['Ada Example', 'Ben Sample']],
    ['User ID: pnair01 (locked)', ['USER pnair01'], []],
    ['Username: ACME\\pnair', ['USER pnair'], []],
    [
      'Shipping address:\nFlat 3, 27 Sample Row\n50668 Sampleton\nPhone: 4471',
      ['ADDRESS Flat 3, 27 Sample Row\n50668 Sampleton', 'PHONE 4471'],
      [],
    ],
    ['Requested by: Ada Example', [], ['Ada Example']],
    ['Caller: my laptop is slow', [], []],
    ['User: It works now', [], []],
    ['Agent: Thanks, Mr Example', [], []],
    ['Host name: ADA-LT-01', [], []],
    ['Phone: Cisco 8845', [], []],
    ['Contact 1: 08/09 e-mail', [], []],
    ['Phone model: 8845', [], []],
    ['Office address: 12 Sample Street, Leeds', [], []],
    ['IP address: 10.20.30.40', [], []],
    ['Employee ID: N', [], []],
    ['Name: N/A', [], []],
    ['Manager: Service Desk', [], []],
  ])('%j', (text, values, names) => {
    const labelled = labelledIn(text);
    expect(labelled.values.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)).toEqual(values);
    expect(labelled.names).toEqual(names);
  });
});
