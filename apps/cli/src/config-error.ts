import { TqrsError } from '@tqrs/parser';

/** An option, a setting or an output folder that the command cannot work with. */
export class ConfigError extends TqrsError {
  override readonly name = 'ConfigError';
}
