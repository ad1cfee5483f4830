import type { ModelSettings } from '../../api/index.ts';
import { words } from '../words/index.ts';

/** Who a model is asked of. */
export type Provider = ModelSettings['provider'];
type FieldName = 'apiKey' | 'model' | 'endpoint' | 'deployment' | 'apiVersion' | 'baseUrl';
/** What was typed. */
export type Values = Partial<Record<FieldName, string>>;

interface Field {
  readonly name: FieldName;
  readonly label: string;
  readonly isRequired: boolean;
  readonly isSecret?: boolean;
  readonly example?: string;
}

const { settings } = words;
const KEY: Field = { name: 'apiKey', label: settings.key, isRequired: true, isSecret: true };

/** The fields of each provider, in the order in which people look them up. */
export const FIELDS: Readonly<Record<Provider, readonly Field[]>> = {
  openai: [KEY, { name: 'model', label: settings.modelDefault, isRequired: false }],
  azure: [
    {
      name: 'endpoint',
      label: settings.endpoint,

      isRequired: true,
      example: 'https://….openai.azure.com',
    },
    KEY,
    { name: 'deployment', label: settings.deployment, isRequired: true },
    { name: 'apiVersion', label: settings.apiVersion, isRequired: false },
  ],
  compatible: [
    { name: 'baseUrl', label: settings.baseUrl, isRequired: true, example: 'https://…/v1' },
    { ...KEY, label: settings.keyOptional, isRequired: false },
    { name: 'model', label: settings.modelName, isRequired: true },
  ],
};

/** What is sent: the fields of the provider, blank ones left out where they may be. The server checks them. */
export function modelSettings(provider: Provider, values: Values): ModelSettings {
  const of = (name: FieldName) => values[name]?.trim() ?? '';
  const maybe = <Name extends FieldName>(name: Name) =>
    of(name) === '' ? {} : ({ [name]: of(name) } as Record<Name, string>);
  switch (provider) {
    case 'openai':
      return { provider, apiKey: of('apiKey'), ...maybe('model') };
    case 'azure':
      return {
        provider,
        endpoint: of('endpoint'),
        apiKey: of('apiKey'),
        deployment: of('deployment'),
        ...maybe('apiVersion'),
      };
    case 'compatible':
      return { provider, baseUrl: of('baseUrl'), model: of('model'), ...maybe('apiKey') };
  }
}
