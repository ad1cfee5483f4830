import { expect, test } from 'vitest';
import { loadBuiltInProfile } from '../profile/load.ts';

const { channelOf } = loadBuiltInProfile('default');

test.each([
  ['Hotline', 'phone'],
  ['Call - Inbound', 'phone'],
  ['Phone (Voice)', 'phone'],
  ['Walk-up Experience', 'walk-in'],
  ['Genius Bar', 'walk-in'],
  ['Web Chat', 'chat'],
  ['MS Teams', 'chat'],
  ['Chat (Guest)', 'guest-chat'],
  ['Incoming Email', 'email'],
  ['Service Catalog', 'self-service'],
  ['Virtual Assistant', 'virtual-agent'],
  ['System Generated', 'system'],
  ['Fax', undefined],
])('the contact type %s', (value, channel) => {
  expect(channelOf(value)).toBe(channel);
});
