import type { StreamFormat } from './format.ts';
import { jsonText } from './json-text.ts';

/** One scorecard a line and nothing else: no run, no summary, no failures. For pipes and databases. */
export const ndjson: StreamFormat = {
  id: 'ndjson',
  kind: 'stream',
  description: 'one scorecard a line, nothing else',
  entry: 'scorecards.ndjson',
  open: (_run, sink) => ({
    async add(_ticket, scorecard) {
      await sink.write(`${jsonText(scorecard)}\n`);
    },
    async fail() {},
    async close() {},
  }),
};
