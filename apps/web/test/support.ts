import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { z } from 'zod';
import {
  API_HEADER,
  FILE_NAME_HEADER,
  type Run,
  type RunEvent,
  type RunSettingsInput,
  runEventSchema,
  runSchema,
  type Upload,
  uploadSchema,
} from '../src/api/index.ts';
import { type RunningServer, type ServerOptions, startServer } from '../src/server/index.ts';

/** The command as it is built; the build comes before the tests. */
export const COMMAND = fileURLToPath(new URL('../../cli/bin/tqrs.cjs', import.meta.url));
export const SAMPLES = fileURLToPath(new URL('../../../samples', import.meta.url));

/** Spelling takes a dictionary that most tests can do without. */
export const OFFLINE: RunSettingsInput = {
  rubrics: ['incident-logging'],
  profile: 'default',
  judge: 'offline',
  spelling: false,
};

/** A folder that goes with the test. */
export class TemporaryFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'tqrs-web-'));
  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A server in this process, with a data folder of its own unless it is told another one. */
export interface TestServer extends RunningServer, AsyncDisposable {
  readonly dataFolder: string;
  /** Everything that it logged. */
  readonly log: () => string;
}

/** Settings from outside do not reach it. */
const SETTINGS = /^(LOG_LEVEL|BATCH_SIZE|BATCH_CONCURRENCY|NO_COLOR|FORCE_COLOR|OPENAI_.*|TQRS_.*)$/;
export const cleanEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)),
);

export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const folder = new TemporaryFolder();
  let log = '';
  const { environment, ...others } = options;
  const server = await startServer({
    version: '0.0.0',
    dataFolder: folder.path,
    host: '127.0.0.1',
    port: 0,
    command: { program: process.execPath, args: [COMMAND] },
    sampleFolder: SAMPLES,
    environment: { ...cleanEnvironment, ...environment },
    log: (_, line) => {
      log += line;
    },
    ...others,
  });
  return {
    ...server,
    dataFolder: others.dataFolder ?? folder.path,
    log: () => log,
    async [Symbol.asyncDispose]() {
      await server.close();
      folder[Symbol.dispose]();
      if (log.includes('"level":"ERROR"')) throw new Error(log);
    },
  };
}

/** A server for all tests of a file, and a browser at it. */
export async function serverForAll(
  options?: Partial<ServerOptions>,
): Promise<{ readonly server: TestServer; readonly browser: Browser }> {
  const server = await startTestServer(options);
  afterAll(() => server[Symbol.asyncDispose]());
  return { server, browser: await Browser.at(server) };
}

export const portOf = ({ url }: { readonly url: string }): number => Number(new URL(url).port);

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
  readonly json: any;
}

export interface Asked {
  readonly body?: string | Buffer | object | undefined;
  /** Laid over those that the page sends; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A browser with the page of a server: it keeps the cookie and sends what the page sends. */
export class Browser {
  readonly base: string;
  cookie = '';
  /** Everything that it was told. */
  seen = '';

  constructor(base: string) {
    this.base = base;
  }

  static async at({ url, token }: { readonly url: string; readonly token?: string | undefined }): Promise<Browser> {
    const browser = new Browser(url);
    const { status, text } = await browser.ask('POST', '/api/session', { body: token === undefined ? {} : { token } });
    if (status !== 200) throw new Error(`No session: ${status} ${text}`);
    return browser;
  }

