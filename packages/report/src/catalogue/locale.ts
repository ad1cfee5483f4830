import { TqrsError } from '@tqrs/parser';

/** The locale of a report where nothing else is said. It is never taken from the environment. */
export const DEFAULT_LOCALE = 'en';

/** A locale that is no BCP 47 tag, or that this runtime knows nothing about. */
export class LocaleError extends TqrsError {
  override readonly name = 'LocaleError';
}

/**
 * The canonical form of a BCP 47 tag: `de-at` as `de-AT`.
 * @throws {LocaleError} for a tag that is malformed or not known: the runtime would take that of the machine instead.
 */
export function canonicalLocale(tag: string): string {
  const canonical = canonicalTag(tag);
  const isKnown =
    canonical !== undefined &&
    Intl.NumberFormat.supportedLocalesOf(canonical).length > 0 &&
    Intl.DateTimeFormat.supportedLocalesOf(canonical).length > 0;
  if (isKnown) return canonical;
  throw new LocaleError(`The report's locale ${JSON.stringify(tag)} is not known.`, {
    code: 'locale-unknown',
    hint: 'Give a BCP 47 language tag, such as en, en-GB, de or pt-BR.',
  });
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
