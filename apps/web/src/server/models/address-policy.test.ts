import { describe, expect, test } from 'vitest';
import { checkAddress } from './address-policy.ts';

const LISTED = ['llm.corp.example:8443', '*.ai.corp.example', 'ollama'];

describe('an address that somebody names', () => {
  test.each([
    ['azure', 'https://desk.openai.azure.com', [], false],
    ['azure', 'https://desk.cognitiveservices.azure.com/openai/v1', [], false],
    ['compatible', 'https://llm.corp.example:8443/v1', LISTED, false],
    ['compatible', 'http://ollama:11434/v1', LISTED, false],
    ['compatible', 'https://one.ai.corp.example/v1', LISTED, false],
    ['compatible', 'https://api.mistral.ai/v1', ['*'], true],
    ['azure', 'https://gateway.example.com/openai', ['*'], true],
    ['compatible', 'https://8.8.8.8/v1', ['*'], true],
    ['compatible', 'http://ollama/v1', ['*', 'ollama'], false],
  ] as const)('may be asked: %s %s %j', (provider, address, listed, publicOnly) => {
    expect(checkAddress(provider, address, listed)).toEqual({ publicOnly });
  });

  test.each([
    ['compatible', 'https://api.mistral.ai/v1', []],
    ['compatible', 'https://desk.openai.azure.com', []],
    ['azure', 'http://desk.openai.azure.com', []],
    ['azure', 'https://openai.azure.com.evil.example', []],
    ['azure', 'https://evil.example/.openai.azure.com', []],
    ['azure', 'https://evil.example#.openai.azure.com', []],
    ['azure', 'https://desk.openai.azure.com@evil.example', []],
    ['compatible', 'https://llm.corp.example/v1', LISTED],
    ['compatible', 'https://ai.corp.example/v1', LISTED],
    ['compatible', 'https://evilai.corp.example/v1', LISTED],
    ['compatible', 'https://name:word@ollama/v1', LISTED],
    ['compatible', 'http://api.mistral.ai/v1', ['*']],
    ...[
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:a9fe:a9fe]',
      '169.254.169.254',
      '100.100.100.200',
      '168.63.129.16',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.0.1',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '[fd00:ec2::254]',
      '[fe80::1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
    ].map((host) => ['compatible', `https://${host}/v1`, ['*']] as const),
  ] as const)('may not: %s %s %j', (provider, address, listed) => {
    expect(() => checkAddress(provider, address, listed)).toThrow('The address cannot be used.');
  });

  test.each(['', 'ollama', 'ftp://ollama', 'file:///etc/passwd', 'javascript:alert(1)', 'https://'])(
    'is none: %s',
    (address) => {
      expect(() => checkAddress('compatible', address, ['*'])).toThrow('no address');
    },
  );
});
