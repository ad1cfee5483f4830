import type { Scorecard } from '@tqrs/core';
import { localisationOf } from '../catalogue/localisation.ts';
import { outcome } from '../html/view/verdict.ts';
import { visible } from '../html/view/visible.ts';
import type { ReviewFailure, RubricInfo } from '../report.ts';
import { stringOf } from '../sinks/string-of.ts';
import { escapeXml } from '../xml/escape-xml.ts';
import type { StreamFormat } from './format.ts';

/** Pipelines compare runs: a suite is the same in any locale. */
const { t } = localisationOf();

/** How a ticket counts. A ticket without a verdict is skipped, and one without a review an error. */
type Count = 'passed' | 'failures' | 'skipped';

/**
 * A test suite for pipelines: a ticket is a test case, and fails where it does not pass. The numbers of a suite stand at its
 * head, so its lines wait in memory: about 300 bytes a ticket.
 */
export const junit: StreamFormat = {
  id: 'junit',
  kind: 'stream',
  description: 'a test suite for pipelines, where a ticket that does not pass is a failed test',
  entry: 'junit.xml',
  render: ({ rubric }, _ticket, scorecard) => [countOf(scorecard), testCase(rubric, scorecard)],
  open({ rubric, startedAt }, sink) {
    const lines: string[] = [];
    const counts = { passed: 0, failures: 0, skipped: 0, errors: 0 };
    return {
      async add(_number, [count = '', line = '']) {
        counts[stringOf(count) as Count]++;
        lines.push(stringOf(line));
      },
      async fail(failure) {
        counts.errors++;
        lines.push(errorCase(rubric, failure));
      },
      async close({ finishedAt }) {
        const seconds = Math.max(0, (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
        const { failures, skipped, errors } = counts;
        const numbers = `tests="${lines.length}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${seconds.toFixed(3)}"`;
        const stamp = shown(startedAt.replace(/\.\d+Z$/, ''));
        await sink.write(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="TQRS" ${numbers}>\n`);
        await sink.write(`<testsuite name="${shown(rubric.title)}" ${numbers} timestamp="${stamp}">\n`);
        for (const line of lines) await sink.write(line);
        await sink.write('</testsuite>\n</testsuites>\n');
      },
    };
  },
};

/** Logs of pipelines are read on terminals. */
const shown = (text: string): string => escapeXml(visible(text));

function countOf({ passed }: Scorecard): Count {
  if (passed === null) return 'skipped';
  return passed ? 'passed' : 'failures';
}

function testCase(rubric: RubricInfo, card: Scorecard): string {
  const name = nameOf(rubric, card.ticket.number, card.ticket.assignmentGroup);
  const { label } = outcome(card, t);
  if (card.passed === true) return `<testcase ${name}/>\n`;
  if (card.passed === null) {
    const message = card.range === null ? label : t.suite.skipped(label, card.range);
    return `<testcase ${name}><skipped message="${shown(message)}"/></testcase>\n`;
  }
  const message = card.score === null ? label : t.suite.failure(label, card.score.percent, rubric.passMark);
  const steps = card.pathToPass.map(({ title, gain, coaching }) => t.suite.step(title, gain, coaching.join(' ')));
  return `<testcase ${name}><failure message="${shown(message)}">${shown(steps.join('\n'))}</failure></testcase>\n`;
}

function errorCase(rubric: RubricInfo, { number: ticket, record, source, message, hint }: ReviewFailure): string {
  const place = ticket ?? (record === undefined ? (source ?? t.suite.unknownRecord) : t.suite.record(record));
  const text = hint === undefined ? '' : shown(hint);
  return `<testcase ${nameOf(rubric, place, undefined)}><error message="${shown(message)}">${text}</error></testcase>\n`;
}

function nameOf({ id }: RubricInfo, ticket: string, group: string | undefined): string {
  // Readers cut a class name at its points.
  const suite = group ? `${id}.${group.replaceAll('.', ' ')}` : id;
  return `name="${shown(ticket)}" classname="${shown(suite)}"`;
}
