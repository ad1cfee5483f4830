import { describe, expect, test } from 'vitest';
import { buildCheck, buildContext, buildProfile } from '../../../testing/build.ts';
import { routingNeeds } from './routing-needs.ts';

const profile = buildProfile({
  routingNeeds: [
    {
      groups: ['Network Team'],
      needs: [
        { title: 'IP address', phrases: ['ip [(address|is)] #'] },
        { title: 'time of the outage', phrases: ['(since|from) #'] },
      ],
    },
  ],
});
const answer = (assignmentGroup: string, description: string) =>
  routingNeeds.answer(buildCheck(), buildContext({ assignmentGroup, description }, profile));

describe('what a resolver group needs', () => {
  test('is met when all of it is given', () => {
    expect(answer('Network Team', 'Down since 10:30, IP address: 10.0.0.1').value).toBe('met');
  });
  test('is not met when something lacks, and says what', () => {
    expect(answer('Network Team', 'Down since 10:30.\nIP address:')).toMatchObject({
      value: 'not-met',
      missing: [{ element: 'IP address' }],
    });
  });
  test('does not apply to the service desk or to groups without needs', () => {
    expect(answer('Service Desk', 'Down').value).toBe('not-applicable');
    expect(answer('Printer Team', 'Down').value).toBe('not-applicable');
  });
});
