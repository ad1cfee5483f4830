import { readAzureAddress } from '../azure/azure-address.ts';
import { checkKey, OPENAI_BASE_URL, readAddress } from '../chat/addresses.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import { networkFromEnvironment } from '../network/network-settings.ts';
import { ModelConfiguration, type ModelDescription, type ProviderName } from './model-configuration.ts';
import { checked, type Environment, numberOf, settingOf } from './read-values.ts';
import { MODEL_VARIABLES, type ModelVariableName } from './variables.ts';

const TUNING = ['OPENAI_TEMPERATURE', 'OPENAI_MAX_TOKENS', 'OPENAI_TIMEOUT', 'OPENAI_MAX_RETRIES'] as const;
const OF_AZURE = [
  'TQRS_AZURE_OPENAI_ENDPOINT',
  'TQRS_AZURE_OPENAI_API_KEY',
  'TQRS_AZURE_OPENAI_DEPLOYMENT',
] as const satisfies readonly ModelVariableName[];

/** How a configuration is read. */
export interface ReadOptions {
  /** Absent: a complete Azure configuration, else OpenAI where there is a key, else the server at `OPENAI_BASE_URL`. */
  readonly provider?: ProviderName | undefined;
}

/**
 * Reads which model an environment sets up. Undefined where it sets up none, and none was asked for.
 * @throws {ModelConfigError} naming what is missing, or the variable that is malformed.
 */
export function readModelConfiguration(
  environment: Environment,
  { provider = chosenBy(environment) }: ReadOptions = {},
): ModelConfiguration | undefined {
  switch (provider) {
    case 'azure':
      return azure(environment);
    case 'openai':
      return openai(environment);
    case 'compatible':
      return compatible(environment);
    case undefined:
      return undefined;
  }
}

function chosenBy(environment: Environment): ProviderName | undefined {
  if (OF_AZURE.some((name) => settingOf(environment, name))) return 'azure';
  if (settingOf(environment, 'OPENAI_API_KEY')) return 'openai';
  return settingOf(environment, 'OPENAI_BASE_URL') ? 'compatible' : undefined;
}

function openai(environment: Environment): ModelConfiguration {
  const values = required(environment, 'openai', ['OPENAI_API_KEY']);
  const apiKey = checked('OPENAI_API_KEY', () => checkKey(values.OPENAI_API_KEY));
  const baseUrl = settingOf(environment, 'OPENAI_BASE_URL') ?? OPENAI_BASE_URL;
  const { host } = checked('OPENAI_BASE_URL', () => readAddress(baseUrl));
  const model = settingOf(environment, 'OPENAI_MODEL') ?? '';
  const variables = ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL'] as const;
  const description = describe(environment, variables, { provider: 'openai', model, host });
  return new ModelConfiguration(description, async (options) => {
    const { createOpenAIModel } = await import('../openai/openai-model.ts');
    return createOpenAIModel({ ...common(environment, description), ...options, apiKey, model, baseUrl });
  });
}

function compatible(environment: Environment): ModelConfiguration {
  const { OPENAI_BASE_URL: baseUrl } = required(environment, 'compatible', ['OPENAI_BASE_URL']);
  const { host } = checked('OPENAI_BASE_URL', () => readAddress(baseUrl));
  const key = settingOf(environment, 'OPENAI_API_KEY');
  const apiKey = key && checked('OPENAI_API_KEY', () => checkKey(key));
  const model = settingOf(environment, 'OPENAI_MODEL') ?? '';
  const variables = ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL'] as const;
  const description = describe(environment, variables, { provider: 'compatible', model, host });
  return new ModelConfiguration(description, async (options) => {
    const { createCompatibleModel } = await import('../compatible/compatible-model.ts');
    return createCompatibleModel({ ...common(environment, description), ...options, baseUrl, apiKey, model });
  });
}

function azure(environment: Environment): ModelConfiguration {
  const values = required(environment, 'azure', OF_AZURE);
  const endpoint = values.TQRS_AZURE_OPENAI_ENDPOINT;
  const deployment = values.TQRS_AZURE_OPENAI_DEPLOYMENT;
  const apiKey = checked('TQRS_AZURE_OPENAI_API_KEY', () => checkKey(values.TQRS_AZURE_OPENAI_API_KEY));
  const address = checked('TQRS_AZURE_OPENAI_ENDPOINT', () => readAzureAddress(endpoint));
  const { host } = new URL(address.baseUrl);
  const set = environment.TQRS_AZURE_OPENAI_API_VERSION?.trim() || address.apiVersion;
  const apiVersion = set ?? settingOf(environment, 'TQRS_AZURE_OPENAI_API_VERSION') ?? '';
  const description = describe(environment, [...OF_AZURE, 'TQRS_AZURE_OPENAI_API_VERSION'], {
    provider: 'azure',
    model: deployment,
    host,
    ...(!address.isV1 && { apiVersion }),
  });
  return new ModelConfiguration(description, async (options) => {
    const { createAzureOpenAIModel } = await import('../azure/azure-model.ts');
    const own = common(environment, description);
    return createAzureOpenAIModel({ ...own, ...options, endpoint, deployment, apiKey, apiVersion });
  });
}

/** @throws {ModelConfigError} naming all that is missing. */
function required<Name extends ModelVariableName>(
  environment: Environment,
  provider: ProviderName,
  names: readonly Name[],
): Record<Name, string> {
  const missing = names.filter((name) => !settingOf(environment, name));
  if (missing.length > 0) {
    const one = missing.length === 1;
    const unset = names.length === missing.length ? '' : ' Leave all of them out to use another model.';
    throw new ModelConfigError(`For ${provider}, ${missing.join(' and ')} ${one ? 'is' : 'are'} missing.`, {
      code: 'settings-incomplete',
      hint: `Set ${one ? 'it' : 'them'} in the environment or in a .env file.${unset}`,
    });
  }
  return Object.fromEntries(names.map((name) => [name, settingOf(environment, name)])) as Record<Name, string>;
}

function describe(
  environment: Environment,
  used: readonly ModelVariableName[],
  of: Pick<ModelDescription, 'provider' | 'model' | 'host' | 'apiVersion'>,
): ModelDescription {
  const known: readonly string[] = [...used, ...TUNING];
  return {
    ...of,
    variables: MODEL_VARIABLES.map(({ name }) => name).filter(
      (name) => known.includes(name) && environment[name]?.trim(),
    ),
    temperature: numberOf(environment, 'OPENAI_TEMPERATURE', { least: 0, most: 2, whole: false }),
    maxOutputTokens: numberOf(environment, 'OPENAI_MAX_TOKENS', { least: 1, most: 1_000_000, whole: true }),
    timeoutMs: 1_000 * numberOf(environment, 'OPENAI_TIMEOUT', { least: 0.001, most: 86_400, whole: false }),
    // Who knows the name from elsewhere may write 0 for "send it once".
    tries: Math.max(1, numberOf(environment, 'OPENAI_MAX_RETRIES', { least: 0, most: 100, whole: true })),
  };
}

function common(environment: Environment, { temperature, maxOutputTokens, timeoutMs, tries }: ModelDescription) {
  return {
    parameters: { temperature, maxOutputTokens },
    timeoutMs,
    tries,
    network: networkFromEnvironment(environment),
  };
}
