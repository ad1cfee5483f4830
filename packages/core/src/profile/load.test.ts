import { describe, expect, test } from 'vitest';
import { ProfileError } from './errors.ts';
import { builtInProfiles, builtInProfileText, loadBuiltInProfile, loadProfile } from './load.ts';

function issuesOf(input: string | object): readonly string[] {
  try {
    loadProfile(input, { source: 'test.yaml' });
  } catch (error) {
    if (error instanceof ProfileError) return error.issues.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe('loading a profile', () => {
  test('an empty map is the base under another name', () => {
    const { data } = loadProfile({});
    const base = loadBuiltInProfile('default').data;
    expect(data).toEqual({
      ...base,
      id: 'custom',
      title: 'custom',
      description: 'The profile "default" with changes.',
    });
  });

  test('maps merge key by key, lists replace', () => {
    const profile = loadProfile(
      'id: acme\ncontactTypes:\n  phone: [Anruf]\nlocations: [Oslo]\ncriticalProcesses:\n  vip:\n    coaching: Mind the VIP.\n',
    );
    expect(profile.channelOf('anruf')).toBe('phone');
    expect(profile.channelOf('phone')).toBeUndefined();
    expect(profile.channelOf('Self-service')).toBe('self-service');
    expect(profile.isLocation('OSLO')).toBe(true);
    const vip = profile.processes.find(({ data }) => data.id === 'vip');
    expect(vip?.data.coaching).toBe('Mind the VIP.');
    expect(vip?.data.foundBy.flags).toContain('u_vip');
  });

  test('lies over another base where one is given', () => {
    const profile = loadProfile('id: acme\nlocations: [Oslo]', { base: loadBuiltInProfile('mmc').data });
    expect(profile.categoryOf('hw')?.name).toBe('hardware');
  });

  test('JSON, a byte order mark and a $schema key are fine', () => {
    expect(loadProfile('\uFEFF{"$schema": "profile.schema.json", "id": "acme"}').data.id).toBe('acme');
    expect(loadProfile({ $schema: 'profile.schema.json', id: 'acme' }).data.id).toBe('acme');
  });

  test('the hash follows the content, not the order of keys', () => {
    const one = loadProfile('id: acme\nlocations: [Oslo]\ntitle: Acme');
    const same = loadProfile({ title: 'Acme', locations: ['Oslo'], id: 'acme' });
    const other = loadProfile({ title: 'Acme', locations: ['Bergen'], id: 'acme' });
    expect(one.hash).toBe(same.hash);
    expect(one.hash).not.toBe(other.hash);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a hostile key stays data', () => {
    expect(issuesOf('{"__proto__": {"id": "polluted"}}')).toEqual(['__proto__: unknown key "__proto__"']);
    expect(({} as { id?: string }).id).toBeUndefined();
  });

  test.each(builtInProfiles)('the built-in profile %s loads, and its text is its source', (id) => {
    expect(loadBuiltInProfile(id).data.id).toBe(id);
    expect(loadProfile(builtInProfileText(id) ?? '').hash).toBe(loadBuiltInProfile(id).hash);
  });

  test('an unknown built-in profile is an error that lists the known ones', () => {
    expect(() => loadBuiltInProfile('nope')).toThrow('Use one of: default, mmc.');
  });
});

test('a process that is switched off is found in no ticket, and owes no requirement', () => {
  const ids = (profile: ReturnType<typeof loadProfile>) => profile.processes.map(({ data }) => data.id);
  expect(ids(loadProfile({}))).toContain('password-reset');
  expect(ids(loadProfile({ criticalProcesses: { 'password-reset': { off: true, followedWhen: [] } } }))).not.toContain(
    'password-reset',
  );
});

describe('a profile is refused', () => {
  test('for everything that is wrong, in the order of its lines', () => {
    const vip = 'criticalProcesses:\n  vip:\n    followedWhen: [{}]\n';
    const types = 'contactTypes:\n  phone: [Call]\n  chat: [call]\n';
    const [ofVip, ofTypes] = [vip, types].flatMap(issuesOf);
    expect(issuesOf(vip + types)).toEqual([ofVip, ofTypes]);
    expect(issuesOf(types + vip)).toEqual([ofTypes, ofVip]);
  });

  test.each<[string, string | object, string]>([
    ['no map', '- a list', ': the document is not a map'],
    ['an unknown key', { locatons: [] }, 'locatons: unknown key "locatons"'],
    ['an empty value', 'locations:', 'locations: "locations" is empty'],
    ['a number for a text', { locations: [1] }, 'locations[0]: "0" is a number, not a text'],
    [
      'a process id with capitals',
      { criticalProcesses: { Vip: { coaching: 'x', title: 'x', foundBy: {} } } },
      'criticalProcesses.Vip: the key "Vip" is not allowed',
    ],
    [
      'a change to a process that the base does not have',
      { criticalProcesses: { 'pasword-reset': { off: true } } },
      'criticalProcesses.pasword-reset: there is no process "pasword-reset" to change',
    ],
    ['an unknown channel', { contactTypes: { fax: ['fax'] } }, 'contactTypes.fax: unknown key "fax"'],
    [
      'one contact type for two channels',
      { contactTypes: { phone: ['Call'], chat: ['call'] } },
      'contactTypes.chat[0]: the contact type "call" belongs to "phone" already',
    ],
    [
      'words without a requirement',
      { criticalProcesses: { callback: { foundBy: { phrases: ['callback'] } } } },
      'criticalProcesses.callback: the process "callback" is found by something, but nothing could show that it was followed',
    ],
    [
      'a requirement that asks for nothing',
      { criticalProcesses: { vip: { followedWhen: [{}] } } },
      'criticalProcesses.vip.followedWhen[0]: the requirement asks for nothing, so every ticket meets it',
    ],
    [
      'an unknown field in a requirement',
      { criticalProcesses: { vip: { followedWhen: [{ fields: { urgncy: ['1'] } }] } } },
      'criticalProcesses.vip.followedWhen[0].fields.urgncy: "urgncy" is not a field of a ticket',
    ],
    [
      'an unknown process to override',
      { criticalProcesses: { vip: { overrides: ['owgg'] } } },
      'criticalProcesses.vip.overrides[0]: there is no process "owgg" to override',
    ],
    [
      'a process that overrides itself',
      { criticalProcesses: { vip: { overrides: ['vip'] } } },
      'criticalProcesses.vip.overrides[0]: "vip" overrides itself',
    ],
    [
      'a time zone that there is not',
      { workingTime: { timeZone: 'Europe/Nowhere' } },
      'workingTime.timeZone: "Europe/Nowhere" is no time zone',
    ],
    [
      'work that ends before it begins',
      { workingTime: { from: '18:00', to: '08:00' } },
      'workingTime.to: work ends at 08:00, before it begins at 18:00',
    ],
    [
      'one alias for two lines of business',
      { linesOfBusiness: [{ name: 'Acme' }, { name: 'Other', aliases: ['ACME'] }] },
      'linesOfBusiness[1].aliases[0]: the line of business "ACME" is a name or alias of "Acme" already',
    ],
    [
      'one flag for two lines of business',
      {
        linesOfBusiness: [
          { name: 'Acme', flags: ['u_a'] },
          { name: 'Other', flags: ['u_A'] },
        ],
      },
      'linesOfBusiness: the flag of a line of business "u_a" occurs twice',
    ],
    [
      'two subcategories of one name',
      { categories: [{ name: 'a', subcategories: [{ name: 'x y' }, { name: 'X-Y' }] }] },
      'categories[0].subcategories[1].name: the subcategory "X-Y" is a name or alias of "x y" already',
    ],
    [
      'a channel that is both required and verified by the provider',
      { validation: { required: ['chat'] } },
      'validation.verifiedByProvider[0]: "chat" stands under `required` as well',
    ],
    [
      'one close code for two meanings',
      {
        closeCodes: [
          { name: 'Solved', meaning: 'solved' },
          { name: 'Done', aliases: ['SOLVED'], meaning: 'other' },
        ],
      },
      'closeCodes[1].aliases[0]: the close code "SOLVED" is a name or alias of "Solved" already',
    ],
    [
      'an impact by its label',
      { priorityMatrix: { High: { '1': '1' } } },
      'priorityMatrix.High: "High" is not the number of an impact',
    ],
    [
      'an urgency by its label',
      { priorityMatrix: { '1': { High: '1' } } },
      'priorityMatrix."1".High: "High" is not the number of an urgency',
    ],
    [
      'a priority that is none',
      { priorityMatrix: { '1': { '1': 'soon' } } },
      'priorityMatrix."1"."1": "soon" is not a priority',
    ],
    [
      'a channel twice',
      { interactionChannels: ['phone', 'phone'] },
      'interactionChannels[1]: the interaction channel "phone" occurs twice',
    ],
    [
      'a name to mask that is none',
      { redaction: { names: ['Ada Example', '007'] } },
      'redaction.names[1]: "007" has no word that could be a name',
    ],
    [
      'an alias of no field',
      { fieldAliases: { shortdesc: ['Kurz'] } },
      'fieldAliases.shortdesc: "shortdesc" is not a field of a ticket',
    ],
  ])('%s', (_, input, issue) => {
    expect(issuesOf(input)).toContain(issue);
  });

  test('a phrase that cannot be read, with its line', () => {
    const text = 'id: acme\ncategories:\n  - name: printing\n    phrases:\n      - toner\n      - (jam\n';
    expect(() => loadProfile(text, { source: 'acme.yaml' })).toThrow(
      /^The profile acme\.yaml has a problem:\n {2}line 6, column 9, at categories\[0\]\.phrases\[1\]: the phrase cannot be read: /,
    );
  });

  test('broken YAML, with its line', () => {
    expect(() => loadProfile('id: acme\nlocations: [Oslo')).toThrow(
      /line 2, column 17: Flow sequence .*\]\. Line the entries/,
    );
  });
});
