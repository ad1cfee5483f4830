import type { ExportFacts, JournalEntry, Ticket, TicketField } from '@tqrs/parser';
import type { JudgeContext } from '../judge/judge.ts';
import { type CompiledProfile, compileProfile } from '../profile/compile.ts';
import { CHANNELS, type Profile, profileSchema } from '../profile/schema.ts';
import type { Check, Criterion } from '../rubric/schema.ts';
import type { Rule, RuleOutcome, TicketWith } from '../rules/define-rule.ts';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';

/** Journal entries from plain texts. */
export function journal(...texts: readonly string[]): JournalEntry[] {
  return texts.map((text) => ({ text }));
}

/** A ticket for tests: resolved, everything a rule looks at exported and blank, but for what is given. */
export function buildTicket(fields: Partial<Ticket> = {}): Ticket {
  return {
    number: 'INC0000001',
    shortDescription: '',
    description: '',
    closeNotes: '',
    category: '',
    subcategory: '',
    service: '',
    configurationItem: '',
    contactType: 'phone',
    state: 'Closed',
    priority: '4 - Low',
    impact: '3 - Low',
    urgency: '3 - Low',
    assignmentGroup: 'Service Desk',
    workNotes: [],
    comments: [],
    codes: {},
    flags: {},
    source: {},
    ...fields,
  };
}

/** A small profile for tests. */
export function buildProfile(overrides: Partial<Profile> = {}): CompiledProfile {
  return compileProfile(
    profileSchema.parse({
      schemaVersion: 1,
      id: 'test',
      title: 'Test',
      description: 'For tests.',
      linesOfBusiness: [],
      locations: ['Oslo'],
      applications: [],
      categories: [],
      contactTypes: Object.fromEntries(CHANNELS.map((channel) => [channel, [channel]])),
      validation: {
        required: ['phone', 'walk-in', 'guest-chat', 'guest-email'],
        verifiedByProvider: ['chat'],
        guestPhrases: ['guest user'],
        providers: ['Okta'],
      },
      criticalProcesses: {},
      interactionChannels: ['phone', 'chat', 'guest-chat', 'walk-in'],
      priorityMatrix: {
        1: { 1: '1', 2: '2', 3: '3' },
        2: { 1: '2', 2: '3', 3: '4' },
        3: { 1: '3', 2: '4', 3: '5' },
      },
      closeCodes: [],
      workingTime: { timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
      serviceDeskGroups: ['Service Desk'],
      routingNeeds: [],
      names: {},
      dictionary: [],
      redaction: { names: [], keep: [] },
      fieldAliases: {},
      ...overrides,
    }),
  );
}

export const FACTS: ExportFacts = { records: 1, complete: true, exported: [], filled: [] };

/** What a judge or a rule sees of a ticket. */
export function buildContext(fields: Partial<Ticket>, profile: CompiledProfile = buildProfile()): JudgeContext {
  const ticket = buildTicket(fields);
  return { ticket, text: new TicketText(ticket, new TextAnalyser()), profile, facts: FACTS, rubrics: [] };
}

/** A check for tests, answered from the description. */
export function buildCheck(overrides: Partial<Check> = {}): Check {
  return {
    id: 'check',
    title: 'the element',
    question: 'Is it there?',
    fields: ['description'],
    notMetBy: 'absence',
    judgeMayWaive: false,
    vetoes: [],
    needs: [],
    coaching: 'Add it.',
    ...overrides,
  };
}

/** Runs a rule on a ticket. `levels`: the level ids of its criterion, for a rule that asks for them. */
export function runRule(
  rule: Rule,
  fields: Partial<Ticket>,
  profile?: CompiledProfile,
  options: unknown = {},
  levels: readonly string[] = [],
): RuleOutcome {
  const context = buildContext(fields, profile);
  return rule.evaluate({
    ...context,
    ticket: context.ticket as TicketWith<TicketField>,
    criterion: { levels: levels.map((id) => ({ id })) } as unknown as Criterion,
    options: rule.options.parse(options),
    spelling: undefined,
  });
}

/** A rule's outcome in a word: the level, the reason why there is none, or `not-applicable`. */
export function outcomeOf(outcome: RuleOutcome): string {
  if (outcome.status === 'scored') return outcome.levelId;
  return outcome.status === 'unscored' ? outcome.reason : outcome.status;
}
