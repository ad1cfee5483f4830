import { Hono } from 'hono';
import { decideSchema, logQuerySchema, positionsQuerySchema, queueQuerySchema } from '../../api/index.ts';
import { ApiError, notFound } from '../http/api-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { readJsonBody } from '../http/read-body.ts';
import { readQuery } from '../http/read-query.ts';
import type { ReviewService } from './review-service.ts';

/** Of one session: more than anybody reads. */
const DECISIONS = { times: 120, perMs: 60_000 };

/** What belongs below `/api/runs/:run`: what people see and decide of a run. */
export function reviewRoutes(service: ReviewService): Hono<HttpEnvironment> {
  const decisions = new RateLimit(DECISIONS);
  return new Hono<HttpEnvironment>()
    .get('/:run/queue', async (context) => {
      const query = readQuery(context.req.query(), queueQuerySchema);
      return context.json(await service.queue(context.req.param('run'), query));
    })
    .get('/:run/tickets', async (context) => {
      const { number } = readQuery(context.req.query(), positionsQuerySchema);
      return context.json(await service.positions(context.req.param('run'), number));
    })
    .get('/:run/tickets/:position', async (context) => {
      const position = context.req.param('position');
      if (!/^\d{1,9}$/.test(position)) throw notFound('ticket', 'ticket-unknown');
      return context.json(await service.ticket(context.req.param('run'), Number(position)));
    })
    .get('/:run/decisions', async (context) => {
      const query = readQuery(context.req.query(), logQuerySchema);
      return context.json(await service.log(context.req.param('run'), query));
    })
    .post('/:run/decisions', async (context) => {
      const { id, name } = context.get('session');
      const asked = await readJsonBody(context.env.incoming, decideSchema);
      if (name === undefined)
        throw new ApiError(409, 'name-needed', 'Nobody knows who decides.', 'Say who you are: it stands beside it.');
      decisions.take(id);
      return context.json(await service.decide(context.req.param('run'), asked, name));
    });
}
