import { ModelConfigError } from '../errors/model-config-error.ts';

/** Where OpenAI is. */
export const OPENAI_BASE_URL = 'https://api.openai.com/v1';

/**
 * Checks that a key can be sent in a header. Its text is never shown.
 * @throws {ModelConfigError}
 */
export function checkKey(key: string): string {
  const trimmed = key.trim();
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new ModelConfigError(
    trimmed === '' ? 'The API key is empty.' : 'The API key holds characters that no key has.',
    {
      code: 'key-invalid',
      hint: 'Copy the key again, without spaces, quotes or line breaks.',
    },
  );
}

/**
 * The address before `/chat/completions`, which is taken away where somebody copied the whole.
 * @throws {ModelConfigError} where it is none.
 */
export function readBaseUrl(address: string): string {
  return readAddress(address)
    .href.replace(/\/*$/, '')
    .replace(/\/chat\/completions$/, '');
}

/**
 * Reads an address.
 * @throws {ModelConfigError} where it is none.
 */
export function readAddress(address: string): URL {
  const text = address.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username) return url;
  // The address is not repeated: one with a name may hold a password too.
  throw new ModelConfigError('The address of the API is not one that begins with http:// or https://.', {
    code: 'address-invalid',
    hint: 'Write it as https://host/v1, without a name and password.',
  });
}
