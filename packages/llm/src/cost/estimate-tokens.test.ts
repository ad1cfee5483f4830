import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateInputTokens, estimateTokens } from './estimate-tokens.ts';

/** What OpenAI's two tokenizers count: o200k_base (gpt-4o and later) and cl100k_base (before). */
const COUNTED: [string, number, number, string][] = [
  [
    'prose',
    21,
    22,
    'Unlocked the account. Caller confirmed that he was able to log in, and agreed to close the ticket.',
  ],
  [
    'a form',
    33,
    33,
    'Best contact number: 555-0142\nIs this affecting multiple users? No\nEmployee ID- E10233\nLocation: Oslo, floor 3\n',
  ],
  [
    'identifiers',
    49,
    48,
    'INC0010001 RITM0020345 KB0012345 10.22.3.45 2026-03-05 09:12:33 0x80070005 C:\\Users\\x\\AppData\\Local',
  ],
  [
    'JSON',
    29,
    29,
    '{"id":"names-agreement","field":"closeNotes","quote":"User agreed to close","reason":"stated","verdict":"met"}',
  ],
  ['capitals', 12, 12, 'PLEASE RESET THE PASSWORD ASAP, THE VPN CLIENT DOES NOT START'],
  [
    'hashes',
    53,
    53,
    '5f4dcc3b5aa765d61d8327deb882cf99 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ],
  ['base64', 51, 55, 'VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZy4gMTIzNDU2Nzg5MA=='],
  [
    'German',
    21,
    28,
    'Der Benutzer kann sich nicht anmelden, weil das Passwort abgelaufen ist. Bitte zurücksetzen und bestätigen.',
  ],
  ['Japanese', 17, 26, 'ユーザーはログインできません。パスワードをリセットしてください。'],
  ['Arabic', 13, 41, 'المستخدم لا يستطيع تسجيل الدخول الرجاء إعادة تعيين كلمة المرور'],
  ['emoji', 8, 14, '👍🏽🚀😀🎉'],
  ['punctuation', 10, 10, '=== >>> !!! --- ??? *** ### (((…)))'],
  ['white space', 7, 7, 'a\n\n\nb   \n  \t\t c\r\n\r\n'],
  ['one long word', 24, 26, 'qzjxkvbwpmfhgtyrndlscqzjxkvbwpmfhgtyrndlsc'],
];

describe('an estimate of tokens', () => {
  test.each(COUNTED)('is not below what is counted: %s', (_, o200k, cl100k, text) => {
    expect(estimateInputTokens([{ role: 'user', content: text }])).toBeGreaterThanOrEqual(Math.max(o200k, cl100k));
  });

  test.each(COUNTED.slice(0, 8))(
    'is not far above twice of it for what tickets are made of: %s',
    (_, o200k, __, text) => {
      expect(estimateTokens(text)).toBeLessThanOrEqual(2.2 * o200k);
    },
  );

  test('grows with the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(estimateTokens(`${a} ${b}`)).toBeGreaterThanOrEqual(Math.max(estimateTokens(a), estimateTokens(b)) - 1);
      }),
    );
  });

  test('counts the schema and something for each message', () => {
    const message = { role: 'user', content: 'Hello there' } as const;
    const one = estimateInputTokens([message]);
    expect(estimateInputTokens([message, message])).toBe(2 * one);
    expect(one).toBeGreaterThan(estimateTokens(message.content));
    expect(estimateInputTokens([message], { type: 'object' })).toBeGreaterThan(one);
  });

  test('comes to an end with hostile text', () => {
    for (const piece of ['a', '1', ' ', '\n', 'a1', '…', '𝒳']) estimateTokens(piece.repeat(300_000));
  });
});
