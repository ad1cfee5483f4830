import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { compileTemplate } from './compile-template.mjs';

const RUNTIME = new URL('./template-runtime.mjs', import.meta.url).href;

type Render = (view: unknown, given?: object) => string;

async function compiled(template: string): Promise<Render> {
  const code = compileTemplate(template, 'test.hbs', RUNTIME);
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).default;
}

test.each<[string, unknown]>([
  ['{{a}} {{b}} {{c}} {{d}} {{e}}', { a: `<a href="x=y">'&\`</a>`, b: 0, c: false, d: null, e: ['x', 1] }],
  ['{{{a}}}{{{b}}}', { a: '<b>', b: null }],
  ['{{a.b.c}}', { a: { b: { c: 'deep' } } }],
  ['{{#if a}}yes{{else}}no{{/if}}', { a: 0 }],
  ['{{#if a}}yes{{else}}no{{/if}}', { a: [] }],
  ['{{#if a.b}}yes{{else}}no{{/if}}', { a: {} }],
  ['{{#if a}}yes{{else if b}}maybe{{else}}no{{/if}}', { a: '', b: 1 }],
  ['{{#unless a}}no{{else}}yes{{/unless}}', { a: {} }],
  ['{{#with a}}{{b}}{{../c}}{{else}}none{{/with}}', { a: { b: 1 }, c: 2 }],
  ['{{#with a}}{{this}}{{else}}none{{/with}}', { a: 0 }],
  ['{{#with a}}{{b}}{{else}}none{{/with}}', { a: null }],
  ['{{#each a}}{{this}}{{#unless @last}}, {{/unless}}{{else}}none{{/each}}', { a: ['<', 2, 'z'] }],
  ['{{#each a}}{{this}}{{else}}none{{/each}}', { a: [] }],
  ['{{#each a}}{{this}}{{else}}none{{/each}}', {}],
  ['{{#each a}}{{#each b}}{{this}}{{../c}}{{../../d}}{{@last}} {{/each}}{{/each}}', { a: [{ b: [1, 2], c: 3 }], d: 4 }],
  ['{{#each a}}{{@key}}={{this}}{{#unless @last}} {{/unless}}{{else}}none{{/each}}', { a: { x: 1, y: '<' } }],
  ['{{#each a}}\n  {{#if b}}\n  {{b}}\n  {{/if}}\n{{/each}}\nend\n', { a: [{ b: 1 }, { b: 0 }] }],
  ['{{#with a}}\n{{> part}}\n{{> part b}}\n{{/with}}', { a: { x: 1, b: { x: 2 } } }],
  ['{{@t.word}}{{#if @t.none}}x{{/if}}{{! said to nobody }}', {}],
])('%s of %j is what Handlebars makes of it', async (template, view) => {
  const part = '[{{x}} {{@t.word}}]';
  const data = { t: { word: 'wörd' } };
  const ours = (await compiled(template))(view, { partials: { part: await compiled(part) }, data });
  expect(ours).toBe(Handlebars.compile(template, { strict: true })(view, { partials: { part }, data }));
});

test('a value that is not there is not shown as nothing', async () => {
  const render = await compiled('{{a.b}}');
  expect(() => render({ a: {} })).toThrow('"b" is not defined');
  expect(render({ a: { b: undefined } })).toBe('');
});

test.each(['{{a 1}}', '{{#each a as |b|}}{{/each}}', '{{#other a}}{{/other}}', '{{> (a)}}', '{{@last}}', '{{../a}}'])(
  'refuses %s',
  (template) => {
    expect(() => compileTemplate(template, 'test.hbs', RUNTIME)).toThrow('test.hbs:1:');
  },
);
