import type { Span } from '../text/spans.ts';
import type { RedactedType } from './placeholder.ts';

/** A personal value where it stands in a text. */
export interface Personal extends Span {
  readonly type: RedactedType;
  /** What makes two ways to write it the same value. */
  readonly key: string;
}
