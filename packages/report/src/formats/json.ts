import type { ReviewFailure, RunInfo } from '../report.ts';
import type { StreamFormat } from './format.ts';
import { jsonText } from './json-text.ts';

/** The run as the document states it: how it was made, without the texts of the rubric's criteria. */
function describeRun({ startedAt, engine, rubric, profile, judge, facts, sources, selection, anonymous }: RunInfo) {
  const { id, version, hash, title, passMark, bands } = rubric;
  return {
    startedAt,
    engine,
    rubric: { id, version, hash, title, passMark, bands },
    profile,
    judge,
    facts,
    sources,
    selection,
    anonymous,
  };
}

/**
 * The whole run as one document:
 * `{ schemaVersion, run, scorecards, failures, summary, finishedAt, interrupted }`, one scorecard a line.
 * The summary stands last because it is known last.
 */
export const json: StreamFormat = {
  id: 'json',
  kind: 'stream',
  description: 'one document with the run, every scorecard and the summary',
  entry: 'report.json',
  render: (_run, _ticket, scorecard) => [jsonText(scorecard)],
  open(run, sink) {
    const failures: ReviewFailure[] = [];
    let started = false;
    const start = () => {
      started = true;
      return `{"schemaVersion":1,"run":${jsonText(describeRun(run))},"scorecards":[\n`;
    };
    return {
      async add(_number, [text = 'null']) {
        await sink.write(started ? ',\n' : start());
        await sink.write(text);
      },
      async fail(failure) {
        failures.push(failure);
      },
      async close({ summary, finishedAt, interrupted }) {
        const lead = started ? '' : start();
        const tail = { failures, summary, finishedAt, interrupted };
        await sink.write(`${lead}\n],${jsonText(tail).slice(1)}\n`);
      },
    };
  },
};
