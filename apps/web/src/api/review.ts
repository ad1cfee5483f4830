import { z } from 'zod';
import { bandSchema, summarySchema } from './run-events.ts';

/** ISO 8601, UTC. */
const time = z.iso.datetime();
const percent = z.number().min(0).max(100);
const position = z.int().nonnegative();

/** What a person decided about a criterion. `withdraw` takes an earlier decision back. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('overrule'), levelId: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('not-applicable') }),
  z.strictObject({ kind: z.literal('withdraw') }),
]);
/** See {@link outcomeSchema}. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** Why a verdict waits for a person; the first comes first. `severe-in-doubt`: an automatic fail or a high deduction on unsure words; `in-doubt`: a check on such words, on which the level hangs. */
export const reviewReasonSchema = z.enum(['needs-review', 'unscored', 'severe-in-doubt', 'in-doubt']);
/** See {@link reviewReasonSchema}. */
export type ReviewReason = z.infer<typeof reviewReasonSchema>;

const quoteSchema = z.strictObject({
  /** A field of the ticket (or `flags.<column>`), and the entry of a journal, from 0. `start` and `end` are offsets into its text. */
  field: z.string(),
  entry: z.int().nonnegative().optional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
});
/** Required, and in none of the fields that were searched. */
const missingSchema = z.strictObject({ element: z.string(), searched: z.array(z.string()) });

/** What a criterion came to. */
const verdictSchema = z.strictObject({
  status: z.enum(['scored', 'unscored', 'not-applicable']),
  /** The level; null where it is not scored. */
  levelId: z.string().nullable(),
  /** Why it is unscored: `needs-model`, `undecided`, …; null where it is not. */
  reason: z.string().nullable(),
  /** Levels that it may still come to, where it is unscored. */
  possibleLevels: z.array(z.string()),
  method: z.enum(['rule', 'model', 'offline', 'human']).nullable(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
  /** In a sentence or two: why. */
  rationale: z.string(),
  evidence: z.array(quoteSchema),
  missing: z.array(missingSchema),
  checks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      answer: z.enum(['met', 'not-met', 'not-applicable', 'cannot-assess']),
      confidence: z.enum(['high', 'medium', 'low']),
      rationale: z.string(),
      evidence: z.array(quoteSchema),
      missing: z.array(missingSchema),
    }),
  ),
});
/** See {@link verdictSchema}. */
export type ReviewVerdict = z.infer<typeof verdictSchema>;

/** A verdict, and what it is worth. Points are null where it is unscored or does not apply. */
const standingSchema = z.strictObject({
  verdict: verdictSchema,
  points: z.number().nullable(),
  possible: z.number().nullable(),
  deduction: z.number(),
  autoFail: z.boolean(),
});

/** One criterion of a ticket, as somebody decides on it. */
const reviewCriterionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What the criterion asks for. */
  guidance: z.string(),
  /** Best first. */
  levels: z.array(
    z.strictObject({
      id: z.string(),
      descriptor: z.string(),
      points: z.number(),
      deduction: z.number(),
      autoFail: z.boolean(),
    }),
  ),
  /** Null: nobody has to decide on it, but may. */
  why: reviewReasonSchema.nullable(),
  /** As the machine has it. */
  machine: standingSchema,
  /** What counts now: the machine's, or what a person put in its place. */
  current: standingSchema,
  /** The decision that holds. */
  decided: z
    .strictObject({ outcome: z.enum(['accepted', 'overruled']), by: z.string(), at: time, reason: z.string() })
    .nullable(),
  /** To be sent with a decision: the verdict that it is taken on, and how many entries of the log about it were seen. */
  on: z.string(),
  seen: z.int().nonnegative(),
  coaching: z.array(z.string()),
});
/** See {@link reviewCriterionSchema}. */
export type ReviewCriterion = z.infer<typeof reviewCriterionSchema>;

const totalsSchema = z.strictObject({
  /** Null where something is unscored: see `range`. */
  score: z.strictObject({ earned: z.number(), possible: z.number(), percent }).nullable(),
  range: z.strictObject({ min: percent, max: percent }).nullable(),
  /** The id of the band. */
  band: z.string().nullable(),
  passed: z.boolean().nullable(),
  deductions: z.number(),
  /** Ids of the criteria that failed the ticket. */
  autoFailedBy: z.array(z.string()),
});

/** A scorecard, as somebody decides on it. */
const reviewScorecardSchema = z.strictObject({
  rubric: z.strictObject({ id: z.string(), title: z.string(), passMark: percent, bands: z.array(bandSchema) }),
  machine: totalsSchema,
  /** Under all decisions. */
  current: totalsSchema,
  criteria: z.array(reviewCriterionSchema),
});
/** See {@link reviewScorecardSchema}. */
export type ReviewScorecard = z.infer<typeof reviewScorecardSchema>;

