import { matchesOf } from '../../text/matches-of.ts';
import { nameInValue } from './read-name.ts';

/** In UTF-16 units: as far as a name goes. */
const REACH = 60;
/** `Mrs Example`, `Herr Example`: one word behind them is a name. */
const TITLE =
  /(?<![\p{L}\d])(?:Mr|Mrs|Miss|Mx|Ms|Prof|Professor|Sir|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Señora?|Sra?|Sig|Dhr|Mevr|Pani?|Shri|Smt)\.?[ \u00a0](?=\p{Lu})|(?<!\p{Lu}\p{L}{0,30}[ \u00a0])Dr\.?[ \u00a0](?=\p{Lu})/gu;
/** Somewhere behind a cue stands a capital. */
const CAPITAL_INSIDE = /(?!^)\p{Lu}/u;
/** `MS Office`, written as a title. */
const PRODUCT =
  /^(?:Office|Word|Excel|Access|Project|Teams|Outlook|Visio|Edge|Paint|SQL|Authenticator|Exchange|Power\w*|One\w*|Store|Defender|Intune)\b/;
/** Two names have to follow these. */
const CUE =
  /\b(?:full name|first and last name|name is|name was|named|my name|name|i am|i'm|this is|je suis|ich bin|caller|employee|colleague|manager|supervisor|visitor|guest|customer|contractor|on behalf of|spoke (?:to|with)|speaking (?:to|with)|call(?:ed)? (?:from|by)|approved by|requested by)(?: is| was|:|,)?[ \u00a0]["'(]?(?=\p{Lu})/giu;
/** `Hi Ada,` at the beginning of a line. */
const GREETING =
  /(?:^|\n)[ \t>]{0,4}(?:hi|hello|hey|dear|hallo|bonjour|hola|good (?:morning|afternoon|evening)|guten (?:morgen|tag))[ \u00a0](\p{Lu}[\p{L}\p{M}'’-]{1,30})(?=[ \t]?[,!.\n]|$)/giu;

/** Names that the words before them tell to be some: a title, "my name is", "manager", a greeting. */
export function namesInProse(text: string): string[] {
  const names: string[] = [];
  // Names that are told so are written with capitals.
  if (!CAPITAL_INSIDE.test(text)) return names;
  for (const { 0: title, index } of matchesOf(TITLE, text)) {
    const rest = text.slice(index + title.length, index + title.length + REACH);
    const name = PRODUCT.test(rest) ? undefined : nameInValue(rest, true);
    if (name !== undefined) names.push(name);
  }
  for (const { 0: cue, index } of matchesOf(CUE, text)) {
    const name = nameInValue(text.slice(index + cue.length, index + cue.length + REACH), false);
    if (name !== undefined) names.push(name);
  }
  for (const { 1: greeted = '' } of matchesOf(GREETING, text)) {
    const name = /^\p{Lu}/u.test(greeted) ? nameInValue(greeted, true) : undefined;
    if (name !== undefined) names.push(name);
  }
  return names;
}
