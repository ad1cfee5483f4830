import OpenAI, { AzureOpenAI } from 'openai';
import { checkKey } from '../chat/addresses.ts';
import { clientOptions } from '../chat/client-options.ts';
import { createChatModel } from '../chat/create-chat-model.ts';
import type { ModelOptions } from '../chat/model-options.ts';
import { priceOf } from '../cost/prices.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import type { LanguageModel } from '../language-model.ts';
import { readAzureAddress } from './azure-address.ts';
import { cacheTokens, type TokenProvider } from './token-cache.ts';

/** The API version that is asked for where nothing else is said. */
export const AZURE_API_VERSION = '2024-02-15-preview';

/** How a deployment of Azure OpenAI is reached. */
export interface AzureOpenAIModelOptions extends ModelOptions {
  /** `https://name.openai.azure.com`, or the address of a gateway, also one that holds `/deployments/…` already. */
  readonly endpoint: string;
  /** The deployment's name. In an endpoint that holds one already, it only names the model in reports. */
  readonly deployment: string;
  /** Sent as `api-key`, and as `X-Api-Key`, which some gateways want. */
  readonly apiKey?: string | undefined;
  /** In place of a key. Tokens are kept until shortly before they end. */
  readonly tokenProvider?: TokenProvider | undefined;
  /** Absent: what the endpoint itself says, else `2024-02-15-preview`. Versions before 2024-08-01 know JSON mode only. */
  readonly apiVersion?: string | undefined;
}

/**
 * A deployment of Azure OpenAI.
 * @throws {ModelConfigError} where something in the options cannot be used, or there is not exactly one of key and provider.
 */
export function createAzureOpenAIModel(options: AzureOpenAIModelOptions): LanguageModel {
  const { deployment } = options;
  const address = readAzureAddress(options.endpoint);
  const credentials = credentialsOf(options);
  const client = address.isV1
    ? new OpenAI({ ...clientOptions(options), ...credentials.plain, baseURL: address.baseUrl })
    : new AzureOpenAI({
        ...clientOptions(options),
        ...credentials.azure,
        baseURL: address.baseUrl,
        deployment,
        apiVersion: options.apiVersion ?? address.apiVersion ?? AZURE_API_VERSION,
      });
  return createChatModel(
    { provider: 'azure', modelId: deployment, client, price: priceOf(deployment), mayIgnoreSchemas: false },
    options,
  );
}

/** What the client for the paths with deployments takes, and what the plain one does. */
function credentialsOf({ apiKey, tokenProvider }: AzureOpenAIModelOptions) {
  if (tokenProvider && apiKey === undefined) {
    const token = cacheTokens(tokenProvider);
    // A blank key keeps the client from looking for one in the environment.
    return { azure: { azureADTokenProvider: token, apiKey: '' }, plain: { apiKey: token } };
  }
  if (apiKey === undefined || tokenProvider) {
    throw new ModelConfigError('A deployment of Azure OpenAI needs either a key or a token provider.', {
      code: 'credentials-missing',
      hint: 'Give one of apiKey and tokenProvider.',
    });
  }
  const key = checkKey(apiKey);
  return {
    azure: { apiKey: key, defaultHeaders: { 'X-Api-Key': key } },
    plain: {
      apiKey: key,
      defaultHeaders: { 'X-Api-Key': key, 'api-key': key, Authorization: null },
    },
  };
}
