import { inspect } from 'node:util';
import { completion, startFaultServer } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { ask, failureOf, GOOD, SECRET_KEY } from '../../test/support.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import type { ProviderName } from './model-configuration.ts';
import { readModelConfiguration } from './read-model-configuration.ts';
import type { Environment } from './read-values.ts';
import { MODEL_VARIABLES } from './variables.ts';

const OPENAI = { OPENAI_API_KEY: SECRET_KEY };
const AZURE = {
  TQRS_AZURE_OPENAI_ENDPOINT: 'https://my-resource.openai.azure.com',
  TQRS_AZURE_OPENAI_API_KEY: SECRET_KEY,
  TQRS_AZURE_OPENAI_DEPLOYMENT: 'my-gpt',
};
const DEFAULTS = { temperature: 0.1, maxOutputTokens: 2_000, timeoutMs: 30_000, tries: 3 };

const describeModel = (environment: Environment, provider?: ProviderName) =>
  readModelConfiguration(environment, { provider })?.description;

describe('the settings of a model', () => {
  test('are none where nothing is set', () => {
    expect(readModelConfiguration({})).toBeUndefined();
    expect(readModelConfiguration({ OPENAI_MODEL: 'gpt-4o', OPENAI_API_KEY: ' ' })).toBeUndefined();
  });

  test.each<[string, Environment, object]>([
    [
      'a key',
      OPENAI,
      { provider: 'openai', model: 'gpt-4o', host: 'api.openai.com', variables: ['OPENAI_API_KEY'], ...DEFAULTS },
    ],
    [
      'a key and another address',
      { ...OPENAI, OPENAI_BASE_URL: 'https://gateway.test:8443/v1', OPENAI_MODEL: ' gpt-4o-mini ' },
      { provider: 'openai', model: 'gpt-4o-mini', host: 'gateway.test:8443' },
    ],
    [
      'an address without a key',
      { OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'llama3.1' },
      { provider: 'compatible', model: 'llama3.1', host: 'localhost:11434' },
    ],
    [
      'Azure',
      AZURE,
      {
        provider: 'azure',
        model: 'my-gpt',
        host: 'my-resource.openai.azure.com',
        apiVersion: '2024-02-15-preview',
        variables: Object.keys(AZURE),
        ...DEFAULTS,
      },
    ],
    ['Azure before a key', { ...OPENAI, ...AZURE }, { provider: 'azure', variables: Object.keys(AZURE) }],
    [
      'everything',
      {
        ...OPENAI,
        OPENAI_TEMPERATURE: '0',
        OPENAI_MAX_TOKENS: '500',
        OPENAI_TIMEOUT: '2.5',
        OPENAI_MAX_RETRIES: '5',
        UNRELATED: 'x',
      },
      {
        temperature: 0,
        maxOutputTokens: 500,
        timeoutMs: 2_500,
        tries: 5,
        variables: [
          'OPENAI_API_KEY',
          'OPENAI_TEMPERATURE',
          'OPENAI_MAX_TOKENS',
          'OPENAI_TIMEOUT',
          'OPENAI_MAX_RETRIES',
        ],
      },
    ],
    ['no second try', { ...OPENAI, OPENAI_MAX_RETRIES: '0' }, { tries: 1 }],
    ['a version', { ...AZURE, TQRS_AZURE_OPENAI_API_VERSION: '2024-10-21' }, { apiVersion: '2024-10-21' }],
    [
      'a version in the address',
      { ...AZURE, TQRS_AZURE_OPENAI_ENDPOINT: 'https://g.test/openai?api-version=2024-06-01' },
      { apiVersion: '2024-06-01' },
    ],
  ])('come from %s', (_, environment, expected) => {
    expect(describeModel(environment)).toMatchObject(expected);
  });

  test('choose the provider that was asked for', () => {
    const both = { ...OPENAI, ...AZURE, OPENAI_BASE_URL: 'http://localhost:1234/v1' };
    expect(describeModel(both, 'openai')).toMatchObject({ provider: 'openai', host: 'localhost:1234' });
    expect(describeModel(both, 'compatible')).toMatchObject({ provider: 'compatible', host: 'localhost:1234' });
    expect(describeModel(both, 'azure')).toMatchObject({ provider: 'azure' });
  });

  test.each<[Environment, ProviderName | undefined, string[]]>([
    [{ TQRS_AZURE_OPENAI_API_KEY: 'x' }, undefined, ['TQRS_AZURE_OPENAI_ENDPOINT', 'TQRS_AZURE_OPENAI_DEPLOYMENT']],
    [
      { ...OPENAI, TQRS_AZURE_OPENAI_DEPLOYMENT: 'd' },
      undefined,
      ['TQRS_AZURE_OPENAI_ENDPOINT', 'TQRS_AZURE_OPENAI_API_KEY'],
    ],
    [{ ...AZURE, TQRS_AZURE_OPENAI_DEPLOYMENT: ' ' }, undefined, ['TQRS_AZURE_OPENAI_DEPLOYMENT is missing']],
    [{}, 'azure', ['TQRS_AZURE_OPENAI_ENDPOINT', 'TQRS_AZURE_OPENAI_API_KEY', 'TQRS_AZURE_OPENAI_DEPLOYMENT']],
    [{}, 'openai', ['OPENAI_API_KEY']],
    [OPENAI, 'compatible', ['OPENAI_BASE_URL']],
  ])('name what is missing: %#', (environment, provider, names) => {
    const read = () => readModelConfiguration(environment, { provider });
    expect(read).toThrow(ModelConfigError);
    for (const name of names) expect(read).toThrow(name);
  });

  test.each([
    ['OPENAI_TEMPERATURE', 'warm'],
    ['OPENAI_TEMPERATURE', '2.1'],
    ['OPENAI_TEMPERATURE', '0,1'],
    ['OPENAI_MAX_TOKENS', '0'],
    ['OPENAI_MAX_TOKENS', '1.5'],
    ['OPENAI_MAX_TOKENS', '2k'],
    ['OPENAI_TIMEOUT', '30s'],
    ['OPENAI_TIMEOUT', '0'],
    ['OPENAI_MAX_RETRIES', '-1'],
    ['OPENAI_MAX_RETRIES', '1e1'],
    ['OPENAI_BASE_URL', 'localhost:11434'],
    ['OPENAI_BASE_URL', `https://me:${SECRET_KEY}@host`],
    ['OPENAI_API_KEY', `${SECRET_KEY} twice`],
  ])('name what is malformed: %s=%s', (name, value) => {
    const read = () => readModelConfiguration({ ...OPENAI, [name]: value });
    expect(read).toThrow(ModelConfigError);
    expect(read).toThrow(name);
    expect(read).not.toThrow(SECRET_KEY);
  });

  test.each([
    ['TQRS_AZURE_OPENAI_ENDPOINT', 'my-resource'],
    ['TQRS_AZURE_OPENAI_API_KEY', 'two words'],
  ])('name what is malformed for Azure: %s', (name, value) => {
    expect(() => readModelConfiguration({ ...AZURE, [name]: value })).toThrow(name);
  });

  test('do not matter where no model is set up', () => {
    expect(readModelConfiguration({ OPENAI_TIMEOUT: 'soon' })).toBeUndefined();
  });

  test.each([OPENAI, AZURE, { ...OPENAI, OPENAI_BASE_URL: 'http://localhost:1/v1' }])(
    'show no key, however they are printed: %#',
    async (environment) => {
      const configuration = readModelConfiguration(environment);
      const printed = [
        JSON.stringify(configuration),
        inspect(configuration, { depth: 9, showHidden: true }),
        `${configuration}`,
      ];
      expect(printed.join()).not.toContain(SECRET_KEY);
      expect(printed.join()).toContain('gpt');
      const model = await configuration?.create();
      expect(JSON.stringify(model) + inspect(model, { depth: 9 })).not.toContain(SECRET_KEY);
    },
  );

  test('have defaults that are what the list says', () => {
    const listed = Object.fromEntries(
      MODEL_VARIABLES.map((variable) => [variable.name, 'default' in variable ? variable.default : undefined]),
    );
    expect(describeModel({ ...listed, ...AZURE })).toEqual({
      ...describeModel(AZURE),
      variables: MODEL_VARIABLES.map(({ name }) => name).filter(
        (name) => name in AZURE || (listed[name] && name !== 'OPENAI_MODEL'),
      ),
    });
  });
});

