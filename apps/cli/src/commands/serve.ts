import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningServer } from '@tqrs/web';
import { Command } from 'commander';
import { ConfigError } from '../config-error.ts';
import { ExitCode } from '../exit-code.ts';
import { makeFolder } from '../review/output-folder.ts';
import { LOG_LEVELS, readEnvironment, readSettings, wholeNumber } from '../settings.ts';
import { painterFor } from '../terminal/output.ts';
import { userData } from '../user-folders.ts';

const HELP = `
Everything stays on this machine: the page is at http://localhost:8501 for browsers on it, and for nobody else. With
--host others can use it; then it asks for a token, and a proxy in front has to bring encryption.

Settings from the environment or a .env file:
  TQRS_SERVE_TOKEN         opens the server to others (default: one is made and printed)
  TQRS_SERVE_ADMIN_TOKEN   lets an administrator try another model (default: one is made and printed)
  TQRS_SERVE_URL           where users find the server, behind a proxy: https://tqrs.example.com
  TQRS_SERVE_ADDRESSES     addresses of models that users may name: host, host:port, *.domain, * for any public one
  OPENAI_…, TQRS_AZURE_…   a model for everybody: users see that it is there, and never its key

Examples:
  $ tqrs serve                                     the page, for this machine
  $ tqrs serve --port 9000 --data /srv/tqrs        somewhere else
  $ TQRS_SERVE_TOKEN=… TQRS_SERVE_URL=https://tqrs.example.com tqrs serve     behind a proxy on this machine
`;

/** What the server is started with. A process with the same memory that the command takes by itself. */
const NODE_FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=1024'];

interface ServeFlags {
  readonly port: string;
  readonly host: string;
  readonly data?: string;
  readonly maxRuns?: string;
  readonly maxUpload?: string;
}

/** `tqrs serve`: the web page. */
export function serveCommand(version: string, end: (code: ExitCode) => void): Command {
  return new Command('serve')
    .description('serve the web page: drop exports, watch them being reviewed, read the reports')
    .option('--port <n>', 'where it listens', '8501')
    .option('--host <address>', 'which address of this machine it listens on', '127.0.0.1')
    .option('--data <folder>', 'where uploads and runs are kept (default: tqrs in the user’s data folder)')
    .option('--max-runs <n>', 'runs at the same time (default: one for every two processors)')
    .option('--max-upload <mb>', 'megabytes of a file (default: 1000)')
    .addHelpText('after', HELP)
    .action(async (flags: ServeFlags) => end(await serve(flags, version)));
}

async function serve(flags: ServeFlags, version: string): Promise<ExitCode> {
  const environment = readEnvironment(process.cwd(), process.env);
  const { logLevel } = readSettings(environment);
  const port = wholeNumber('--port', flags.port, 65_535) ?? 8501;
  const maxRuns = wholeNumber('--max-runs', flags.maxRuns, 64);
  const megabytes = wholeNumber('--max-upload', flags.maxUpload, 100_000);
  // Loaded here only: whoever reviews does not wait for it.
  const { startServer } = await import('@tqrs/web');
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const stopAgain = () => process.exit(ExitCode.interrupted);
  const stopOnce = () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stopOnce).on(signal, stopAgain);
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopOnce);
  const dataFolder = resolve(flags.data ?? join(userData(environment), 'tqrs'));
  const server = await explaining(flags, async () => {
    await makeFolder(dataFolder);
    return startServer({
      version,
      dataFolder,
      host: flags.host,
      port,
      maxRuns,
      maxFileBytes: megabytes && megabytes * 1e6,
      command: { program: process.execPath, args: [...NODE_FLAGS, process.argv[1] ?? ''] },
      pageFolder: beside('page'),
      sampleFolder: beside('sample'),
      environment,
      log: (level, line) => {
        if (LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(logLevel)) process.stderr.write(line);
      },
    });
  });
  greet(server, environment);
  await stopped;
  await server.close();
  return ExitCode.done;
}

function greet(
  { url, token, adminToken }: RunningServer,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const out = process.stdout;
  const paint = painterFor(out);
  out.write(`${paint('bold', 'TQRS')}  ${url}\n`);
  // Whoever set a token knows it.
  if (token !== undefined && !environment.TQRS_SERVE_TOKEN?.trim()) out.write(`Token for users           ${token}\n`);
  if (!environment.TQRS_SERVE_ADMIN_TOKEN?.trim()) out.write(`Token for administrators  ${adminToken}\n`);
}

/** What the build put beside the command. */
function beside(name: string): string {
  return fileURLToPath(new URL(`./${name}/`, import.meta.url));
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'another program listens there',
  EADDRNOTAVAIL: 'this machine has no such address',
  EACCES: 'it is not allowed',
  ENOTFOUND: 'there is no such address',
};

/** Says in words why the server could not be started. */
async function explaining<Result>({ host, port }: ServeFlags, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError)
      throw new ConfigError(error.message, { code: 'setting-invalid', hint: 'tqrs help serve lists the settings.' });
    const { code, syscall, path } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    const what = path === undefined ? `listen on ${host}, port ${port}` : `use ${path}`;
    throw new ConfigError(`The server cannot ${what}: ${REASONS[code] ?? `the system says ${code}`}.`, {
      code: 'server-not-started',
      hint: 'Choose another one with --port, --host or --data.',
      cause: error,
    });
  }
}
