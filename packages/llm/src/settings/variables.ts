/** An environment variable that chooses or tunes a model. */
export interface ModelVariable {
  readonly name: string;
  /** What counts where it is not set. Absent: nothing. */
  readonly default?: string;
  /** Its value is never shown. */
  readonly secret?: true;
  /** Meaning and unit, in one sentence. */
  readonly description: string;
}

/** Every variable that {@link readModelConfiguration} knows, in the order in which people should read of them. */
export const MODEL_VARIABLES = [
  { name: 'OPENAI_API_KEY', secret: true, description: 'The key for OpenAI, or for the server at OPENAI_BASE_URL.' },
  { name: 'OPENAI_BASE_URL', description: 'Another server that speaks the same language: http://localhost:11434/v1.' },
  { name: 'OPENAI_MODEL', default: 'gpt-4o', description: 'The model. Azure has deployments instead.' },
  { name: 'OPENAI_TEMPERATURE', default: '0.1', description: 'Randomness, from 0 to 2.' },
  { name: 'OPENAI_MAX_TOKENS', default: '2000', description: 'The most tokens that an answer may have.' },
  { name: 'OPENAI_TIMEOUT', default: '30', description: 'Seconds that one try may take.' },
  {
    name: 'OPENAI_MAX_RETRIES',
    default: '3',
    description: 'How often a request is sent at most where the network or the server fails: 3 is three tries in all.',
  },
  { name: 'TQRS_AZURE_OPENAI_ENDPOINT', description: 'https://name.openai.azure.com, or the address of a gateway.' },
  { name: 'TQRS_AZURE_OPENAI_API_KEY', secret: true, description: 'The key for it.' },
  { name: 'TQRS_AZURE_OPENAI_DEPLOYMENT', description: 'The name of the deployment.' },
  {
    name: 'TQRS_AZURE_OPENAI_API_VERSION',
    default: '2024-02-15-preview',
    description: 'The API version; 2024-10-21 and later keep answers to a schema.',
  },
] as const satisfies readonly ModelVariable[];

/** The name of one of {@link MODEL_VARIABLES}. */
export type ModelVariableName = (typeof MODEL_VARIABLES)[number]['name'];
