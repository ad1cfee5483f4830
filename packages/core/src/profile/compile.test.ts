import { describe, expect, test } from 'vitest';
import { foldLabel } from './fold-label.ts';
import { loadBuiltInProfile, loadProfile } from './load.ts';

describe('labels compare', () => {
  test.each([
    ['Self-Service', 'self_service'],
    ['reset_restart', 'Reset / Restart'],
    ['Zürich', 'ZURICH'],
    ['MMC-NCL', 'mmc ncl'],
  ])('%s as %s', (one, other) => {
    expect(foldLabel(one)).toBe(foldLabel(other));
  });

  test('but do not lose what tells them apart', () => {
    expect(foldLabel('C#')).not.toBe(foldLabel('C++'));
    expect(foldLabel('日本')).not.toBe(foldLabel('中国'));
    expect(foldLabel(' ?? ')).toBe('??');
  });
});

describe('contact types of the default profile', () => {
  const { channelOf } = loadBuiltInProfile('default');
  test.each([
    ['phone', 'phone'],
    ['Phone', 'phone'],
    ['call', 'phone'],
    ['Telephone', 'phone'],
    ['walk-in', 'walk-in'],
    ['Walk-in', 'walk-in'],
    ['walk_in', 'walk-in'],
    ['chat', 'chat'],
    ['Live Chat', 'chat'],
    ['messaging', 'chat'],
    ['virtual_agent', 'virtual-agent'],
    ['Virtual Agent', 'virtual-agent'],
    ['self-service', 'self-service'],
    ['self_service', 'self-service'],
    ['Portal', 'self-service'],
    ['email', 'email'],
    ['E-mail', 'email'],
    ['Guest Chat', 'guest-chat'],
    ['guest email', 'guest-email'],
    ['web', 'web'],
    ['monitoring', 'monitoring'],
    ['Event', 'monitoring'],
    ['integration', 'monitoring'],
    ['alert', 'monitoring'],
    ['system', 'system'],
    ['', undefined],
    [undefined, undefined],
    ['pigeon', undefined],
  ])('%s is %s', (value, channel) => {
    expect(channelOf(value)).toBe(channel);
  });
});

describe('a compiled profile', () => {
  const mmc = loadBuiltInProfile('mmc');

  test('lists the names of lines of business longest first', () => {
    const lengths = mmc.lineOfBusinessNames.map(({ text }) => text.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    const order = mmc.lineOfBusinessNames.map(({ text }) => text);
    expect(order.indexOf('MMC-NCL')).toBeLessThan(order.indexOf('MMC'));
  });

  test.each([
    ['GuyCarp', 'Guy Carpenter'],
    ['gc', 'Guy Carpenter'],
    ['mmc ncl', 'MMC'],
    ['OW', 'Oliver Wyman'],
    ['marsh', 'Marsh'],
  ])('%s is %s', (label, name) => {
    expect(mmc.lineOfBusinessOf(label)?.name).toBe(name);
  });

  test('knows lines of business by record flag', () => {
    expect(mmc.lineOfBusinessByFlag.get('u_mercer')?.name).toBe('Mercer');
  });

  test('leaves processes without words inactive', () => {
    expect(mmc.processes.map(({ data }) => data.id)).toEqual([
      'password-reset',
      'lost-or-stolen-device',
      'vip',
      'owg',
      'virus-or-malware',
      'security-or-privacy-incident',
    ]);
    expect(Object.keys(mmc.data.criticalProcesses)).toEqual(
      expect.arrayContaining([
        'callback',
        'escalation',
        'failed-escalation',
        'failed-validation',
        'major-incident',
        'crisis',
      ]),
    );
  });

  test('mmc differs from the default in the password process only', () => {
    const { 'password-reset': ours, ...rest } = mmc.data.criticalProcesses;
    const { 'password-reset': theirs, ...others } = loadBuiltInProfile('default').data.criticalProcesses;
    expect(rest).toEqual(others);
    expect(ours?.otherwise).toBe('automatic-fail');
    expect(ours?.followedWhen).toEqual(theirs?.followedWhen.filter(({ callerValidated }) => !callerValidated));
  });

  test('resolves bare references', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const { nameOf } = loadProfile({ names: { [id]: 'Service Desk' } });
    expect(nameOf(id)).toBe('Service Desk');
    expect(nameOf('Ada Example')).toBe('Ada Example');
  });

  test('tells routed tickets and what their group needs', () => {
    const profile = loadProfile({
      serviceDeskGroups: ['Service Desk'],
      routingNeeds: [
        { groups: ['Network'], needs: [{ title: 'host name', phrases: ['host name'] }] },
        { groups: ['*'], needs: [{ title: 'what was tried', phrases: ['tried'] }] },
      ],
    });
    const titles = (group: string) => profile.routingNeedsOf(group).map(({ title }) => title);
    expect(profile.isRouted('service desk')).toBe(false);
    expect(titles('Service Desk')).toEqual([]);
    expect(titles('NETWORK')).toEqual(['host name', 'what was tried']);
    expect(titles('Facilities')).toEqual(['what was tried']);
    expect(loadProfile({}).isRouted('Anything')).toBeUndefined();
  });
});

describe('priorities', () => {
  const { priorityOf } = loadBuiltInProfile('default');
  test.each([
    ['1 - High', '1 - High', '1'],
    ['High', 'Low', '3'],
    ['3', '3', '5'],
    ['2', '4', undefined],
    ['', '1', undefined],
    [undefined, '1', undefined],
  ])('impact %j and urgency %j come to %j', (impact, urgency, expected) => {
    expect(priorityOf(impact, urgency)).toBe(expected);
  });

  test('a matrix of one’s own may have other numbers', () => {
    const own = loadProfile({ id: 'acme', priorityMatrix: { '3': { '3': '4' } } });
    expect(own.priorityOf('3 - Low', '3 - Low')).toBe('4');
  });
});

describe('close codes of the worked example', () => {
  const { closeCodeOf } = loadBuiltInProfile('mmc');
  test.each([
    ['Solved (Permanently)', 'solved'],
    ['Solved Remotely (Permanently)', 'solved'],
    ['solved_permanently', 'solved'],
    ['Solved (Work Around)', 'workaround'],
    ['Not Solved (Not Reproducible)', 'not-solved'],
    ['Not Solved (Too Costly)', 'not-solved'],
    ['Closed/Resolved by Caller', 'closed-by-caller'],
    ['Resolved by caller', 'closed-by-caller'],
    ['Duplicate', 'duplicate'],
    ['User error', 'other'],
    ['Whatever', undefined],
  ])('“%s” says %s', (label, meaning) => {
    expect(closeCodeOf(label)?.meaning).toBe(meaning);
  });
});

test('interactions belong to the channels that the profile names', () => {
  const { isInteractionChannel } = loadBuiltInProfile('default');
  expect(isInteractionChannel('phone')).toBe(true);
  expect(isInteractionChannel('self-service')).toBe(false);
});
