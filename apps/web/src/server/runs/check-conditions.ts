import { type CompiledProfile, createSelection, SelectionError } from '@tqrs/core';
import type { RunSettings } from '../../api/index.ts';
import { ApiError } from '../http/api-error.ts';

/** Makes sure that tickets can be selected by the conditions, before a run begins. @throws {ApiError} */
export function checkConditions({ where = [] }: RunSettings['selection'], profile: CompiledProfile): void {
  for (const [place, condition] of where.entries()) {
    try {
      createSelection({ where: [condition] }, profile);
    } catch (error) {
      if (!SelectionError.isInstance(error)) throw error;
      throw new ApiError(422, error.code, `Condition ${place + 1} cannot be read.`, error.hint);
    }
  }
}
