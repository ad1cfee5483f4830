import { describe, expect, test } from 'vitest';
import { configuration } from '../testing/runs.ts';
import { changesBetween, type RunConfiguration, runConfigurationSchema } from './configuration.ts';

const [rubric] = configuration().rubrics;
const model = {
  provider: 'openai',
  host: 'api.openai.com',
  model: 'gpt-4o',
  promptVersion: '1',
  redacted: true,
  votes: 1,
  parameters: { temperature: 0.1 },
};
const withModel = (changes: Partial<typeof model> = {}): Partial<RunConfiguration> => ({
  judge: { id: `openai:${changes.model ?? model.model}`, method: 'model', model: { ...model, ...changes } },
});

describe('what changed between two configurations', () => {
  test('is nothing where only the start and the command differ', () => {
    const later = configuration({ startedAt: '2027-01-01T00:00:00.000Z', command: { rubric: ['x'] } });
    expect(changesBetween(configuration(), later)).toEqual([]);
  });

  test.each<[string, Partial<RunConfiguration>, Partial<RunConfiguration>, string, string]>([
    ['a rubric', {}, { rubrics: rubric ? [{ ...rubric, version: '9.9.9', hash: 'x' }] : [] }, 'rubric', 'now 9.9.9'],
    [
      'other rubrics',
      {},
      { rubrics: rubric ? [rubric, { ...rubric, id: 'more' }] : [] },
      'rubric',
      'incident-logging, more',
    ],
    ['the profile', {}, { profile: { ...configuration().profile, hash: 'x' } }, 'profile', 'profile'],
    ['the judge', {}, withModel(), 'judge', 'offline, now openai:gpt-4o'],
    ['the model', withModel(), withModel({ model: 'gpt-5' }), 'model', 'openai:gpt-4o, now openai:gpt-5'],
    ['the host', withModel(), withModel({ host: 'elsewhere' }), 'model', 'elsewhere'],
    ['the prompt', withModel(), withModel({ promptVersion: '2' }), 'prompt', 'version 1, now 2'],
    ['masking', withModel(), withModel({ redacted: false }), 'settings', 'masking (on, now off)'],
    ['votes', withModel(), withModel({ votes: 3 }), 'settings', 'votes (1, now 3)'],
    ['parameters', withModel(), withModel({ parameters: {} as never }), 'settings', 'parameters'],
    ['spelling', {}, { spelling: true }, 'settings', 'spelling (off, now on)'],
    ['an export', {}, { sources: [{ name: 'incident.json', hash: 'b' }] }, 'export', '"incident.json"'],
    ['further exports', {}, { sources: [] }, 'export', '(1, now 0)'],
    ['the selection', {}, { selection: { limit: 5 } }, 'selection', 'selected'],
    ['the program', {}, { engine: 'tqrs 2.0.0' }, 'program', 'tqrs 1.0.0, now tqrs 2.0.0'],
  ])('is told: %s', (_what, before, after, part, text) => {
    const changes = changesBetween(configuration(before), configuration(after));
    expect(changes).toMatchObject([{ part }]);
    expect(changes[0]?.text).toContain(text);
  });
});

test('a configuration survives JSON', () => {
  const whole = configuration(withModel());
  expect(runConfigurationSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
});
