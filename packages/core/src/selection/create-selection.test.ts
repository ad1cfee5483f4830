import type { ExportFacts, Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { buildProfile, buildTicket, FACTS } from '../testing/build.ts';
import { createSelection } from './create-selection.ts';
import { SelectionError } from './errors.ts';
import { type SelectionOptions, selectionReportSchema } from './schema.ts';

const PROFILE = buildProfile();
const closed = (day: string) => ({ text: day, instant: `${day}T12:00:00.000Z` });

/** Ten tickets of two analysts and five priorities, closed on the first ten days of March. */
const TEN = Array.from({ length: 10 }, (_, index) => ({
  number: `INC${index}`,
  assignedTo: index % 2 === 0 ? 'Ada Olsen' : 'Berg, Jan',
  assignmentGroup: index < 7 ? 'Service Desk' : 'Network',
  priority: String((index % 5) + 1),
  closedAt: closed(`2026-03-${String(index + 1).padStart(2, '0')}`),
}));

function select(options: SelectionOptions, exports: readonly (readonly Partial<Ticket>[])[] = [TEN], facts = FACTS) {
  const pass = createSelection(options, PROFILE).begin();
  for (const tickets of exports) {
    const take = pass.open(facts);
    for (const fields of tickets) take(buildTicket(fields));
  }
  const { exports: chosen, report } = pass.finish();
  selectionReportSchema.parse(report);
  const leftOut = report.leftOut.reduce((sum, { tickets }) => sum + tickets, 0);
  expect(report.selected + leftOut).toBe(report.tickets);
  const ordinals = exports.map((tickets, index) => [...tickets.keys()].filter((at) => chosen[index]?.has(at)));
  return { ordinals: ordinals.length === 1 ? ordinals[0] : ordinals, report };
}

describe('what is selected', () => {
  test.each<[SelectionOptions, readonly number[]]>([
    [{}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [{ since: '2026-03-08' }, [7, 8, 9]],
    [{ until: '2026-03-02' }, [0, 1]],
    [{ since: '2026-03-02', until: '2026-03-03' }, [1, 2]],
    [{ assignedTo: ['ada olsen'] }, [0, 2, 4, 6, 8]],
    [{ assignedTo: ['Berg, Jan', 'Ada Olsen'], groups: ['network'] }, [7, 8, 9]],
    [{ where: ['priority<=2'] }, [0, 1, 5, 6]],
    [{ where: ['priority<=2', 'assignedTo=Ada Olsen'] }, [0, 6]],
    [{ where: ['priority<=2'], limit: 3 }, [0, 1, 5]],
  ])('%j', (options, expected) => {
    expect(select(options).ordinals).toEqual(expected);
  });
});

test('each ticket that is left out counts once, for the first option that it does not pass', () => {
  const { report } = select({ since: '2026-03-03', where: ['priority<=4', 'priority>=2'], limit: 2 });
  expect(report).toMatchObject({ tickets: 10, selected: 2 });
  expect(report.leftOut).toEqual([
    { option: 'since', value: '2026-03-03', reason: 'not-met', tickets: 2 },
    { option: 'where', value: 'priority<=4', reason: 'not-met', tickets: 2 },
    { option: 'where', value: 'priority>=2', reason: 'not-met', tickets: 1 },
    { option: 'limit', value: '2', reason: 'beyond-limit', tickets: 3 },
  ]);
});

test('a field that is not exported selects nothing, and is a reason of its own', () => {
  const { report } = select({ where: ['company!=Retail'] });
  expect(report.leftOut).toEqual([{ option: 'where', value: 'company!=Retail', reason: 'not-exported', tickets: 10 }]);
});

test('a journal that the whole export leaves blank is not exported, also where a condition asks', () => {
  const shown: ExportFacts = { ...FACTS, exported: ['workNotes'], filled: ['workNotes'] };
  const options = { where: ['workNotes is blank'] };
  expect(select(options, [[{}]], { ...FACTS, exported: ['workNotes'] }).report.leftOut[0]?.reason).toBe('not-exported');
  expect(select(options, [[{}]], shown).ordinals).toEqual([0]);
});

test.each<[string, Partial<Ticket>, string]>([
  ['closed', { closedAt: closed('2026-03-05'), resolvedAt: closed('2026-02-01') }, 'selected'],
  ['resolved, where closing is blank', { closedAt: { text: '' }, resolvedAt: closed('2026-03-05') }, 'selected'],
  ['resolved, where closing is not exported', { resolvedAt: closed('2026-02-01') }, 'not-met'],
  ['opened, where neither is told', { openedAt: closed('2026-03-05') }, 'selected'],
  ['nothing that is exported', {}, 'not-exported'],
  [
    'nothing, though all is exported',
    { closedAt: { text: '' }, resolvedAt: { text: '' }, openedAt: { text: '' } },
    'unclear',
  ],
])('a ticket belongs to the time when it was %s', (_, fields, expected) => {
  const { report } = select({ since: '2026-03-01' }, [[fields]]);
  expect(report.leftOut[0]?.reason ?? 'selected').toBe(expected);
});

test('tells how many tickets another time zone could turn round', () => {
  const at = (text: string) => ({ closedAt: { text } });
  const { report } = select({ since: '2026-03-05' }, [
    [at('2026-03-05 01:00:00'), at('2026-03-04 23:00:00'), at('2026-03-20 09:00:00')],
  ]);
  expect(report.zoneAssumed).toEqual({ zone: 'UTC', tickets: 2 });
  expect(select({ since: '2026-03-05' }).report.zoneAssumed).toBeUndefined();
});

describe('a sample', () => {
  const sample = { size: 4, seed: 'march' };

  test('is of the tickets for which the conditions hold', () => {
    const { ordinals, report } = select({ where: ['assignmentGroup=Service Desk'], sample });
    expect(ordinals).toHaveLength(4);
    expect(ordinals?.flat().every((at) => at < 7)).toBe(true);
    expect(report.leftOut.map(({ option, tickets }) => [option, tickets])).toEqual([
      ['where', 3],
      ['sample', 3],
    ]);
  });

  test('is over all exports together, and the same however tickets lie in them', () => {
    const numbers = (exports: readonly (readonly { readonly number: string }[])[]) => {
      const pass = createSelection({ sample }, PROFILE).begin();
      for (const tickets of exports) {
        const take = pass.open(FACTS);
        for (const fields of tickets) take(buildTicket(fields));
      }
      const chosen = pass.finish().exports;
      return exports
        .flatMap((tickets, index) => tickets.filter((_, at) => chosen[index]?.has(at)))
        .map((t) => t.number);
    };
    const one = numbers([TEN]);
    expect(one).toHaveLength(4);
    expect(numbers([TEN.slice(0, 3), [], TEN.slice(3)])).toEqual(one);
    expect(numbers([TEN.toReversed()]).toReversed()).toEqual(one);
  });

  test('tells its strata', () => {
    const { report } = select({ sample: { ...sample, stratify: 'group' } });
    expect(report.strata).toEqual([
      { name: 'Network', tickets: 3, selected: 1 },
      { name: 'Service Desk', tickets: 7, selected: 3 },
    ]);
  });

  test('is everything where there are fewer tickets', () => {
    expect(select({ sample: { size: 50, seed: 'x', stratify: 'analyst' } }).report).toMatchObject({
      selected: 10,
      leftOut: [],
    });
  });
});

test('the order in which options were given makes no difference', () => {
  const a = select({ where: ['priority<=2', 'category is blank'], assignedTo: ['Ada Olsen', 'Berg, Jan'] });
  const b = select({ assignedTo: ['Berg, Jan', 'Ada Olsen'], where: ['category is blank', 'priority<=2'] });
  expect(JSON.stringify(b)).toBe(JSON.stringify(a));
});

test.each<[SelectionOptions, string]>([
  [{ limit: 1, sample: { size: 1, seed: 'x' } }, 'limit-and-sample'],
  [{ since: 'monday' }, 'date-invalid'],
  [{ where: ['nothing=1'] }, 'field-unknown'],
])('%j is refused', (options, code) => {
  expect(() => createSelection(options, PROFILE)).toThrow(expect.objectContaining({ code }));
  expect(() => createSelection(options, PROFILE)).toThrow(SelectionError);
});
