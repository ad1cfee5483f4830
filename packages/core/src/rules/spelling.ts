import type { Ticket } from '@tqrs/parser';
import { z } from 'zod';
import { ownNames } from '../spelling/own-names.ts';
import type { SpellChecker } from '../spelling/spell-checker.ts';
import type { Evidence } from '../verdict.ts';
import { defineRule, type RuleOutcome } from './define-rule.ts';

const FIELDS = {
  shortDescription: 'short description',
  description: 'description',
  closeNotes: 'close notes',
} as const;
type ProseField = keyof typeof FIELDS;
const PROSE_FIELDS = Object.keys(FIELDS) as ProseField[];
const MOST_NAMED = 12;
const MOST_EVIDENCE = 100;
const EXAMINED = 'Only spelling was examined; grammar and punctuation were not.';

/** How many different words are misspelt in the short description, the description and the close notes? */
export const spelling = defineRule({
  id: 'spelling',
  title: 'Spelling',
  description: 'Counts the different misspelt words of the short description, the description and the close notes.',
  requires: [],
  options: z.strictObject({
    /** Level ids: no misspelt word, a few, many. */
    levels: z.tuple([z.string(), z.string(), z.string()]),
    /** The most words that are still a few. */
    few: z.int().positive().default(4),
  }),
  levels: ({ levels }) => levels,
  evaluate({ ticket, spelling: checker, options: { levels, few } }): RuleOutcome {
    const possibleLevels = [...levels];
    const exported = PROSE_FIELDS.filter((field) => ticket[field] !== undefined);
    if (exported.length === 0) {
      return {
        status: 'unscored',
        reason: 'field-not-exported',
        detail: `None of ${listed(PROSE_FIELDS)} was exported.`,
        possibleLevels,
      };
    }
    // Whoever leaves the checker out turns the criterion off: it must not turn every score into a range.
    if (checker === undefined) return { status: 'not-applicable', rationale: 'Spelling was left out of this run.' };

    const filled = exported.filter((field) => textOf(ticket, field).trim() !== '');
    const note = `${scope(filled, exported)} ${EXAMINED}`;
    if (filled.length === 0) {
      return {
        status: 'scored',
        levelId: levels[0],
        evidence: [],
        confidence: 'low',
        basis: 'presence',
        rationale: `There is no prose to examine. ${note}`,
      };
    }
    if (checker.isForeign(filled.map((field) => textOf(ticket, field)))) {
      return {
        status: 'unscored',
        reason: 'language-not-supported',
        detail: 'The text does not seem to be in English, the only language that is examined.',
        possibleLevels,
      };
    }

    const evidence = misspeltWords(ticket, filled, checker);
    if (evidence.length === 0)
      return {
        status: 'scored',
        levelId: levels[0],
        evidence: [],
        confidence: 'medium',
        rationale: `No misspelt words. ${note}`,
      };
    return {
      status: 'scored',
      levelId: evidence.length <= few ? levels[1] : levels[2],
      confidence: 'high',
      rationale: `${evidence.length} misspelt ${evidence.length === 1 ? 'word' : 'words'}: ${quoted(evidence)}. ${note}`,
      evidence: evidence.slice(0, MOST_EVIDENCE),
    };
  },
});

/** The first place of each misspelt word. The names of the ticket's own people and things are right. */
function misspeltWords(ticket: Ticket, fields: readonly ProseField[], checker: SpellChecker): Evidence[] {
  const found = new Map<string, Evidence>();
  let names: ReadonlySet<string> | undefined;
  for (const field of fields) {
    for (const { start, end, word } of checker.misspellings(textOf(ticket, field))) {
      const key = word.toLowerCase();
      names ??= ownNames(ticket);
      if (!found.has(key) && !names.has(key.replace(/['’]s$/, ''))) found.set(key, { field, start, end, quote: word });
    }
  }
  return [...found.values()];
}

function quoted(evidence: readonly Evidence[]): string {
  const named = evidence.slice(0, MOST_NAMED).map(({ quote }) => `“${quote}”`);
  return `${named.join(', ')}${evidence.length > MOST_NAMED ? ' and others' : ''}`;
}

function textOf(ticket: Ticket, field: ProseField): string {
  return ticket[field] ?? '';
}

function scope(filled: readonly ProseField[], exported: readonly ProseField[]): string {
  const missing = PROSE_FIELDS.filter((field) => !exported.includes(field));
  const examined = filled.length > 0 ? `Examined: ${listed(filled)}.` : '';
  return [examined, missing.length > 0 ? `Not exported: ${listed(missing)}.` : '']
    .filter((part) => part !== '')
    .join(' ');
}

function listed(fields: readonly ProseField[]): string {
  return fields.map((field) => FIELDS[field]).join(', ');
}
