import { createFormatter, type Formatter } from './formatter.ts';
import { type Catalogue, LANGUAGES } from './languages.ts';
import { canonicalLocale, DEFAULT_LOCALE } from './locale.ts';

/** How a report speaks. */
export interface Localisation {
  /** The locale of numbers and times, as a canonical BCP 47 tag. */
  readonly locale: string;
  /** The language of the words. */
  readonly language: string;
  readonly t: Catalogue;
  readonly format: Formatter;
}

/** Formatters take long to build, and runs have few locales. */
const known = new Map<string, Localisation>();

/**
 * The words and formats for a locale. Where there is no catalogue for its language, the words are English.
 * @throws {LocaleError} for a locale that is not known.
 */
export function localisationOf(tag: string = DEFAULT_LOCALE): Localisation {
  let found = known.get(tag);
  if (found === undefined) {
    found = localise(canonicalLocale(tag));
    known.set(tag, found);
  }
  return found;
}

function localise(locale: string): Localisation {
  const wanted = new Intl.Locale(locale).language;
  const language = Object.hasOwn(LANGUAGES, wanted) ? (wanted as keyof typeof LANGUAGES) : DEFAULT_LOCALE;
  const format = createFormatter(locale, language);
  return { locale, language, t: LANGUAGES[language](format), format };
}
