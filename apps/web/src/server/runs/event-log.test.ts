import { expect, test } from 'vitest';
import { TemporaryFolder } from '../../../test/support.ts';
import { EventLog, type LogLine } from './event-log.ts';

async function all(lines: AsyncIterable<LogLine>): Promise<LogLine[]> {
  const found = [];
  for await (const line of lines) found.push(line);
  return found;
}

test('a reader goes on where it was, and is not disturbed by the next try', async () => {
  using folder = new TemporaryFolder();
  const log = await EventLog.begin(folder.path, 1);
  await log.append('"å"\n"b"\n');
  const [first] = await all(log.linesFrom(0));
  expect(first).toEqual({ attempt: 1, offset: 5, text: '"å"' });
  await log.append('"c"\n');
  expect((await all(log.linesFrom(5))).map(({ text }) => text)).toEqual(['"b"', '"c"']);
  expect([await log.endsLineAt(5), await log.endsLineAt(4), await log.endsLineAt(99)]).toEqual([true, false, false]);

  const reading = log.linesFrom(0);
  await reading.next();
  await EventLog.begin(folder.path, 2);
  expect((await reading.next()).value).toMatchObject({ text: '"b"' });
  await reading.return(undefined);
  expect(await all(log.linesFrom(0))).toEqual([]);
});
