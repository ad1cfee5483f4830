import type { ClientOptions } from 'openai';
import { createFetch } from '../network/create-fetch.ts';
import { networkFromEnvironment } from '../network/network-settings.ts';
import type { ModelOptions } from './model-options.ts';

/**
 * How every client is made: it does not retry, keeps no log, and takes no key, address or organisation from the environment
 * by itself.
 */
export function clientOptions({ network, timeoutMs = 30_000 }: ModelOptions) {
  return {
    fetch: createFetch(network ?? networkFromEnvironment(process.env)),
    maxRetries: 0,
    // Ours ends first; it covers the body as well.
    timeout: Math.min(timeoutMs + 1_000, 0x7fffffff),
    logLevel: 'off',
    organization: null,
    project: null,
  } satisfies ClientOptions;
}
