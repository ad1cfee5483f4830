export type { Command } from './commands/command.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
