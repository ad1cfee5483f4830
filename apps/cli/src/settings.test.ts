import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError } from './config-error.ts';
import { readEnvironment, readSettings } from './settings.ts';

describe('settings', () => {
  test('have defaults', () => {
    expect(readSettings({})).toEqual({ logLevel: 'INFO', concurrency: 5, batchSize: 50 });
  });

  test('are read in any case, and a blank one is none', () => {
    expect(readSettings({ LOG_LEVEL: 'debug', BATCH_CONCURRENCY: ' 8 ', BATCH_SIZE: '' })).toEqual({
      logLevel: 'DEBUG',
      concurrency: 8,
      batchSize: 50,
    });
  });

  test.each([
    ['LOG_LEVEL', 'LOUD'],
    ['BATCH_SIZE', '0'],
    ['BATCH_SIZE', '-1'],
    ['BATCH_SIZE', '1.5'],
    ['BATCH_CONCURRENCY', 'many'],
    ['BATCH_CONCURRENCY', '1001'],
    ['BATCH_CONCURRENCY', '0x10'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(ConfigError);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });
});

describe('the .env file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tqrs-env-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is read where there is one, and the environment wins over it', () => {
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=ERROR\nBATCH_SIZE="20"\n');
    expect(readEnvironment(folder, { LOG_LEVEL: 'DEBUG' })).toEqual({ LOG_LEVEL: 'DEBUG', BATCH_SIZE: '20' });
  });

  test('may be missing', () => {
    expect(readEnvironment(folder, { A: '1' })).toEqual({ A: '1' });
  });
});
