import type { Ticket, TicketField } from '@tqrs/parser';
import { expect, test } from 'vitest';
import { buildContext } from '../testing/build.ts';
import { criterion, level } from '../testing/rubric.ts';
import { conversationNeeded } from './conversation-needed.ts';
import type { TicketWith } from './define-rule.ts';

const asked = criterion('greeting', [level('greeted', 5), level('not-greeted', 0)], { judgeMayWaive: true });

function evaluate(fields: Partial<Ticket>) {
  const context = buildContext(fields);
  const ticket = context.ticket as TicketWith<TicketField>;
  return conversationNeeded.evaluate({ ...context, ticket, criterion: asked, options: {}, spelling: undefined });
}

const CHAT = 'Agent: Hello, how can I help?\nUser: my vpn is down\nAgent: Please restart it';

test.each<[string, Partial<Ticket>]>([
  ['a transcript in the description', { description: CHAT }],
  ['a transcript in a work note', { workNotes: [{ text: CHAT }] }],
  ['comments', { comments: [{ text: 'Hi Ada, please try again.', author: 'Ben Sample' }] }],
])('%s is left to the judge', (_, fields) => {
  expect(evaluate(fields)).toEqual({ status: 'undecided' });
});

test('without any conversation nothing is scored', () => {
  expect(evaluate({ description: 'VPN is down.', workNotes: [{ text: 'Restarted the client.' }] })).toEqual({
    status: 'unscored',
    reason: 'no-conversation',
    detail: 'No chat or call transcript and no comments were found in description, work notes and comments.',
    possibleLevels: ['greeted', 'not-greeted'],
    mayNotApply: true,
  });
});

test('where journals were not exported, it says which', () => {
  expect(evaluate({ description: 'VPN is down.', workNotes: undefined, comments: undefined })).toMatchObject({
    reason: 'field-not-exported',
    detail: expect.stringContaining('work notes and comments'),
  });
});
