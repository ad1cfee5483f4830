import { BoundedCache } from '../text/bounded-cache.ts';
import { data as labels } from './labels.yaml';

/** What the label of a form line asks for. `maybe-name`: a person, or something else. `details`: several things at once. */
export type LabelKind = 'employee' | 'phone' | 'address' | 'user' | 'name' | 'maybe-name' | 'people' | 'details';

const topics: Record<string, string> = labels;
const WORDS = new Map(Object.entries(topics).map(([topic, words]) => [topic, new Set(words.trim().split(/\s+/))]));
const DETAILS = /\b(?:employee|caller|user|customer|requester|requestor)\b.*\b(?:details?|info|information|data)\b/;
const EMPLOYEE_ID = /^id(?: number| no)?$/;
const USER_NAME =
  /\b(?:user|login|logon|network|lan|nt|ad|sso|windows|sap|account|domain) (?:name|id|user)\b|^domain (?:and|or) user(?:name)?$|^(?:(?:affected|locked|ad|domain|user) )?account(?: affected)?$|^nom d'utilisateur$|^nombre de usuario$/;
const SHIP_TO = /^(?:ship|send|deliver|delivery|shipping|courier)(?: \w+)? to\b|^ship$/;
/** `Requested by`, `On behalf of`; other labels with these small words are sentences. */
const BYLINE =
  /^(?:requested|reported|raised|opened|approved|verified|validated|authori[sz]ed|logged|created|submitted|handled|prepared|sent|assigned|resolved|closed|manager|approval) (?:by|for|of|to)\b|^(?:on )?behalf of/;
const SMALL_WORD = /\b(?:by|for|of|behalf)\b/;
const LONGEST_MAYBE_NAME = 4;

const known = new BoundedCache<string, readonly LabelKind[]>(2000);

/** What a label asks for: some ask for two things at once (`Contact: Ada Example, 555-0123`). `label`: folded, joined by spaces. */
export function kindsOf(label: string): readonly LabelKind[] {
  const cached = known.get(label);
  if (cached !== undefined) return cached;
  const kinds = readKinds(label.replaceAll(/'s\b/g, ''));
  known.set(label, kinds);
  return kinds;
}

function readKinds(label: string): LabelKind[] {
  const words = label.split(' ');
  const has = (topic: string) => words.some((word) => WORDS.get(topic)?.has(word));
  const asksFor = (topic: string) => has(topic) && !has(`not-${topic}`);
  const hasDetails = DETAILS.test(label);
  const kinds: LabelKind[] = hasDetails ? ['details'] : [];
  if ((has('user') || USER_NAME.test(label)) && !has('not-user'))
    return [...kinds, 'user', ...(words.includes('name') ? (['maybe-name'] as const) : [])];
  if (asksFor('employee') || EMPLOYEE_ID.test(label)) kinds.push('employee');
  if (asksFor('phone')) kinds.push('phone');
  if (asksFor('address') || SHIP_TO.test(label)) kinds.push('address');
  if (asksFor('name')) kinds.push('name');
  else if (!hasDetails && !has('name') && mayNameSomebody(label, words) && has('maybe-name')) kinds.push('maybe-name');
  if (words.length === 1 && has('people')) kinds.push('people');
  return kinds;
}

function mayNameSomebody(label: string, words: readonly string[]): boolean {
  return words.length <= LONGEST_MAYBE_NAME && (!SMALL_WORD.test(label) || BYLINE.test(label));
}