  ask(method: string, path: string, { body, headers = {} }: Asked = {}): Promise<Answer> {
    const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
    const sent = body === undefined || isRaw ? body : JSON.stringify(body);
    const all = {
      origin: this.base,
      'sec-fetch-site': 'same-origin',
      [API_HEADER]: '1',
      ...(sent !== undefined && { 'content-length': String(Buffer.byteLength(sent)) }),
      ...(this.cookie !== '' && { cookie: this.cookie }),
      ...headers,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(this.base);
      // `fetch` would tidy up the path, and decide on headers itself.
      const options = { hostname, port, method, path, headers: Object.fromEntries(given), agent: false };
      const request = httpRequest(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const [cookie] = response.headers['set-cookie'] ?? [];
          if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? '';
          const text = bytes.toString('utf8');
          this.seen += `${JSON.stringify(response.headers)}\n${text}\n`;
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            get json() {
              return JSON.parse(text);
            },
          });
        });
      });
      request.on('error', reject);
      request.end(sent);
    });
  }

  /** Asks for something that is to be there, of that shape. */
  async get<Schema extends z.ZodType>(
    schema: Schema,
    method: string,
    path: string,
    body?: object,
  ): Promise<z.output<Schema>> {
    const { status, text } = await this.ask(method, path, { body });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return schema.parse(JSON.parse(text));
  }

  async upload(files: Readonly<Record<string, string | Buffer>>): Promise<Upload> {
    const { id } = await this.get(uploadSchema, 'POST', '/api/uploads');
    for (const [name, body] of Object.entries(files)) {
      const headers = { [FILE_NAME_HEADER]: encodeURIComponent(name) };
      const { status, text } = await this.ask('POST', `/api/uploads/${id}/files`, { body, headers });
      if (status !== 200) throw new Error(`${name}: ${status} ${text}`);
    }
    return this.get(uploadSchema, 'GET', `/api/uploads/${id}`);
  }

  start(upload: Upload, settings: RunSettingsInput = OFFLINE): Promise<Run> {
    return this.get(runSchema, 'POST', '/api/runs', { upload: upload.id, settings });
  }

  /** Starts a run of so many tickets. */
  async begin(tickets: number, settings?: RunSettingsInput): Promise<Run> {
    return this.start(await this.upload({ 'a.json': exportOf(tickets) }), settings);
  }

  run(id: string): Promise<Run> {
    return this.get(runSchema, 'GET', `/api/runs/${id}`);
  }

  /** Watches a run until `enough` says so, its end at the latest. */
  watch(id: string, { lastEventId, enough = () => false }: WatchOptions = {}): Promise<Watched> {
    const watched: Watched = { states: [], events: [], ids: [], status: 0 };
    const headers = { cookie: this.cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
    return new Promise((resolve, reject) => {
      const request = httpRequest(`${this.base}/api/runs/${id}/events`, { headers, agent: false }, (response) => {
        watched.status = response.statusCode ?? 0;
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          const blocks = (rest + text).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) take(watched, block);
          if (!enough(watched)) return;
          request.destroy();
          resolve(watched);
        });
        response.on('end', () => resolve(watched));
        response.on('error', () => resolve(watched));
      });
      request.on('error', reject);
      request.end();
    });
  }

  /** The run, once it is over. */
  async finished(id: string): Promise<Run> {
    await this.watch(id);
    return this.run(id);
  }
}

/** Tells its first tickets. */
export const isGoingOn = (watched: Watched): boolean => rowsOf(watched).length > 0;

export interface WatchOptions {
  readonly lastEventId?: string | undefined;
  readonly enough?: (watched: Watched) => boolean;
}

export interface Watched {
  readonly states: Run[];
  readonly events: RunEvent[];
  readonly ids: string[];
  status: number;
}

function take(watched: Watched, block: string): void {
  const fields = block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? []);
  const of = (name: string) => fields.find(([key]) => key === name)?.[1];
  const [data, id] = [of('data'), of('id')];
  if (id !== undefined) watched.ids.push(id);
  if (data === undefined) return;
  if (of('event') === 'state') watched.states.push(runSchema.parse(JSON.parse(data)));
  else watched.events.push(runEventSchema.parse(JSON.parse(data)));
}

/** The events of the last try: a start tells everything anew. */
export function lastTry({ events }: Watched): RunEvent[] {
  const start = events.findLastIndex(({ type }) => type === 'start');
  return events.slice(Math.max(0, start));
}

/** The tickets that were told, in order. */
export const rowsOf = (watched: Watched) =>
  lastTry(watched).flatMap((event) => (event.type === 'tickets' ? event.tickets : []));

/** One record as a ServiceNow list export has it. */
export function record(index: number, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    number: `INC${String(10_000 + index)}`,
    short_description: `Retail - Oslo - Outlook - shows error E${1_000 + index}`,
    description: `Contact number: +47 22 00 11 22\nWorking location: Oslo, office\nOutlook rejects the password since E${index}.`,
    category: 'Software',
    contact_type: 'email',
    state: '7',
    work_notes: '2026-03-02 09:00:00 - Ada Olsen (Work notes)\nCleared the stored credentials.',
    close_notes: 'Removed the stored credentials and the caller signed in again.',
    ...changes,
  };
}

export const exportOf = (count: number): string =>
  JSON.stringify({ records: Array.from({ length: count }, (_, index) => record(index)) });
