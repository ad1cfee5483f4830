import { type Environment, MODEL_VARIABLES, readModelConfiguration } from '@tqrs/llm/settings';
import type { ModelDescription, ModelSettings } from '../../api/index.ts';

/** A model that a run can use. */
export interface ChosenModel {
  readonly description: ModelDescription;
  readonly origin: 'session' | 'server';
  /** The variables that set it up, its key among them: for the environment of a process, and nothing else. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Variables that say which model is asked and as whom. The others tune how. */
const CHOOSING: ReadonlySet<string> = new Set(
  MODEL_VARIABLES.map(({ name }) => name).filter(
    (name) => !/^OPENAI_(TEMPERATURE|MAX_TOKENS|TIMEOUT|MAX_RETRIES)$/.test(name),
  ),
);
/** Lets the command connect to public addresses alone. */
const PUBLIC_ONLY = 'TQRS_PUBLIC_ADDRESSES_ONLY';

/** The environment for processes of the command, without any credentials and without the server's own settings. */
export function withoutModel(environment: Environment): Environment {
  const isOurs = (name: string) => CHOOSING.has(name) || name.startsWith('TQRS_SERVE_') || name === PUBLIC_ONLY;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !isOurs(name)));
}

/**
 * The model that the server's own environment sets up; undefined where there is none.
 * @throws {ModelConfigError} where it is set up in part.
 */
export function modelOfServer(environment: Environment): ChosenModel | undefined {
  const configuration = readModelConfiguration(environment);
  if (configuration === undefined) return undefined;
  const { provider, model, host } = configuration.description;
  const set = Object.entries(environment).flatMap(([name, value]) =>
    CHOOSING.has(name) && value !== undefined ? [[name, value] as const] : [],
  );
  return { description: { provider, model, host }, origin: 'server', variables: Object.fromEntries(set) };
}

/**
 * The model that somebody set up for a session.
 * @param publicOnly Its address was not named by whoever runs the server: it must be a public one.
 * @throws {ModelConfigError} where something of it cannot be used.
 */
export function modelOfSession(settings: ModelSettings, publicOnly: boolean): ChosenModel {
  const variables = Object.fromEntries(
    Object.entries({ ...variablesOf(settings), ...(publicOnly && { [PUBLIC_ONLY]: '1' }) }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const configuration = readModelConfiguration(variables, { provider: settings.provider });
  if (configuration === undefined) throw new TypeError('A provider always gives a configuration.');
  const { provider, model, host } = configuration.description;
  return { description: { provider, model, host }, origin: 'session', variables };
}

function variablesOf(settings: ModelSettings): Record<string, string | undefined> {
  const tuning = {
    OPENAI_TEMPERATURE: settings.temperature?.toString(),
    OPENAI_TIMEOUT: settings.timeoutSeconds?.toString(),
  };
  switch (settings.provider) {
    case 'openai':
      return { OPENAI_API_KEY: settings.apiKey, OPENAI_MODEL: settings.model, ...tuning };
    case 'azure':
      return {
        TQRS_AZURE_OPENAI_ENDPOINT: settings.endpoint,
        TQRS_AZURE_OPENAI_API_KEY: settings.apiKey,
        TQRS_AZURE_OPENAI_DEPLOYMENT: settings.deployment,
        TQRS_AZURE_OPENAI_API_VERSION: settings.apiVersion,
        ...tuning,
      };
    case 'compatible':
      return {
        OPENAI_BASE_URL: settings.baseUrl,
        OPENAI_API_KEY: settings.apiKey,
        OPENAI_MODEL: settings.model,
        ...tuning,
      };
  }
}
