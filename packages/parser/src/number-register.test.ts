import { expect, test } from 'vitest';
import { NumberRegister } from './number-register.ts';

test('finds numbers that come twice, and tells alike ones apart', () => {
  const register = new NumberRegister(100);
  const numbers = ['INC01', 'INC001', 'INC1', 'RITM01', '01', 'INC', 'INC123456789012', '', 'INC#1', 'INC#01'];
  for (const [record, number] of numbers.entries()) expect(register.add(number, record)).toBeUndefined();
  for (const [record, number] of numbers.entries()) expect(register.add(number, 99)).toBe(record);
});

test('remembers no more than it may', () => {
  const register = new NumberRegister(2);
  const found = ['INC1', 'x', 'INC2', 'INC1', 'INC2', 'x'].map((number, record) => register.add(number, record));
  expect(found).toEqual([undefined, undefined, undefined, 0, undefined, 1]);
});
