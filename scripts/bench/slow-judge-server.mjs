/** A chat completions server in a process of its own that answers whatever a judge asks, each time after 50 ms. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerAll, readRequest } from '../../packages/fault-server/src/model-brain.ts';

const MS = 50;
let requests = 0;
const usage = { prompt_tokens: 3_000, completion_tokens: 600, prompt_tokens_details: { cached_tokens: 2_560 } };

const server = createServer(async (request, response) => {
  const start = performance.now();
  requests += 1;
  const content = JSON.stringify(answerAll(readRequest(JSON.parse(await text(request)))));
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
  const body = JSON.stringify({ id: 'bench', object: 'chat.completion', created: 0, model: 'gpt-4o', choices, usage });
  const send = () => response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  setTimeout(send, Math.max(0, MS - (performance.now() - start)));
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('message', () => {
  process.send(requests);
  requests = 0;
});
process.on('disconnect', () => process.exit());
