import { describe, expect, test } from 'vitest';
import { columnName, sheetEnd, sheetStart } from './sheet.ts';

const layout = {
  name: 'Tickets',
  isTable: true,
  columns: [
    { title: 'Ticket', width: 10 },
    {
      title: 'Score %',
      width: 9,
      colours: [
        { from: 90, place: 0 },
        { from: 0, place: 4 },
      ],
    },
  ],
};

describe('a sheet', () => {
  test('of a table has a head that stays and filters', () => {
    expect(sheetStart(layout)).toMatch(/state="frozen".*Ticket.*Score %/s);
    expect(sheetEnd(layout, 3)).toContain('<autoFilter ref="A1:B4"/>');
  });

  test('colours numbers by the first rule that fits', () => {
    const xml = sheetEnd(layout, 3);
    expect(xml).toContain('<conditionalFormatting sqref="B2:B4">');
    expect(xml.match(/dxfId="\d" priority="\d"/g)).toEqual(['dxfId="0" priority="1"', 'dxfId="4" priority="2"']);
    expect(xml).toContain('AND(ISNUMBER(B2),B2&gt;=90)');
  });

  test('without rows has nothing to colour', () => {
    expect(sheetEnd(layout, 0)).not.toContain('conditionalFormatting');
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [702, 'AAA'],
])('column %i is called %s', (place, name) => {
  expect(columnName(place)).toBe(name);
});
