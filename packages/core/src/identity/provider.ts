import type { CompiledProfile } from '../profile/compile.ts';
import { evidenceOf, findPhrase, quote } from '../text/find.ts';
import { isStated } from '../text/modality.ts';
import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import type { Evidence } from '../verdict.ts';

/** Words that a label about verification through the identity provider is made of, besides the provider's name. */
const LABEL_WORDS = new Set([
  'mfa',
  'push',
  'verify',
  'verification',
  'validation',
  'verified',
  'validated',
  'authentication',
  'authenticated',
  'notification',
  'approved',
  'accepted',
  'confirmed',
  'via',
  'through',
  'by',
  'with',
  'using',
  'the',
  'caller',
  'user',
  'identity',
  'done',
  'completed',
  'status',
  'sent',
  'and',
  'is',
  'was',
  'prompt',
  '2fa',
  'method',
  'id',
  'through',
]);
const VALIDATION_LABEL = new Set([
  'validation',
  'verification',
  'validated',
  'verified',
  'authentication',
  'authenticated',
  'identity',
]);

interface ProviderWords {
  readonly names: ReadonlySet<string>;
  readonly succeeded: PhraseSet;
}

const compiled = new WeakMap<CompiledProfile, ProviderWords>();

/** Verification through the identity provider (Okta, MFA push), as far as a passage tells it. */
export function providerVerification(
  passage: Passage,
  profile: CompiledProfile,
): { succeeded?: Evidence; denied: Evidence[] } {
  const { names, succeeded } = providerWords(profile);
  const denied: Evidence[] = [];
  let line: Evidence | undefined;
  for (const form of passage.formLines) {
    const evidence = quote(passage, { start: form.start, end: form.end });
    if (isProviderLabel(form.label, names)) {
      if (form.answer === 'yes') line ??= evidence;
      else if (form.answer === 'no') denied.push(evidence);
    } else if (
      form.answer === 'given' &&
      isValidationLabel(form.label) &&
      namesProvider(form.value, names) &&
      isPositive(form.value)
    )
      line ??= evidence;
  }
  if (line !== undefined) return { succeeded: line, denied };
  const found = findPhrase([passage], succeeded, isStated);
  return found === undefined ? { denied } : { succeeded: evidenceOf(found), denied };
}

function providerWords(profile: CompiledProfile): ProviderWords {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const words = {
    names: new Set([...profile.data.validation.providers.map((name) => name.toLowerCase()), 'mfa', 'push', '2fa']),
    succeeded: succeededPhrases(profile),
  };
  compiled.set(profile, words);
  return words;
}

function succeededPhrases(profile: CompiledProfile): PhraseSet {
  const provider = `(${[...profile.data.validation.providers, 'mfa', '2fa'].join('|')})`;
  const any = `(${[...profile.data.validation.providers, 'mfa', '2fa', 'push'].join('|')})`;
  const good = '(verified|validated|approved|accepted|confirmed|succes*|passed|completed|authenticated|acknowledged)';
  return phraseSet([
    `${provider} [mfa] [(push|verify)] [number matching] [(notification|prompt|request|code|challenge)] [(verification|validation|authentication|check)] [(was|is|has been|got|been)] ${good}`,
    `${provider} [mfa] [push] (verification|validation|authentication|check|push|mfa) [(was|has been|is)] (done|complete|ok)`,
    `${provider} [(mfa|push|verify)] [(push|verify)] (y|yes|ok|okay)`,
    `push [(notification|prompt|request)] [(was|is|has been|got)] ${good}`,
    `(verified|validated|authenticated|identified) ... (via|through|using|with|by|thru|over|on) [(an|the|his|her|their|caller's|user's)] ${any}`,
    `(approved|accepted|acknowledged|confirmed) [(the|an|his|her|their)] ${any}`,
    `${any} [(push|notification|prompt)] [(was|has been)] sent ... (approved|accepted|verified|confirmed|acknowledged)`,
    `(passed|completed) [(the|an|his|her)] ${provider}`,
  ]);
}

function isProviderLabel(label: string, names: ReadonlySet<string>): boolean {
  const words = label.split(' ');
  return words.some((word) => names.has(word)) && words.every((word) => names.has(word) || LABEL_WORDS.has(word));
}

function isValidationLabel(label: string): boolean {
  return label.split(' ').some((word) => VALIDATION_LABEL.has(word));
}

function namesProvider(value: string, names: ReadonlySet<string>): boolean {
  return wordsOf(value).folded.some((word) => names.has(word));
}

function isPositive(value: string): boolean {
  return !/\b(?:not|no|n|fail|failed|unable|pending|sent|declined|denied|without|skipped|bypassed)\b/i.test(value);
}
