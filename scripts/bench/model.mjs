/**
 * What a request for a validated object costs beside the bare client, and how near the throughput comes to the ideal.
 * Against a local server that takes 50 ms for each answer; the ratios are what counts.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONCURRENCY = 20;
const REQUESTS = 1_000;
const ROUNDS = 5;
const SERVER_MS = 50;
const MESSAGES = [
  { role: 'system', content: 'Answer the question about the ticket. '.repeat(100) },
  { role: 'user', content: 'Unlocked the account. Caller confirmed that he was able to log in. '.repeat(40) },
];

/** Prints the table. The packages have to be built. */
export async function benchModel() {
  const llm = (path) => import(new URL(`../../packages/llm/${path}`, import.meta.url).href);
  const [{ default: OpenAI }, { zodResponseFormat }, { z }] = await Promise.all([
    llm('node_modules/openai/index.mjs'),
    llm('node_modules/openai/helpers/zod.mjs'),
    llm('node_modules/zod/index.js'),
  ]);
  const [{ createOpenAIModel }, { createPacer }] = await Promise.all([
    llm('dist/openai/index.js'),
    llm('dist/index.js'),
  ]);

  const server = fork(fileURLToPath(new URL('./slow-model-server.mjs', import.meta.url)));
  try {
    const port = await new Promise((resolve) => server.once('message', resolve));
    const baseUrl = `http://127.0.0.1:${port}/v1`;
    const schema = z.object({ answer: z.string(), reason: z.string() });
    const client = new OpenAI({ apiKey: 'none', baseURL: baseUrl, maxRetries: 0 });
    const format = zodResponseFormat(schema, 'answer');
    const model = createOpenAIModel({
      apiKey: 'none',
      model: 'gpt-4o',
      baseUrl,
      network: {},
      pacer: createPacer({ maxConcurrency: CONCURRENCY }),
      parameters: { temperature: 0.1, maxOutputTokens: 2_000 },
    });
    const ways = {
      'the bare client': async () => {
        const body = {
          model: 'gpt-4o',
          messages: MESSAGES,
          response_format: format,
          temperature: 0.1,
          max_tokens: 2_000,
        };
        const { choices } = await client.chat.completions.create(body);
        return JSON.parse(choices[0].message.content);
      },
      '@tqrs/llm': () => model.generateObject(MESSAGES, schema, { schemaName: 'answer' }),
    };
    await print(ways);
  } finally {
    server.disconnect();
  }
}

async function print(ways) {
  const results = new Map(Object.keys(ways).map((name) => [name, []]));
  for (const ask of Object.values(ways)) await run(ask, 200);
  // In turns, so that a busy machine is busy for both.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, ask] of Object.entries(ways)) results.get(name).push(await run(ask, REQUESTS));
  }
  const median = (name, of) =>
    results
      .get(name)
      .map((result) => result[of])
      .sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  const ideal = (CONCURRENCY * 1_000) / SERVER_MS;
  const [bare, ours] = results.keys();
  console.log(
    `${REQUESTS} requests, ${CONCURRENCY} at a time, answers after ${SERVER_MS} ms; medians of ${ROUNDS} rounds\n`,
  );
  for (const name of results.keys()) {
    const rate = median(name, 'perSecond');
    console.log(
      `${name.padEnd(16)} ${median(name, 'cpuMs').toFixed(2)} ms of CPU a request, ` +
        `${Math.round(rate)} requests/s: ${((100 * rate) / ideal).toFixed(1)} % of the ideal ${ideal}`,
    );
  }
  console.log(`\nCPU beside the bare client: × ${(median(ours, 'cpuMs') / median(bare, 'cpuMs')).toFixed(2)}`);
}

/** CPU for each request in milliseconds, and requests a second. */
async function run(ask, requests) {
  let left = requests;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await ask();
    }
  };
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1_000 / requests, perSecond: (1_000 * requests) / (performance.now() - start) };
}
