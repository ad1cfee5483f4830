import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { JudgedTicket } from './compare.ts';

const checks = z.array(z.object({ id: z.string(), answer: z.string(), confidence: z.string().optional() })).optional();

/** As much of a scorecard as is compared, so that older and newer scorecards can be read as well. */
const judgedTicketSchema = z.object({
  ticket: z.object({ number: z.string() }),
  criteria: z.array(
    z.object({
      id: z.string(),
      verdict: z.discriminatedUnion('status', [
        z.object({ status: z.literal('scored'), levelId: z.string(), checks }),
        z.object({ status: z.literal('not-applicable') }),
        z.object({ status: z.literal('unscored'), reason: z.string(), checks }),
      ]),
    }),
  ),
}) satisfies z.ZodType<JudgedTicket>;

/** Reads the scorecards that `tqrs review --format ndjson` or `--format json` wrote, from one file or several. */
export async function readScorecards(paths: readonly string[]): Promise<JudgedTicket[]> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return texts.flatMap((text) => parseScorecards(text));
}

/** The scorecards in a JSON document (an array, or under `scorecards`) or in one JSON text a line. Other lines are left out. */
export function parseScorecards(text: string): JudgedTicket[] {
  return valuesOf(text).flatMap((value) => {
    const read = judgedTicketSchema.safeParse(value);
    return read.success ? [read.data] : [];
  });
}

function valuesOf(text: string): unknown[] {
  try {
    const whole: unknown = JSON.parse(text);
    const list = z.union([z.array(z.unknown()), z.object({ scorecards: z.array(z.unknown()) })]).safeParse(whole);
    if (!list.success) return [whole];
    return Array.isArray(list.data) ? list.data : list.data.scorecards;
  } catch {
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]));
  }
}
