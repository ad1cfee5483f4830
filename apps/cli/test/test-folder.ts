import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FaultServer, type ReplyScript, startFaultServer } from '@tqrs/fault-server';
import { afterAll, onTestFinished } from 'vitest';

const newFolder = () => mkdtempSync(join(tmpdir(), 'tqrs-cli-'));
const remove = (folder: string) => rmSync(folder, { recursive: true });

/** A folder that goes with the last test of a file. */
export function folderForAll(): string {
  const folder = newFolder();
  afterAll(() => remove(folder));
  return folder;
}

/** A folder that goes with the test. */
export function folderForTest(): string {
  const folder = newFolder();
  onTestFinished(() => remove(folder));
  return folder;
}

/** A server of a model that goes with the test. */
export async function serverForTest(script: ReplyScript): Promise<FaultServer> {
  const server = await startFaultServer(script);
  onTestFinished(() => server.close());
  return server;
}
