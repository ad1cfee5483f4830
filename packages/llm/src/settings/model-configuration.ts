import { inspect } from 'node:util';
import type { ModelOptions } from '../chat/model-options.ts';
import type { LanguageModel } from '../language-model.ts';

/** The providers that settings can choose. */
export const PROVIDERS = ['openai', 'azure', 'compatible'] as const;

/** One of {@link PROVIDERS}. */
export type ProviderName = (typeof PROVIDERS)[number];

/** What can be shown of a configuration: everything but keys. */
export interface ModelDescription {
  readonly provider: ProviderName;
  /** The model, or the deployment. */
  readonly model: string;
  /** Where requests go. */
  readonly host: string;
  /** Azure only. */
  readonly apiVersion?: string;
  /** The names of the variables that were set and count. */
  readonly variables: readonly string[];
  readonly temperature: number;
  readonly maxOutputTokens: number;
  readonly timeoutMs: number;
  readonly tries: number;
}

/** What a run adds to the settings, and may put in their place. */
export type RunOptions = Omit<ModelOptions, 'network'>;

/** A model that is set up, and not yet made. However it is printed, its key is not. */
export class ModelConfiguration {
  readonly description: ModelDescription;
  readonly #create: (options: RunOptions) => Promise<LanguageModel>;

  /** @internal Configurations come from `readModelConfiguration`. */
  constructor(description: ModelDescription, create: (options: RunOptions) => Promise<LanguageModel>) {
    this.description = description;
    this.#create = create;
  }

  /**
   * Makes the model. What it is made of is loaded only now: who reads settings and finds none does not wait for it.
   * @throws {ModelConfigError} where a proxy, a certificate file or an option cannot be used.
   */
  create(options: RunOptions = {}): Promise<LanguageModel> {
    return this.#create(options);
  }

  toJSON(): ModelDescription {
    return this.description;
  }

  [inspect.custom](): string {
    return `ModelConfiguration ${inspect(this.description)}`;
  }
}
