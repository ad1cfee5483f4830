import type { SecretKind } from './secret.ts';

/** A secret that its own shape gives away. Every repetition is bounded. */
export interface SecretFormat {
  readonly kind: SecretKind;
  /** Global. Its first group, where it has one, is the secret; else the whole match is. */
  readonly pattern: RegExp;
  /** Without this text there is none: looked for first. */
  readonly hint: string;
}

/** Shapes of keys and tokens, after what their makers publish. */
export const FORMATS: readonly SecretFormat[] = [
  {
    kind: 'key',
    hint: '-----BEGIN',
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,10000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|$(?![\s\S]))/g,
  },
  { kind: 'token', hint: 'eyJ', pattern: /\beyJ[\w-]{8,2000}\.[\w-]{8,4000}(?:\.[\w-]{0,2000})?/g },
  { kind: 'key', hint: 'AKIA', pattern: /\bAKIA[0-9A-Z]{16}\b/g },
  { kind: 'key', hint: 'ASIA', pattern: /\bASIA[0-9A-Z]{16}\b/g },
  { kind: 'key', hint: 'AIza', pattern: /\bAIza[\w-]{35}(?![\w-])/g },
  { kind: 'token', hint: 'gh', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{30,255})\b/g },
  { kind: 'token', hint: 'glpat-', pattern: /\bglpat-[\w-]{20,64}/g },
  { kind: 'token', hint: 'xox', pattern: /\bxox[abposr]-[\w-]{10,200}/g },
  { kind: 'key', hint: 'sk-', pattern: /\bsk-[\w-]{20,200}/g },
  { kind: 'key', hint: 'sig=', pattern: /[?&;]sig=([\w%+/=-]{16,200})/g },
  { kind: 'token', hint: 'earer ', pattern: /\b[Bb]earer\s{1,3}([\w.~+/-]{16,4000}={0,2})/g },
  { kind: 'password', hint: '://', pattern: /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:/@"'<>]{0,64}:([^\s:/@"'<>]{2,128})@/gi },
];

/** A BitLocker recovery password: eight groups of six digits. */
export const RECOVERY_PASSWORD = /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g;
/** A product key: five groups of five. */
export const PRODUCT_KEY = /(?<![\w-])[A-Z\d]{5}(?:-[A-Z\d]{5}){4}(?![\w-])/g;