describe('a configuration', () => {
  test('makes a model that asks as it says', async () => {
    await using server = await startFaultServer([completion(GOOD)]);
    const environment = {
      ...OPENAI,
      OPENAI_BASE_URL: `${server.url}/v1`,
      OPENAI_MAX_TOKENS: '321',
      OPENAI_TEMPERATURE: '0.7',
    };
    const model = await readModelConfiguration(environment)?.create();
    if (!model) throw new Error('no model');
    await ask(model);
    expect(server.requests[0]?.body).toMatchObject({ model: 'gpt-4o', max_tokens: 321, temperature: 0.7 });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${SECRET_KEY}`);
  });

  test.each([
    ['azure', '/openai/deployments/my-gpt/chat/completions'],
    ['compatible', '/v1/chat/completions'],
  ] as const)('reaches %s', async (provider, path) => {
    await using server = await startFaultServer([completion(GOOD)]);
    const environment = { ...AZURE, TQRS_AZURE_OPENAI_ENDPOINT: server.url, OPENAI_BASE_URL: `${server.url}/v1` };
    const model = await readModelConfiguration(environment, { provider })?.create();
    if (!model) throw new Error('no model');
    await ask(model);
    expect(server.requests[0]?.path).toBe(path);
  });

  test('takes the options of a run', async () => {
    await using server = await startFaultServer([{ ...completion(GOOD), drop: true }]);
    const model = await readModelConfiguration({ OPENAI_BASE_URL: `${server.url}/v1` })?.create({ tries: 1 });
    if (!model) throw new Error('no model');
    expect(await failureOf(ask(model))).toMatchObject({ spent: { attempts: 1 } });
  });

  test('reaches the network as its environment says, not as that of the process does', async () => {
    const configuration = readModelConfiguration({ ...OPENAI, HTTPS_PROXY: 'nonsense://' });
    await expect(configuration?.create()).rejects.toThrow('HTTPS_PROXY');
  });
});
