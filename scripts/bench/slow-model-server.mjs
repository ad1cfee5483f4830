/** A chat completions server in a process of its own: every answer takes 50 ms, and its time is nobody else's. */
import { createServer } from 'node:http';

const ANSWER = JSON.stringify({
  id: 'chatcmpl-bench',
  object: 'chat.completion',
  created: 1_735_689_600,
  model: 'gpt-4o-2024-08-06',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: '{"answer":"yes","reason":"It says so."}' },
      finish_reason: 'stop',
    },
  ],
  usage: { prompt_tokens: 1_500, completion_tokens: 12, prompt_tokens_details: { cached_tokens: 1_280 } },
});

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER), 50);
  });
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
