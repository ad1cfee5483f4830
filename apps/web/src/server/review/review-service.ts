import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  applyDecisions,
  type CompiledRubric,
  checkDecision,
  createReportMask,
  type Decision,
  DecisionError,
  decisionSchema,
  loadProfile,
  loadRubric,
  type ReportMask,
  type Scorecard,
} from '@tqrs/core';
import { appendDecision, DECISIONS_FILE, type RunRecord, readDecisionLog, type StoredTicket } from '@tqrs/core/runs';
import type { z } from 'zod';
import type {
  Decided,
  DecisionLog,
  decideSchema,
  logQuerySchema,
  Queue,
  QueueItem,
  queueQuerySchema,
  ReviewTicket,
  TicketPositions,
} from '../../api/index.ts';
import { ApiError, notFound } from '../http/api-error.ts';
import type { RunStore } from '../runs/run-store.ts';
import { Turns } from '../storage/turns.ts';
import { breather } from './breather.ts';
import { goingOn, withRecord } from './open-record.ts';
import type { ReportRewriter } from './report-rewriter.ts';
import { type IndexedQuestion, ReviewIndex } from './review-index.ts';
import { reviewTicket } from './review-ticket.ts';

/** Runs whose index is kept in memory. */
const MOST_RUNS = 8;
/** A request waits so long for a run to be read; it is read on. */
const READING_MS = 20_000;
/** Tickets that could not be reviewed are passed over, so many at most. */
const MOST_FAILED = 1_000;

/** What is known of a run that people decide about. */
interface Reviewed {
  /** When the run last began: what is known is of that. */
  readonly startedAt: string | null;
  readonly rubrics: readonly CompiledRubric[];
  /** What reports hide. */
  readonly mask: ReportMask | undefined;
  /** Oldest first. */
  readonly log: Decision[];
  readonly byTicket: Map<string, Decision[]>;
  index: Promise<ReviewIndex> | undefined;
}

type ReviewedTicket = Exclude<StoredTicket, { readonly failed: unknown }>;

/** What people see and decide of runs. Decisions on one run follow each other; each is on disk before it is answered. */
export class ReviewService {
  readonly #store: RunStore;
  readonly #rewriter: ReportRewriter;
  readonly #reviewed = new Map<string, Promise<Reviewed>>();
  readonly #lock = new Turns();

  constructor(store: RunStore, rewriter: ReportRewriter) {
    this.#store = store;
    this.#rewriter = rewriter;
  }

