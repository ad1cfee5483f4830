import { type CompiledProfile, createSelection, SelectionError } from '@tqrs/core';
import { canonicalLocale, LocaleError } from '@tqrs/report';
import type { RunSettings } from '../../api/index.ts';
import { ApiError } from '../http/api-error.ts';

/** Makes sure, before a run begins, that its conditions can be read and its locale is known. @throws {ApiError} */
export function checkSettings({ selection, locale }: RunSettings, profile: CompiledProfile): void {
  for (const [place, condition] of (selection.where ?? []).entries()) {
    try {
      createSelection({ where: [condition] }, profile);
    } catch (error) {
      if (!SelectionError.isInstance(error)) throw error;
      throw new ApiError(422, error.code, `Condition ${place + 1} cannot be read.`, error.hint);
    }
  }
  if (locale === undefined) return;
  try {
    canonicalLocale(locale);
  } catch (error) {
    if (!LocaleError.isInstance(error)) throw error;
    throw new ApiError(422, error.code, error.message, error.hint);
  }
}
