import { expect, test } from 'vitest';
import { buildProfile, runRule } from '../testing/build.ts';
import type { Rule } from './define-rule.ts';
import { opaqueReference } from './opaque-reference.ts';

const rule = opaqueReference as unknown as Rule;
const options = { field: 'service', right: 'right' };
const sysId = '0123456789abcdef0123456789ABCDEF';

test('a bare sys_id keeps its points, on presence alone, with the hint how to export it better', () => {
  const outcome = runRule(rule, { service: sysId }, undefined, options);
  expect(outcome).toMatchObject({
    status: 'scored',
    levelId: 'right',
    basis: 'presence',
    confidence: 'low',
    evidence: [{ field: 'service', start: 0, end: 32, quote: sysId }],
  });
  expect(outcome.status === 'scored' && outcome.rationale).toContain('sysparm_display_value=all');
});

test.each(['Messaging', sysId.slice(1), `${sysId}0`, ''])('%j is no bare sys_id', (service) => {
  expect(runRule(rule, { service }, undefined, options)).toEqual({ status: 'undecided' });
});

test('a sys_id that the profile names is not opaque', () => {
  expect(runRule(rule, { service: sysId }, buildProfile({ names: { [sysId]: 'Messaging' } }), options)).toEqual({
    status: 'undecided',
  });
});
