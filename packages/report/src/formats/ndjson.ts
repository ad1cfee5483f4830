import type { StreamFormat } from './format.ts';
import { jsonText } from './json-text.ts';

/** One scorecard a line and nothing else: no run, no summary, no failures. For pipes and databases. */
export const ndjson: StreamFormat = {
  id: 'ndjson',
  kind: 'stream',
  description: 'one scorecard a line, nothing else',
  entry: 'scorecards.ndjson',
  render: (_run, _ticket, scorecard) => [`${jsonText(scorecard)}\n`],
  open: (_run, sink) => ({
    async add(_number, [line = '']) {
      await sink.write(line);
    },
    async fail() {},
    async close() {},
  }),
};
