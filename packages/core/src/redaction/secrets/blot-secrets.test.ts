import { readField } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { createOfflineJudge } from '../../judge/offline/offline-judge.ts';
import { reviewTickets } from '../../review/review-tickets.ts';
import { loadBuiltInRubric } from '../../rubric/load.ts';
import { buildProfile, buildTicket, FACTS, journal } from '../../testing/build.ts';
import { blotSecrets } from './blot-secrets.ts';
import { detectSecrets } from './detect-secrets.ts';
import { secretFindings } from './findings.ts';

const SECRET = 'Harbour!Blue72';
const ticket = buildTicket({
  description: 'Locked out of Windows. Contact Number: 5551234',
  workNotes: journal('Called the user.', `Reset the password, temporary password: ${SECRET}. User can log in.`),
  comments: journal(`Your password is ${SECRET}`),
  closeNotes: `Password reset. He typed ${SECRET} and confirmed.`,
  source: {
    close_notes: `Password reset. He typed ${SECRET} and confirmed.`,
    work_notes: { display_value: `x\r\ntemporary password: ${SECRET}.`, value: 1 },
    number: 'INC0000001',
  },
});

describe('detectSecrets', () => {
  test('tells field, entry and offsets, and finds a secret again where nothing says that it is one', () => {
    const secrets = detectSecrets(ticket);
    expect(secrets.map(({ field, entry, kind }) => [field, entry, kind])).toEqual([
      ['closeNotes', undefined, 'password'],
      ['workNotes', 1, 'password'],
      ['comments', 0, 'password'],
    ]);
    for (const { field, entry, start, end } of secrets)
      expect(readField(ticket, field, entry)?.slice(start, end)).toBe(SECRET);
  });

  test('does not look for a PIN elsewhere: a short number stands anywhere', () => {
    expect(detectSecrets(buildTicket({ description: 'PIN: 4821', closeNotes: 'Room 4821' }))).toHaveLength(1);
  });

  test('finds none where there is none', () => {
    expect(
      detectSecrets(buildTicket({ description: 'Password reset, PIN: N', closeNotes: 'Password given by phone' })),
    ).toEqual([]);
  });
});

describe('blotSecrets', () => {
  test('blots out every unit, so that offsets hold, and leaves the ticket that came in alone', () => {
    const { ticket: blotted } = blotSecrets(ticket);
    expect(blotted.comments?.[0]?.text).toBe(`Your password is ${'█'.repeat(SECRET.length)}`);
    expect(blotted.closeNotes).toHaveLength(ticket.closeNotes?.length ?? 0);
    expect(blotted.description).toBe(ticket.description);
    expect(ticket.closeNotes).toContain(SECRET);
  });

  test('leaves the secret nowhere, not in the source record either', () => {
    expect(JSON.stringify(blotSecrets(ticket).ticket)).not.toContain(SECRET);
    expect(blotSecrets(ticket).ticket.source.number).toBe('INC0000001');
  });

  test('blots a key of several lines out of a source that ends its lines otherwise', () => {
    const lines = ['-----BEGIN PRIVATE KEY-----', 'QUFBQUFBQUFB', '-----END PRIVATE KEY-----'];
    const { ticket: blotted } = blotSecrets(
      buildTicket({
        description: `Key:\n${lines.join('\n')}`,
        source: { description: `Key:\r\n${lines.join('\r\n')}` },
      }),
    );
    expect(JSON.stringify(blotted)).not.toContain('QUFBQUFBQUFB');
  });

  test('finds nothing more in what it made, and gives back a ticket without secrets as it is', () => {
    const { ticket: blotted } = blotSecrets(ticket);
    expect(blotSecrets(blotted)).toEqual({ ticket: blotted, secrets: [] });
    const clean = buildTicket({ description: 'Password reset' });
    expect(blotSecrets(clean).ticket).toBe(clean);
  });
});

describe('secretFindings', () => {
  test('names kinds and places, and quotes what may be shown', () => {
    const [finding] = secretFindings(blotSecrets(ticket));
    expect(finding?.id).toBe('secret-in-ticket');
    expect(finding?.message).toMatch(/^Passwords stand in the close notes, work notes and comments,/);
    expect(finding?.evidence).toHaveLength(3);
    for (const { quote } of finding?.evidence ?? []) expect(quote).toBe('█'.repeat(SECRET.length));
  });

  test.each([
    ['PIN: 4821', 'A PIN stands in the description,'],
    ['pwd: Kochi#8841, OTP 482913', 'A password and an access code stand in the description,'],
    ['AKIAIOSFODNN7EXAMPLE, api key = 9fA2-kk31-XXLq', 'Keys stand in the description,'],
  ])('%s: %s', (description, beginning) => {
    const [finding] = secretFindings(blotSecrets(buildTicket({ description })));
    expect(finding?.message.startsWith(beginning)).toBe(true);
  });

  test('there is none without a secret', () => {
    expect(secretFindings(blotSecrets(buildTicket({ description: 'Password reset' })))).toEqual([]);
  });
});

test('a review tells of the secret and repeats it nowhere: not in quotes, advice, or the ticket that it gives back', async () => {
  const events: unknown[] = [];
  const options = {
    rubric: loadBuiltInRubric('incident-logging'),
    profile: buildProfile(),
    judge: createOfflineJudge(),
  };
  for await (const event of reviewTickets([ticket], {
    ...options,
    facts: { ...FACTS, filled: ['workNotes', 'comments'] },
  })) {
    events.push(event);
    if (event.type !== 'review-end') continue;
    expect(event.scorecard.findings.map(({ id }) => id)).toContain('secret-in-ticket');
    for (const { field, entry, start, end, quote } of event.scorecard.findings.flatMap(({ evidence = [] }) => evidence))
      expect(readField(event.ticket, field, entry)?.slice(start, end)).toBe(quote);
  }
  expect(events.some((event) => (event as { type: string }).type === 'review-end')).toBe(true);
  expect(JSON.stringify(events)).not.toContain(SECRET);
});
