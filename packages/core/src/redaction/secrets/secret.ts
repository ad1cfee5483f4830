import type { Span } from '../../text/spans.ts';

/** What a secret is, as a person would call it. `code`: used once, or at a door. */
export type SecretKind = 'password' | 'pin' | 'code' | 'key' | 'token';

/** A secret where it stands in a text. */
export interface SecretSpan extends Span {
  readonly kind: SecretKind;
}
