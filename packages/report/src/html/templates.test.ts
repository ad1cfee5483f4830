import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const TEMPLATES = new URL('./templates/', import.meta.url);
const SCRIPT = new URL('./assets/tickets-table.client.js', import.meta.url);

const withoutMustaches = (text: string) => text.replace(/\{\{\{?.*?\}?\}\}/gs, '');
/** Attributes that people read or hear. */
const SPOKEN = /\s(?:aria-label|title|alt|placeholder|data-(?:label|one|other))="([^"]*)"/g;

test.each(readdirSync(TEMPLATES))('%s holds no words and no numbers of its own', (name) => {
  const template = readFileSync(new URL(name, TEMPLATES), 'utf8');
  const spoken = [...template.matchAll(SPOKEN)].map(([, value = '']) => withoutMustaches(value));
  const text = withoutMustaches(template).replace(/<[^>]*>/g, '');
  expect([text, ...spoken].join('\n').match(/[\p{L}\p{N}]+/gu)).toBeNull();
});

test('the script of the table takes its words from the page', () => {
  const code = readFileSync(SCRIPT, 'utf8').replace(/^\s*\/(?:\/|\*\*).*$/gm, '');
  const literals = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template ?? '');
  expect(literals).toContain('table[data-sortable]');
  expect(literals.filter((text) => /[a-z] [a-z]/i.test(text) || /^[A-Z][a-z]/.test(text))).toEqual([]);
});
