import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiError, completion, startFaultServer, webPage } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { folderForAll } from './test-folder.ts';

const KEY = 'sk-secret-0123456789';
const ready = completion({ ready: true });

const folder = folderForAll();

/** In a folder without a `.env`, unless a test writes one. */
const doctor = (env: Record<string, string>, args: readonly string[] = []) =>
  callTqrs(['doctor', ...args], { cwd: folder, env });

describe('tqrs doctor', () => {
  test.each([
    [{}, []],
    [{ OPENAI_API_KEY: KEY }, ['--judge', 'offline']],
  ])('says that the offline judge answers: %j %j', async (env, args) => {
    const { code, stdout, stderr } = await doctor(env as Record<string, string>, args);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/judge +offline/);
    expect(code).toBe(0);
  });

  test('shows the model that is set up, from where, and what it supports', async () => {
    await using server = await startFaultServer(({ body }) =>
      'seed' in body ? apiError(400, { message: 'Unrecognized request argument supplied: seed' }) : ready,
    );
    const env = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_TIMEOUT: '5' };
    const { code, stdout, stderr } = await doctor(env);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain(`openai: gpt-4o at 127.0.0.1:${server.port}`);
    expect(stdout).toContain('OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_TIMEOUT');
    expect(stdout).toMatch(/ok by gpt-4o-2024-08-06: [\d,]+ ms, 120 tokens, \$0\.000400/);
    expect(stdout).toContain('answers kept to a schema, temperature, no seed');
    expect(stdout).not.toContain(KEY);
  });

  test('reads Azure out of a .env file, before a key of OpenAI', async () => {
    await using server = await startFaultServer([ready]);
    const lines = [`TQRS_AZURE_OPENAI_ENDPOINT=${server.url}`, `TQRS_AZURE_OPENAI_API_KEY=${KEY}`];
    writeFileSync(join(folder, '.env'), `${lines.join('\n')}\nTQRS_AZURE_OPENAI_DEPLOYMENT=my-gpt\n`);
    const { code, stdout } = await doctor({ OPENAI_API_KEY: 'sk-other' });
    rmSync(join(folder, '.env'));
    expect(code).toBe(0);
    expect(stdout).toContain('azure: my-gpt at');
    expect(stdout).toContain('API version 2024-02-15-preview');
    expect(stdout).toContain('TQRS_AZURE_OPENAI_API_KEY (.env)');
    expect(server.requests[0]?.path).toBe('/openai/deployments/my-gpt/chat/completions');
  });

  test.each([
    ['wrong-key', apiError(401), /Check the key/],
    ['web-page', webPage(), /login page/],
    ['model-not-found', apiError(404, { code: 'model_not_found' }), /name of the model/],
  ])('says what is wrong and what to do, after one request: %s', async (problem, reply, cure) => {
    await using server = await startFaultServer([reply]);
    const { code, stdout } = await doctor({ OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_MODEL: 'llama' });
    expect(code).toBe(4);
    expect(stdout).toContain('compatible: llama at');
    expect(stdout).toMatch(new RegExp(`problem +${problem}: `));
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(cure);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [{ TQRS_AZURE_OPENAI_API_KEY: KEY }, [], 'TQRS_AZURE_OPENAI_ENDPOINT and TQRS_AZURE_OPENAI_DEPLOYMENT are missing'],
    [{ OPENAI_API_KEY: KEY }, ['--judge', 'compatible'], 'OPENAI_BASE_URL is missing'],
    [{ OPENAI_API_KEY: KEY, OPENAI_TIMEOUT: 'soon' }, [], 'OPENAI_TIMEOUT is "soon"'],
    [{ LOG_LEVEL: 'LOUD' }, [], 'LOG_LEVEL is "LOUD"'],
    [{ OPENAI_API_KEY: KEY, HTTPS_PROXY: 'nonsense://' }, [], 'HTTPS_PROXY is not the address of a proxy'],
    [{}, ['--judge', 'magic'], 'openai, azure, compatible'],
  ])('refuses settings that cannot work with 2: %#', async (env, args, words) => {
    const { code, stderr } = await doctor(env as Record<string, string>, args);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain(KEY);
    expect(code).toBe(2);
  });
});
