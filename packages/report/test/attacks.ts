import type { RunSummary, Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import type { ReviewFailure, RunInfo } from '../src/index.ts';
import { decided, run, summary } from './fixtures.ts';

/** Text that tries to be something else: markup, a template, a link, a style, an escape, a formula, a path. */
export const ATTACKS: readonly string[] = [
  '<script>globalThis.hacked = 1</script>',
  '"><img src=x onerror="globalThis.hacked=1">',
  "' autofocus onfocus='globalThis.hacked=1",
  '</style><svg onload="globalThis.hacked=1">',
  '</title></textarea></template><iframe srcdoc="<script>parent.hacked=1</script>">',
  '</noscript></td></tr></table><img src=x onerror="globalThis.hacked=1">',
  ']]><!--<script>globalThis.hacked=1</script>-->',
  '{{constructor.constructor "globalThis.hacked=1"}} {{{this}}} {{> ticket}}',
  'javascript:globalThis.hacked=1',
  '\u001b]8;;https://example.invalid\u0007link\u001b]8;;\u0007 \u001b[31mred\u009b31m',
  '=HYPERLINK("https://example.invalid","x")',
  '../../../../etc/passwd\0.html',
  '\u202Etxt.exe\u202C \u200B\u2066\uFEFF zero \uD800 width',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the attack
  '&lt;script&gt; &amp; `${globalThis.hacked=1}` =x',
];

/** Words that the schemas fix, so that no text of a ticket can stand there. */
const FIXED_KEYS = new Set([
  'status',
  'method',
  'confidence',
  'answer',
  'reason',
  'basis',
  'startedAt',
  'reviewedAt',
  'field',
  'instant',
  'outcome',
  'at',
]);

/** Replaces every string of a value but those of {@link FIXED_KEYS}. */
function replaceStrings<Value>(value: Value, attack: string, key = ''): Value {
  if (typeof value === 'string') return (FIXED_KEYS.has(key) ? value : attack) as Value;
  if (Array.isArray(value)) return value.map((item) => replaceStrings(item, attack, key)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, replaceStrings(item, attack, name)]),
  ) as Value;
}

/** A whole run in which every text is the attack. */
export interface AttackedRun {
  readonly run: RunInfo;
  readonly ticket: Ticket;
  readonly scorecard: Scorecard;
  readonly failure: ReviewFailure;
  readonly summary: RunSummary;
}

/** A run in which every text is the attack, with evidence that stands at its place and evidence that does not. */
export function attackedRun(attack: string): AttackedRun {
  const base = decided();
  const ticket: Ticket = {
    ...replaceStrings(base.ticket, attack),
    comments: [{ text: attack, author: attack, at: { text: attack } }],
    flags: { [attack]: true },
  };
  const quoted = { field: 'description', start: 1, end: attack.length - 1, quote: attack.slice(1, -1) };
  const flagged = { field: `flags.${attack}`, start: 0, end: 4, quote: 'true' };
  const lost = { field: attack, start: 0, end: 3, quote: attack };
  const card = replaceStrings(base.scorecard, attack);
  const scorecard: Scorecard = {
    ...card,
    criteria: card.criteria.map((result, place) => ({
      ...result,
      id: `${attack}${place}`,
      verdict:
        place === 0
          ? {
              status: 'unscored',
              reason: 'undecided',
              detail: attack,
              possibleLevels: [attack],
              evidence: [quoted, lost],
            }
          : { ...result.verdict, evidence: [quoted, flagged, lost] },
    })),
  };
  return {
    run: replaceStrings(run, attack),
    ticket,
    scorecard,
    failure: { number: attack, source: attack, code: attack, message: attack, hint: attack },
    summary: {
      ...replaceStrings(summary, attack),
      breakdowns: summary.breakdowns.map((breakdown) => ({
        ...breakdown,
        rows: breakdown.rows.map((row) => ({ ...row, value: attack })),
      })),
    },
  };
}
