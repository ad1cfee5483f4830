import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { MODEL_VARIABLES, readModelConfiguration } from '@tqrs/llm/settings';
import { expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';

const example = parseEnv(readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8'));
const NETWORK = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];

test('.env.example has every variable with its default', () => {
  const models = MODEL_VARIABLES.map((variable) => [variable.name, 'default' in variable ? variable.default : '']);
  const network = NETWORK.map((name) => [name, '']);
  expect(example).toEqual({
    ...Object.fromEntries([...models, ...network]),
    BATCH_SIZE: '50',
    BATCH_CONCURRENCY: '5',
    LOG_LEVEL: 'INFO',
  });
});

test('a copy of it changes nothing', () => {
  expect(readSettings(example)).toEqual(readSettings({}));
  expect(readModelConfiguration(example)).toBeUndefined();
});
