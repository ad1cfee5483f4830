import { expect, test } from 'vitest';
import { readFormat } from '../../../test/formats.ts';
import { mutate } from '../../../test/mutate.ts';
import { journalXml, rowXml, sysId, unloadXml } from '../../../test/xml.ts';
import type { RawRecord } from '../format.ts';
import { readXml } from './read-xml.ts';

const NUMBERS = Array.from({ length: 12 }, (_, at) => 2_001 + at);
const incidentOf = (number: number) =>
  rowXml('incident', {
    caller_id: { value: sysId(900 + number), display: `Caller Grüß ${number}` },
    close_notes: `Closed & done: <${number}>`,
    comments: '',
    description: `First line of ${number}\nsecond line, "quoted"\n`,
    number: `INC${number}`,
    priority: '4',
    state: '7',
    sys_id: sysId(number),
    work_notes: '',
  });
const journalsOf = (number: number) =>
  [0, 1, 2]
    .slice(0, number % 4)
    .map((at) => journalXml(sysId(number), at === 1 ? 'comments' : 'work_notes', `Note ${at} of ${number}`));

const TOGETHER = NUMBERS.flatMap((number) => [incidentOf(number), ...journalsOf(number)]);
const APART = [...NUMBERS.flatMap(journalsOf), rowXml('problem', { number: 'PRB1' }), ...NUMBERS.map(incidentOf)];

interface Row {
  readonly sysId: unknown;
  readonly from: number;
  readonly to: number;
}

/** Where the rows that are about an incident stand, in bytes. */
function rowsIn(xml: Buffer): Row[] {
  return [
    ...xml.toString('latin1').matchAll(/<(?:incident|sys_journal_field) .*?<\/(?:incident|sys_journal_field)>/gs),
  ].map((row) => ({
    sysId: /<(?:sys_id|element_id)>(\w+)/.exec(row[0])?.[1],
    from: row.index,
    to: row.index + row[0].length,
  }));
}

/** Fields in which a record is not what it was, a missing one aside where it is a journal. */
function changes(record: RawRecord, original: RawRecord): string[] {
  return [...new Set([...Object.keys(record), ...Object.keys(original)])].filter(
    (field) =>
      JSON.stringify(record[field]) !== JSON.stringify(original[field]) &&
      !(['work_notes', 'comments'].includes(field) && record[field] === undefined),
  );
}

test.each([
  ['journals beside their incidents', TOGETHER],
  ['journals before all incidents', APART],
])('damage changes no record but those that it hits, with %s', async (_, rows) => {
  const xml = Buffer.from(unloadXml(...rows));
  const places = rowsIn(xml);
  const originals = new Map((await readFormat(readXml, xml)).records.map((record) => [record.sys_id, record]));
  for (let seed = 0; seed < 350; seed++) {
    const { name, bytes, from, to } = mutate(xml, seed);
    const where = `seed ${seed}: ${name} at ${from}`;
    const { records, problems } = await readFormat(readXml, bytes, { chunkBytes: 1 + (seed % 700) });
    // A damaged row may also spoil the one beside it, where their boundary is hit.
    const hit = new Set(places.filter((row) => row.from - 40 <= to && row.to + 2 >= from).map((row) => row.sysId));
    for (const record of records) {
      const original = originals.get(record.sys_id);
      if (original === undefined) expect(from, where).toBeLessThan(xml.length);
      else expect(changes(record, original).length, where).toBeLessThanOrEqual(hit.has(record.sys_id) ? 2 : 0);
    }
    const read = new Set(records.map((record) => record.sys_id));
    const lost = [...originals.keys()].filter((id) => !read.has(id));
    const isCut = name === 'cut';
    for (const id of lost)
      expect(hit.has(id) || (isCut && endOf(places, id) > from), `${where}, lost ${id}`).toBe(true);
    if (lost.length > 0) expect(problems.length, where).toBeGreaterThan(0);
  }
});

function endOf(places: readonly Row[], id: unknown): number {
  return Math.max(...places.filter((row) => row.sysId === id).map((row) => row.to));
}
