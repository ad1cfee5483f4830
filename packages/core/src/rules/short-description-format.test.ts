import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProfile, runRule } from '../testing/build.ts';
import type { Rule } from './define-rule.ts';
import { shortDescriptionFormat } from './short-description-format.ts';

const rule = shortDescriptionFormat as unknown as Rule;
const options = { maxBriefWords: 8, levels: ['0', '1', '2', '3', '4'] };
const business = (name: string, ...aliases: string[]) => ({ name, aliases, flags: [] });
const listed = buildProfile({
  linesOfBusiness: [business('Marsh'), business('Mercer'), business('Guy Carpenter', 'GC'), business('MMC', 'MMC-NCL')],
  locations: ['Oslo', 'Pune', 'Lisbon'],
  applications: [
    { name: 'VPN', aliases: [] },
    { name: 'Outlook', aliases: [] },
  ],
});
const unlisted = buildProfile({ locations: [] });

/** What is wrong: missing elements and quoted spans. */
function wrongIn(shortDescription: string, profile = listed, flags: Record<string, boolean> = {}): string[] {
  const outcome = runRule(rule, { shortDescription, flags }, profile, options);
  if (outcome.status !== 'scored') return [outcome.status];
  const wrong = [
    ...(outcome.missing ?? []).map(({ element }) => `no ${element}`),
    ...outcome.evidence.map(({ quote }) => quote),
  ];
  expect(outcome.levelId).toBe(String(wrong.length));
  return wrong;
}

test.each(['IT - Oslo - VPN - drops every hour', 'IT Support - Oslo - VPN - drops every hour'])(
  'without a list, the department of computers is a line of business: %s',
  (shortDescription) => {
    expect(wrongIn(shortDescription, unlisted)).toEqual([]);
  },
);

test.each([
  'MMC-NCL Pune-VDI-screen stays black',
  'Marsh-Oslo-LAN-Need password reset of LAN',
  'MMC - Lisbon - AD - Account locked ',
  'Marsh – Oslo — VPN – drops every hour',
  'marsh - Oslo - VPN - drops every hour',
  'Guy Carpenter - New York - VPN - Wi-Fi - drops',
  'GC - Stavanger - e-mail - log-in page stays blank',
  'Marsh - Oslo - LAN-Need password reset',
])('all four parts are right: %s', (text) => {
  expect(wrongIn(text)).toEqual([]);
  expect(wrongIn(text, unlisted)).toEqual([]);
});

test('after a name of the profile a space separates too', () => {
  expect(wrongIn('Marsh Oslo - VPN - drops every hour')).toEqual([]);
  expect(wrongIn('Marsh Oslo - VPN - drops every hour', unlisted)).toEqual(['no line of business']);
});

describe('wrong parts', () => {
  test.each<[string, string[]]>([
    ['Acme - Oslo - VPN - drops every hour', ['Acme']],
    ['Oslo - VPN - drops every hour', ['no line of business']],
    ['Oslo - VPN - Wi-Fi - drops', ['no line of business']],
    ['Marsh - VPN - drops every hour', ['no location']],
    ['Marsh -  - VPN - drops every hour', ['no location']],
    ['Marsh - Floor 3 - VPN - drops every hour', ['Floor 3']],
    ['Marsh - Bldg 5 - VPN - drops every hour', ['Bldg 5']],
    ['Marsh - Room 201 - VPN - drops every hour', ['Room 201']],
    ['Marsh - 3rd floor - VPN - drops every hour', ['3rd floor']],
    ['Marsh - Oslo floor 3 - VPN - drops every hour', []],
    [
      'Marsh - Oslo - VPN - it drops every hour since the update of last Monday',
      ['it drops every hour since the update of last Monday'],
    ],
    ['Marsh - Oslo - VPN - issue', ['issue']],
    ['Marsh - Oslo - VPN - not working', ['not working']],
    ['Marsh - Oslo - VPN - VPN problem', ['VPN problem']],
    ['Marsh - Oslo - VPN - urgent help needed please', ['urgent help needed please']],
    ['Marsh - 2nd floor - VPN - Not working', ['2nd floor', 'Not working']],
    ['VPN drops every hour', ['no line of business', 'no location', 'no application']],
    ['VPN - drops every hour', ['no line of business', 'no location']],
    ['Wi-Fi drops every hour', ['no line of business', 'no location', 'no application']],
    ['Marsh users cannot print', ['no location', 'no application']],
  ])('%s', (text, wrong) => expect(wrongIn(text)).toEqual(wrong));

  test.each(['', '   ', 'issue', '-', '---'])('everything is wrong in %j', (text) => {
    expect(runRule(rule, { shortDescription: text }, listed, options)).toMatchObject({ levelId: '4' });
  });
});

test('a record flag confirms a name; a false one contradicts nothing', () => {
  expect(wrongIn('Acme - Oslo - VPN - drops', listed, { u_acme: true })).toEqual([]);
  expect(wrongIn('Acme - Oslo - VPN - drops', listed, { u_acme: false })).toEqual(['Acme']);
  expect(wrongIn('Mercer - Oslo - VPN - drops', listed, { u_mercer: false })).toEqual([]);
});

test('never throws, and every quote stands at its offsets', () => {
  const piece = fc.oneof(
    fc.constantFrom('Marsh', ' - ', '-', '–', 'Oslo', 'floor 3', 'VPN', ' ', 'issue', 'MMC-NCL'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const shortDescription = pieces.join('');
      const outcome = runRule(rule, { shortDescription }, listed, options);
      if (outcome.status !== 'scored') throw new Error(outcome.status);
      for (const { start, end, quote } of outcome.evidence) expect(shortDescription.slice(start, end)).toBe(quote);
      expect(Number(outcome.levelId)).toBe(outcome.evidence.length + (outcome.missing?.length ?? 0));
    }),
  );
});