  /** A part of what waits for a person. @throws {ApiError} */
  async queue(id: string, { show, after, limit }: z.output<typeof queueQuerySchema>): Promise<Queue> {
    const reviewed = await this.#of(id);
    const index = await this.#indexOf(id, reviewed);
    const found: IndexedQuestion[] = [];
    let next: number | null = null;
    for (const question of index.questions(after ?? 0)) {
      if (show !== 'all' && question.isDecided !== (show === 'decided')) continue;
      if (found.length === limit) {
        next = question.place;
        break;
      }
      found.push(question);
    }
    const items = await this.#read(id, async (record) => {
      const breathe = breather();
      const shown: QueueItem[] = [];
      for (const question of found) {
        shown.push(...itemsOf(question, record, reviewed));
        await breathe();
      }
      return shown;
    });
    return { all: index.count, decided: index.decided, items, next };
  }

  /** Where the tickets are that have a number. @throws {ApiError} */
  async positions(id: string, number: string): Promise<TicketPositions> {
    const index = await this.#indexOf(id, await this.#of(id));
    const positions = await this.#read(id, (record) =>
      index.positionsOf(number).filter((position) => {
        const stored = record.ticket(position)?.stored;
        return stored !== undefined && !('failed' in stored) && stored.ticket.number === number;
      }),
    );
    return { positions };
  }

  /** All that somebody needs to decide about a ticket. @throws {ApiError} */
  async ticket(id: string, position: number): Promise<ReviewTicket> {
    const reviewed = await this.#of(id);
    return this.#read(id, (record) => viewOf(record, position, reviewed));
  }

  /** The log of a run. @throws {ApiError} */
  async log(id: string, { after, limit }: z.output<typeof logQuerySchema>): Promise<DecisionLog> {
    const { log } = await this.#of(id);
    return { count: log.length, decisions: log.slice(after, after + limit) };
  }

  /** Takes a decision. @throws {ApiError} where it does not fit, or not any more. */
  async decide(id: string, asked: z.output<typeof decideSchema>, by: string): Promise<Decided> {
    return this.#lock.alone(id, async () => {
      const reviewed = await this.#of(id);
      const index = await this.#indexOf(id, reviewed);
      return this.#read(id, (record) => this.#decide(id, asked, by, reviewed, index, record));
    });
  }

  /** Forgets what is known of a run: it is reviewed again, or deleted. */
  forget(id: string): void {
    this.#reviewed.delete(id);
  }

  async #decide(
    id: string,
    asked: z.output<typeof decideSchema>,
    by: string,
    reviewed: Reviewed,
    index: ReviewIndex,
    record: RunRecord,
  ): Promise<Decided> {
    const { rubrics, byTicket, log } = reviewed;
    const { ticket, scorecards } = ticketAt(record, asked.position);
    const place = scorecards.findIndex(({ rubric }) => rubric.id === asked.rubric);
    const [card, rubric, before] = [scorecards[place], rubrics[place], index.summary(place)];
    if (card === undefined || rubric === undefined || before === undefined)
      throw new ApiError(422, 'decision-misplaced', 'The run has no such rubric.', 'Open the ticket again.');
    const { criterion, on, outcome, reason, seen } = asked;
    const about = byTicket.get(ticket.number) ?? [];
    const decision = decisionSchema.parse({
      ...{ at: new Date().toISOString(), by, ticket: ticket.number },
      ...{ rubric: asked.rubric, criterion, on, outcome, reason },
    });
    checkFit(decision, card, rubric);
    const known = about.filter((each) => each.rubric === asked.rubric && each.criterion === criterion);
    if (known.length !== seen)
      throw new ApiError(
        409,
        'decided-meanwhile',
        'Somebody else has decided on this meanwhile.',
        'Open the ticket again, and read what they say.',
      );
    const holds = applyDecisions(card, rubric.data, known).criteria.find(({ id }) => id === criterion)?.human;
    if (outcome.kind === 'withdraw' && holds === undefined)
      throw new ApiError(422, 'nothing-to-withdraw', 'No decision holds here that could be taken back.');

    // Nothing comes between the last look at the run and the entry in its log.
    this.#refuseWhereGoingOn(id);
    appendDecision(this.#logOf(id), decision);
    log.push(decision);
    const now = [...about, decision];
    byTicket.set(ticket.number, now);
    for (const position of index.positionsOf(ticket.number)) {
      const stored = record.ticket(position)?.stored;
      if (stored === undefined || 'failed' in stored || stored.ticket.number !== ticket.number) continue;
      index.change(position, under(stored.scorecards, rubrics, about), under(stored.scorecards, rubrics, now));
    }
    // Read by somebody else before the entry was there, and therefore without it.
    if ((await this.#reviewed.get(id)?.catch(() => undefined)) !== reviewed) this.forget(id);
    const after = index.summary(place) ?? before;
    const summaries = rubrics.map((_, each) => index.summary(each)).filter((summary) => summary !== undefined);
    await this.#rewriter.decided(id, log.length, summaries);
    return { ticket: viewOf(record, asked.position, reviewed), totals: { before, after } };
  }

  #of(id: string): Promise<Reviewed> {
    this.#refuseWhereGoingOn(id);
    const { startedAt } = this.#store.get(id);
    const known = this.#reviewed.get(id);
    const fresh = (known ?? this.#begin(id)).then((reviewed) =>
      reviewed.startedAt === startedAt ? reviewed : this.#begin(id),
    );
    // The one that was asked for last is at the end.
    this.#reviewed.delete(id);
    this.#reviewed.set(id, fresh);
    fresh.catch(() => this.#reviewed.get(id) === fresh && this.#reviewed.delete(id));
    for (const oldest of [...this.#reviewed.keys()].slice(0, -MOST_RUNS)) this.#reviewed.delete(oldest);
    return fresh;
  }

  #begin(id: string): Promise<Reviewed> {
    const { startedAt } = this.#store.get(id);
    return this.#read(id, ({ configuration }) => {
      const rubrics = configuration.rubrics.map(({ data }) => loadRubric(data));
      const profile = loadProfile(configuration.profile.data, { base: configuration.profile.data });
      const log = readDecisionLog(this.#logOf(id));
      const byTicket = Map.groupBy(log, ({ ticket }) => ticket);
      return { startedAt, rubrics, mask: createReportMask({ rubrics, profile }), log, byTicket, index: undefined };
    });
  }

  #indexOf(id: string, reviewed: Reviewed): Promise<ReviewIndex> {
    const { rubrics, byTicket } = reviewed;
    reviewed.index ??= this.#read(id, (record) => ReviewIndex.build(record, rubrics, byTicket)).catch((error) => {
      reviewed.index = undefined;
      throw error;
    });
    const late = new AbortController();
    const patience = setTimeout(READING_MS, undefined, { signal: late.signal, ref: false }).then(() => {
      throw new ApiError(503, 'run-being-read', 'The run is large, and still being read.', 'Try again in a minute.');
    });
    return Promise.race([reviewed.index, patience]).finally(() => late.abort());
  }

  #read<Result>(id: string, work: (record: RunRecord) => Result | Promise<Result>): Promise<Result> {
    return withRecord(this.#store.reportOf(id), work);
  }

  #logOf(id: string): string {
    return join(this.#store.reportOf(id), DECISIONS_FILE);
  }

  #refuseWhereGoingOn(id: string): void {
    const { state } = this.#store.get(id);
    if (state === 'queued' || state === 'running') throw goingOn();
  }
}