/** An entry of the log of decisions. */
export const decisionEntrySchema = z.strictObject({
  at: time,
  by: z.string(),
  /** The ticket's number. */
  ticket: z.string(),
  rubric: z.string(),
  criterion: z.string(),
  /** The verdict that it was taken on: on another one it does not hold. */
  on: z.string(),
  outcome: outcomeSchema,
  reason: z.string(),
});
/** See {@link decisionEntrySchema}. */
export type DecisionEntry = z.infer<typeof decisionEntrySchema>;

/** `GET /api/runs/:run/tickets/:position`: all that a person needs to decide about a ticket. Its texts are as reports show them. */
export const reviewTicketSchema = z.strictObject({
  position,
  number: z.string(),
  /** Texts, facts and times that were exported, blank ones included, by names as in the scorecard; `flags.<column>` where set. */
  fields: z.array(z.strictObject({ field: z.string(), text: z.string() })),
  /** Newest first, as exported. */
  journals: z.array(
    z.strictObject({
      field: z.enum(['workNotes', 'comments']),
      entries: z.array(z.strictObject({ text: z.string(), author: z.string().nullable(), at: z.string().nullable() })),
    }),
  ),
  /** Fields that the export did not carry. */
  missing: z.array(z.string()),
  /** For each rubric. */
  scorecards: z.array(reviewScorecardSchema),
  /** Oldest first. */
  decisions: z.array(decisionEntrySchema),
  /** Positions of the reviewed tickets beside it; null at the ends. */
  previous: position.nullable(),
  next: position.nullable(),
});
/** See {@link reviewTicketSchema}. */
export type ReviewTicket = z.infer<typeof reviewTicketSchema>;

/** The query of `GET /api/runs/:run/tickets`. */
export const positionsQuerySchema = z.strictObject({ number: z.string().trim().min(1).max(200) });

/** `GET /api/runs/:run/tickets?number=`: where the tickets are that have a number. */
export const ticketPositionsSchema = z.strictObject({ positions: z.array(position) });
/** See {@link ticketPositionsSchema}. */
export type TicketPositions = z.infer<typeof ticketPositionsSchema>;

/** The query of `GET /api/runs/:run/queue`. */
export const queueQuerySchema = z.strictObject({
  show: z.enum(['all', 'open', 'decided']).default('open'),
  /** Begins behind this item: the `next` of the page before. Decisions meanwhile move nothing. */
  after: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** `GET /api/runs/:run/queue`: what waits for a person. By rubric, then by reason, then in the order of the tickets. */
export const queueSchema = z.strictObject({
  all: z.int().nonnegative(),
  decided: z.int().nonnegative(),
  items: z.array(
    z.strictObject({
      /** Its place in the queue with everything in it. */
      place: z.int().nonnegative(),
      position,
      number: z.string(),
      rubric: z.string(),
      criterion: z.string(),
      /** Of the criterion. */
      title: z.string(),
      why: reviewReasonSchema,
      /** The machine's verdict, in short. */
      verdict: verdictSchema.pick({ status: true, levelId: true, reason: true, confidence: true }),
      points: z.number().nullable(),
      possible: z.number().nullable(),
      decided: z.boolean(),
    }),
  ),
  /** For `after`; null where there are no more. */
  next: z.int().nonnegative().nullable(),
});
/** See {@link queueSchema}. */
export type Queue = z.infer<typeof queueSchema>;
/** An entry of the queue. */
export type QueueItem = Queue['items'][number];

/** `POST /api/runs/:run/decisions`. */
export const decideSchema = z.strictObject({
  position,
  rubric: z.string().min(1).max(100),
  criterion: z.string().min(1).max(100),
  /** Both as the criterion had them: nobody decides on what they did not see. */
  on: z.string().min(1).max(300),
  seen: z.int().nonnegative(),
  outcome: outcomeSchema,
  /** Needed to overrule; the analyst reads it. */
  reason: z.string().trim().max(2_000).default(''),
});
/** See {@link decideSchema}. */
export type Decide = z.input<typeof decideSchema>;

/** The answer to a decision. It is on disk by then. */
export const decidedSchema = z.strictObject({
  /** Under all decisions. */
  ticket: reviewTicketSchema,
  /** The rubric's totals of the run, before this decision and after it. */
  totals: z.strictObject({ before: summarySchema, after: summarySchema }),
});
/** See {@link decidedSchema}. */
export type Decided = z.infer<typeof decidedSchema>;

/** The query of `GET /api/runs/:run/decisions`. */
export const logQuerySchema = z.strictObject({
  /** Leaves out so many. */
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

/** `GET /api/runs/:run/decisions`: the log, oldest first. */
export const decisionLogSchema = z.strictObject({
  /** Entries in all. */
  count: z.int().nonnegative(),
  decisions: z.array(decisionEntrySchema),
});
/** See {@link decisionLogSchema}. */
export type DecisionLog = z.infer<typeof decisionLogSchema>;
