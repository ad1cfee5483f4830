import { ModelConfigError } from '@tqrs/llm';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { diagnosisSchema, modelSettingsSchema, nameSchema, type Session, tokenSchema } from '../../api/index.ts';
import type { CommandDesk } from '../commands/ask-command.ts';
import { ApiError } from '../http/api-error.ts';
import { clientAddress } from '../http/client-address.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { readJsonBody } from '../http/read-body.ts';
import { withSession } from '../http/with-session.ts';
import type { Log } from '../log.ts';
import { checkAddress } from '../models/address-policy.ts';
import { modelOfSession } from '../models/chosen-model.ts';
import type { Models } from '../models/models.ts';
import type { ViewKeys } from '../reports/view-keys.ts';
import { isAdmin, makeAdmin, type SessionRecord, type SessionStore } from './session-store.ts';
import { isToken } from './tokens.ts';

const MINUTE = 60_000;
/** Guesses from one address, and from all. */
const GUESSES = { times: 5, perMs: MINUTE };
const ALL_GUESSES = { times: 30, perMs: MINUTE };
const SESSIONS = { times: 120, perMs: MINUTE };
const TESTS = { times: 10, perMs: MINUTE };

/** What the routes of sessions need. */
export interface SessionRoutesOptions {
  readonly sessions: SessionStore;
  readonly cookie: { readonly name: string; readonly secure: boolean };
  /** Opens the server; undefined where it is open to everybody on its machine. */
  readonly token: string | undefined;
  readonly adminToken: string;
  readonly models: Models;
  readonly desk: CommandDesk;
  readonly keys: ViewKeys;
  /** The working folder of the command. */
  readonly folder: string;
  readonly log: Log;
}

/** `/api/session`: who is asking, and with which model. */
export function sessionRoutes(options: SessionRoutesOptions): Hono<HttpEnvironment> {
  const { sessions, cookie, token, adminToken, models, desk, keys, folder, log } = options;
  const guesses = new RateLimit(GUESSES);
  const allGuesses = new RateLimit(ALL_GUESSES);
  const begun = new RateLimit(SESSIONS);
  const tests = new RateLimit(TESTS);
  const session = withSession(sessions, cookie.name);

  /** @throws {ApiError} where the token is wrong, or was guessed too often. */
  const checkToken = (address: string, given: string | undefined, right: string) => {
    guesses.take(address);
    allGuesses.take('');
    if (isToken(given, right)) return;
    log.info('token-wrong');
    throw new ApiError(401, 'token-wrong', 'That is not the token.', 'The server printed it when it was started.');
  };
  const hand = (context: Context<HttpEnvironment>, secret: string) =>
    setCookie(context, cookie.name, secret, { path: '/', httpOnly: true, sameSite: 'Strict', secure: cookie.secure });
  const told = (record: SessionRecord): Session => ({
    admin: isAdmin(record),
    name: record.name ?? null,
    model: models.stateFor(record),
  });

  return new Hono<HttpEnvironment>()
    .post('/', async (context) => {
      const { token: given } = await readJsonBody(context.env.incoming, tokenSchema);
      begun.take(clientAddress(context));
      const before = sessions.find(getCookie(context, cookie.name));
      if (before !== undefined) return context.json(told(before));
      if (token !== undefined) {
        if (given === undefined)
          throw new ApiError(401, 'token-needed', 'This server needs a token.', 'Ask whoever started it.');
        checkToken(clientAddress(context), given, token);
      }
      const { secret, session } = sessions.create();
      hand(context, secret);
      return context.json(told(session));
    })
    .get('/', session, (context) => context.json(told(context.get('session'))))
    .delete('/', session, (context) => {
      sessions.remove(getCookie(context, cookie.name));
      keys.forget(context.get('session').id);
      deleteCookie(context, cookie.name, { path: '/', secure: cookie.secure });
      return context.body(null, 204);
    })
    .post('/admin', session, async (context) => {
      const { token: given } = await readJsonBody(context.env.incoming, tokenSchema);
      checkToken(clientAddress(context), given, adminToken);
      makeAdmin(context.get('session'));
      // Whoever else knows the session's secret, or set it, is no administrator by that.
      hand(context, sessions.renew(getCookie(context, cookie.name)));
      log.info('admin-begun');
      return context.json(told(context.get('session')));
    })
    .put('/name', session, async (context) => {
      const record = context.get('session');
      record.name = (await readJsonBody(context.env.incoming, nameSchema)).name;
      return context.json(told(record));
    })
    .put('/model', session, async (context) => {
      const record = context.get('session');
      const settings = await readJsonBody(context.env.incoming, modelSettingsSchema);
      if (!models.mayChange(record))
        throw new ApiError(
          403,
          'model-set-by-server',
          'The model is configured on the server.',
          'An administrator can set another one for a test.',
        );
      const address =
        settings.provider === 'azure' ? settings.endpoint : settings.provider === 'compatible' ? settings.baseUrl : '';
      const allowed =
        settings.provider === 'openai'
          ? { publicOnly: false }
          : checkAddress(settings.provider, address, models.addresses);
      try {
        record.model = modelOfSession(settings, allowed.publicOnly);
      } catch (error) {
        if (!ModelConfigError.isInstance(error)) throw error;
        throw new ApiError(422, error.code, error.message, error.hint);
      }
      return context.json(told(record));
    })
    .delete('/model', session, (context) => {
      const record = context.get('session');
      record.model = undefined;
      return context.json(told(record));
    })
    .post('/model/test', session, async (context) => {
      const record = context.get('session');
      tests.take(record.id);
      const model = models.modelFor(record);
      const judge = model?.description.provider ?? 'offline';
      const diagnosis = await desk.ask({
        args: ['doctor', `--judge=${judge}`, '--format=json'],
        answer: diagnosisSchema,
        environment: models.environmentFor(model),
        folder,
        signal: context.req.raw.signal,
      });
      return context.json(diagnosis);
    });
}
