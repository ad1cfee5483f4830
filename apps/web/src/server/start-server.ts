import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { type AddressInfo, BlockList, isIP, isIPv6 } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { readChoices } from './catalogue.ts';
import { CommandDesk } from './commands/ask-command.ts';
import type { Command } from './commands/command.ts';
import { createApp } from './http/app.ts';
import type { HttpEnvironment } from './http/environment.ts';
import { PageFiles } from './http/page-files.ts';
import { createLog, errorDetails, type LogLevel } from './log.ts';
import { Models } from './models/models.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { ViewKeys } from './reports/view-keys.ts';
import { ReportRewriter } from './review/report-rewriter.ts';
import { reviewRoutes } from './review/review-routes.ts';
import { ReviewService } from './review/review-service.ts';
import { Changes } from './runs/changes.ts';
import { runRoutes } from './runs/run-routes.ts';
import { RunService } from './runs/run-service.ts';
import { RunStore } from './runs/run-store.ts';
import { Runner } from './runs/runner.ts';
import { sessionRoutes } from './sessions/session-routes.ts';
import { SessionStore } from './sessions/session-store.ts';
import { readServeSettings } from './settings.ts';
import { uploadRoutes } from './uploads/upload-routes.ts';
import { UploadStore } from './uploads/upload-store.ts';

const HEADERS_MS = 10_000;
const IDLE_MS = 60_000;
/** A large upload over a slow line is done by then. */
const REQUEST_MS = 60 * 60_000;
const CHECK_MS = 5_000;
const MOST_CONNECTIONS = 1_000;
const SWEEP_MS = 10 * 60_000;
const FILES_PER_UPLOAD = 50;
/** Questions to the command at the same time: inspections, estimates, tests of a connection. */
const QUESTIONS_AT_ONCE = 2;

/** How a server is started. */
export interface ServerOptions {
  /** Of TQRS. */
  readonly version: string;
  /** Where uploads and runs are kept. It is made where it is missing. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Runs at the same time. Default: one for every two processors. */
  readonly maxRuns?: number | undefined;
  /** Bytes of an uploaded file. Default: a gigabyte. */
  readonly maxFileBytes?: number | undefined;
  /** How the command is started that does the work. */
  readonly command: Command;
  /** The built page. */
  readonly pageFolder?: string | undefined;
  /** The sample export and its profile. */
  readonly sampleFolder?: string | undefined;
  /** The environment: settings of the server, and of the model that it offers to everybody. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes the lines of the log. */
  readonly log: (level: LogLevel, line: string) => void;
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  /** To be told to those who may use the server; undefined where everybody on this machine may. */
  readonly token: string | undefined;
  /** To be told to administrators. */
  readonly adminToken: string;
  /** Lets no more in, has every run save what is finished, and ends. */
  close(): Promise<void>;
}

/**
 * Starts the server of the page.
 * @throws {RangeError} @throws {ModelConfigError} naming the setting that cannot be used.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { version, dataFolder, host, port, command, environment, pageFolder, sampleFolder } = options;
  const { maxRuns = Math.max(1, Math.floor(availableParallelism() / 2)), maxFileBytes = 1e9 } = options;
  const settings = readServeSettings(environment);
  // Behind a proxy on this machine, everybody seems to be on it.
  const isForOthers = !isLoopback(host) || settings.publicUrl !== undefined;
  const token = settings.token ?? (isForOthers ? newToken() : undefined);
  const adminToken = settings.adminToken ?? newToken();
  const isEncrypted = settings.publicUrl?.protocol === 'https:';
  const cookie = { name: isEncrypted ? '__Host-tqrs' : 'tqrs', secure: isEncrypted };
  const models = new Models(environment, settings.addresses);
  const log = createLog(options.log);

  const workFolder = join(dataFolder, 'work');
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const limits = { fileBytes: maxFileBytes, filesPerUpload: FILES_PER_UPLOAD, runs: maxRuns };
  const choices = await readChoices({ version, dataFolder, sampleFolder, limits, log });
  const uploads = new UploadStore(join(dataFolder, 'uploads'), FILES_PER_UPLOAD);
  await uploads.open();
  const store = new RunStore(join(dataFolder, 'runs'));
  await store.open();

  const closing = new AbortController();
  const changes = new Changes();
  const sessions = new SessionStore();
  const keys = new ViewKeys();
  const desk = new CommandDesk(command, QUESTIONS_AT_ONCE);
  const runner = new Runner(command, store, changes, maxRuns, log);
  const rewriter = new ReportRewriter({ command, environment: models.environmentFor(undefined), store, changes, log });
  const review = new ReviewService(store, rewriter);
  const service = new RunService({ store, runner, uploads, choices, models, review, rewriter });
  const app = createApp({
    names: [host, settings.publicUrl?.hostname ?? ''],
    publicUrl: settings.publicUrl,
    sessions,
    cookie: cookie.name,
    session: sessionRoutes({ sessions, cookie, token, adminToken, models, desk, keys, folder: workFolder, log }),
    api: {
      catalogue: new Hono<HttpEnvironment>().get('/', (context) => context.json(choices.catalogue)),
      uploads: uploadRoutes({ uploads, choices, models, desk, folder: workFolder }),
      runs: runRoutes({ store, service, runner, changes, uploads, keys, rewriter, closing: closing.signal, log }).route(
        '/',
        reviewRoutes(review),
      ),
    },
    reports: reportRoutes(store, keys),
    page: new PageFiles(pageFolder),
    log,
  });

  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_MS,
      keepAliveTimeout: CHECK_MS,
    },
  }) as Server;
  server.timeout = IDLE_MS;
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  await service.goOn();
  const sweep = setInterval(() => {
    uploads.sweep().catch((error: unknown) => log.error('sweep-failed', errorDetails(error)));
  }, SWEEP_MS).unref();

  const url = addressOf(host, (server.address() as AddressInfo).port);
  log.info('listening', { url, runs: maxRuns });
  return {
    url,
    token,
    adminToken,
    async close() {
      log.info('closing');
      clearInterval(sweep);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      closing.abort();
      await Promise.all([runner.close(), rewriter.close()]);
      server.closeAllConnections();
      await closed;
      log.info('closed');
    },
  };
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isLoopback(host: string): boolean {
  return host === 'localhost' || (isIP(host) !== 0 && LOOPBACK.check(host, isIPv6(host) ? 'ipv6' : 'ipv4'));
}

function addressOf(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

function newToken(): string {
  return randomBytes(24).toString('base64url');
}
