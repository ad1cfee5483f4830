import { readAddress } from '../chat/addresses.ts';

/** Where the requests of an Azure deployment go. */
export interface AzureAddress {
  /** What stands before `/deployments/…`, or before `/chat/completions` where the rest is in it already. */
  readonly baseUrl: string;
  /** `/openai/v1`, which knows neither deployments in the path nor API versions. */
  readonly isV1: boolean;
  /** The version that the address itself names. */
  readonly apiVersion: string | undefined;
}

/**
 * Reads the endpoint of an Azure resource, `https://name.openai.azure.com`, or the address that a company's gateway gives in
 * its place: with a path, up to `/openai`, `/openai/deployments/<name>` or the whole of it with `/chat/completions`.
 * @throws {ModelConfigError} where it is no address.
 */
export function readAzureAddress(endpoint: string): AzureAddress {
  const { origin, pathname, searchParams } = readAddress(endpoint);
  const path = pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  const isV1 = /\/v1$/.test(path);
  const isComplete = isV1 || path.split('/').includes('deployments') || path.endsWith('/openai');
  return {
    baseUrl: `${origin}${path}${isComplete ? '' : '/openai'}`,
    isV1,
    apiVersion: searchParams.get('api-version') ?? undefined,
  };
}
