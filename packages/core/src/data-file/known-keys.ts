import type { z } from 'zod';
import { type DataPath, valueAt } from './issue.ts';

/** The keys that a map at `path` may have, as far as the schema names them. */
export function knownKeys(schema: z.core.$ZodType, path: DataPath, value: unknown): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return knownKeys(def.innerType, path, value);
    case 'union':
      return knownKeys(optionFor(def.options, value), path, value);
    case 'object': {
      const [key, ...rest] = path;
      if (key === undefined) return Object.keys(def.shape);
      const inside = def.shape[key];
      return inside === undefined ? [] : knownKeys(inside, rest, valueAt(value, [key]));
    }
    case 'array':
    case 'record': {
      const [key, ...rest] = path;
      const inside = def.type === 'array' ? def.element : def.valueType;
      return key === undefined ? [] : knownKeys(inside, rest, valueAt(value, [key]));
    }
    default:
      return [];
  }
}

/** The one of several shapes that a map says it has, by its `type`. */
function optionFor(options: readonly z.core.$ZodType[], value: unknown): z.core.$ZodType {
  const type = valueAt(value, ['type']);
  const named = options.find((option) => {
    const { def } = (option as z.core.$ZodTypes)._zod;
    const literal = def.type === 'object' ? (def.shape.type as z.core.$ZodTypes | undefined)?._zod.def : undefined;
    return literal?.type === 'literal' && literal.values.some((each) => each === type);
  });
  return named ?? (options[0] as z.core.$ZodType);
}
