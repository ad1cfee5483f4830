import { on } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { PdfEvent } from './extract-pages.ts';

/**
 * Damaged documents make PDF.js reject promises that nobody can catch, which ends a Node process, and hostile ones can keep it
 * busy or fill its memory. So it runs in a thread of its own: this module, started again.
 *
 * Import it dynamically, so that a bundler makes a file of it: the thread loads that file.
 */
const TASK = 'tqrs-pdf';
/** A page takes milliseconds. */
const LONGEST_STEP_MS = 60_000;
const MOST_MEGABYTES = 1_024;

/** A thread that has nothing to do: starting one takes longer than reading a document. */
let idle: Worker | undefined;

/** Reads a document page by page. It takes over the bytes. Leaving it early ends the thread. */
export async function* readPages(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<PdfEvent, void, undefined> {
  const thread = idle ?? start();
  idle = undefined;
  thread.ref();
  let finished = false;
  let timer: NodeJS.Timeout | undefined;
  try {
    const events = on(thread, 'message', { close: ['exit'] });
    thread.postMessage(bytes, [bytes.buffer]);
    timer = setTimeout(() => void thread.terminate(), LONGEST_STEP_MS);
    for await (const [event] of events as AsyncIterable<[PdfEvent]>) {
      timer.refresh();
      finished = event.kind === 'end' || event.kind === 'refused';
      yield event;
      if (finished) return;
    }
    yield { kind: 'refused', reason: 'tooComplex' };
  } catch {
    // The thread has run out of memory, or came to something that PDF.js cannot bear.
    yield { kind: 'refused', reason: 'tooComplex' };
  } finally {
    clearTimeout(timer);
    if (finished && idle === undefined) {
      idle = thread;
      thread.unref();
    } else await thread.terminate();
  }
}

function start(): Worker {
  const thread = new Worker(new URL(import.meta.url), {
    execArgv: [],
    workerData: TASK,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  // Whoever waits for the thread hears of it too.
  thread.on('error', () => undefined);
  thread.on('exit', () => {
    if (idle === thread) idle = undefined;
  });
  return thread;
}

/** What the thread does: each message is a document. */
if (!isMainThread && workerData === TASK && parentPort !== null) {
  const port = parentPort;
  process.on('unhandledRejection', () => undefined);
  port.on('message', async (bytes: Uint8Array) => {
    const { extractPages } = await import('./extract-pages.ts');
    for await (const event of extractPages(bytes)) port.postMessage(event);
  });
}