function itemsOf(
  { place, position, rubric: at, criterion, why, isDecided }: IndexedQuestion,
  record: RunRecord,
  { rubrics, mask }: Reviewed,
): QueueItem[] {
  const machine = ticketAt(record, position);
  const { ticket, scorecards } = mask?.reviewed(machine) ?? machine;
  const line = scorecards[at]?.criteria[criterion];
  const rubric = rubrics[at]?.data.id;
  if (line === undefined || rubric === undefined) return [];
  const { id, title, verdict, points, possible } = line;
  const isScored = verdict.status === 'scored';
  return [
    {
      ...{ place, position, number: ticket.number, rubric, criterion: id, title, why },
      verdict: {
        status: verdict.status,
        levelId: isScored ? verdict.levelId : null,
        reason: verdict.status === 'unscored' ? verdict.reason : null,
        confidence: isScored ? verdict.confidence : null,
      },
      ...{ points, possible, decided: isDecided },
    },
  ];
}

function viewOf(record: RunRecord, position: number, { rubrics, mask, byTicket }: Reviewed): ReviewTicket {
  const { ticket, scorecards: machine } = ticketAt(record, position);
  const decisions = byTicket.get(ticket.number) ?? [];
  const decided = { ticket, scorecards: under(machine, rubrics, decisions) };
  const shown = mask?.reviewed(decided) ?? decided;
  const [previous, next] = [neighbour(record, position, -1), neighbour(record, position, 1)];
  return reviewTicket({ ...shown, position, machine, rubrics, decisions, previous, next });
}

function ticketAt(record: RunRecord, position: number): ReviewedTicket {
  const stored = record.ticket(position)?.stored;
  if (stored === undefined || 'failed' in stored) throw notFound('ticket', 'ticket-unknown');
  return stored;
}

/** The position of the next reviewed ticket before or behind one. */
function neighbour(record: RunRecord, position: number, step: 1 | -1): number | null {
  for (let tried = 1; tried <= MOST_FAILED; tried++) {
    const stored = record.ticket(position + tried * step)?.stored;
    if (stored === undefined) return null;
    if (!('failed' in stored)) return position + tried * step;
  }
  return null;
}

function under(
  scorecards: readonly Scorecard[],
  rubrics: readonly CompiledRubric[],
  decisions: readonly Decision[],
): readonly Scorecard[] {
  return scorecards.map((card, index) => {
    const rubric = rubrics[index];
    return rubric === undefined ? card : applyDecisions(card, rubric.data, decisions);
  });
}

/** @throws {ApiError} where a decision cannot be taken on a scorecard. */
function checkFit(decision: Decision, card: Scorecard, rubric: CompiledRubric): void {
  try {
    checkDecision(decision, card, rubric.data);
  } catch (error) {
    if (!DecisionError.isInstance(error)) throw error;
    throw new ApiError(error.code === 'decision-outdated' ? 409 : 422, error.code, error.message, error.hint);
  }
}
