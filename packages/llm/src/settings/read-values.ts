import { ModelConfigError } from '../errors/model-config-error.ts';
import { MODEL_VARIABLES, type ModelVariable, type ModelVariableName } from './variables.ts';

/** An environment as a plain record: that of the process, with a `.env` file under it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable, or its default. A blank one is none. */
export function settingOf(environment: Environment, name: ModelVariableName): string | undefined {
  const variable: ModelVariable | undefined = MODEL_VARIABLES.find((variable) => variable.name === name);
  return environment[name]?.trim() || variable?.default;
}

/**
 * A number within bounds.
 * @throws {ModelConfigError} naming the variable.
 */
export function numberOf(
  environment: Environment,
  name: ModelVariableName,
  { least, most, whole }: { readonly least: number; readonly most: number; readonly whole: boolean },
): number {
  const text = settingOf(environment, name) ?? '';
  const value = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  const kind = `${whole ? 'a whole number' : 'a number'} from ${least} to ${most}`;
  throw new ModelConfigError(`${name} is "${text}", which is not ${kind}.`, {
    code: 'setting-invalid',
    hint: `Set ${name} to ${kind}, or leave it out.`,
  });
}

/**
 * Lets a check of a value name the variable that it came from.
 * @throws {ModelConfigError}
 */
export function checked<Value>(name: ModelVariableName, check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!ModelConfigError.isInstance(error)) throw error;
    throw new ModelConfigError(`${name}: ${error.message}`, { code: error.code, hint: error.hint });
  }
}
