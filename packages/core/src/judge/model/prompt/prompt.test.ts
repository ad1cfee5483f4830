import { describe, expect, test } from 'vitest';
import { loadBuiltInProfile } from '../../../profile/load.ts';
import { builtInRubrics, loadBuiltInRubric } from '../../../rubric/load.ts';
import type { Rubric } from '../../../rubric/schema.ts';
import { buildContext, buildProfile } from '../../../testing/build.ts';
import { questionsOf } from '../../../testing/questions.ts';
import { checklist, criterion, graded, level, rubricOf } from '../../../testing/rubric.ts';
import { itemsOf } from '../items.ts';
import { bundleOf } from './bundle.ts';
import { messagesFor } from './messages.ts';
import { writeFields } from './ticket-text.ts';

const MARK = 'f00dfeedbeef';
const TICKET = {
  shortDescription: 'Mercer - Oslo - VPN - Drops every ten minutes',
  description: 'Contact Number: [PHONE_1]\nWorks from home.\nThe VPN drops every ten minutes since Monday.',
  category: 'Network',
  subcategory: 'VPN',
  service: '',
  configurationItem: undefined,
  caller: '[PERSON_1]',
  workNotes: [
    { text: 'Reinstalled the client.', author: '[PERSON_2]', at: { text: '2026-03-02 09:10:00' } },
    { text: 'No luck so far', author: '[PERSON_1]' },
  ],
};

function promptOf(rubrics: readonly Rubric[], ticket: Parameters<typeof buildContext>[0], profile = buildProfile()) {
  const context = { ...buildContext(ticket, profile), rubrics };
  const bundle = bundleOf(rubrics, profile);
  const items = itemsOf(questionsOf(rubrics), bundle, context);
  const reads = new Set(items.flatMap((item) => item.reads));
  const written = writeFields(context.ticket, profile, reads, (text) => text);
  return messagesFor({ bundle, ticket: written, items }, MARK);
}

describe('the prompt', () => {
  test('of a ticket is the one that was read and agreed to', async () => {
    const rubrics = [loadBuiltInRubric('incident-logging').data];
    const messages = promptOf(rubrics, TICKET, loadBuiltInProfile('mmc'));
    const text = messages.map(({ role, content }) => `<<< ${role}\n${content}\n>>>\n`).join('\n');
    await expect(text).toMatchFileSnapshot('./golden/incident-logging.txt');
  });

  test('of every built-in question is the one that was read and agreed to', async () => {
    const rubrics = builtInRubrics.map((id) => loadBuiltInRubric(id).data);
    const { system } = bundleOf(rubrics, loadBuiltInProfile('default'));
    await expect(`${system}\n`).toMatchFileSnapshot('./golden/all-rubrics.txt');
  });

  test('begins with the same words for every ticket, whatever is asked of it', () => {
    const rubrics = [loadBuiltInRubric('incident-logging').data];
    const [one] = promptOf(rubrics, TICKET);
    const [other] = promptOf(rubrics, { ...TICKET, category: undefined, description: 'Another one' });
    expect(one).toEqual(other);
    expect(one?.role).toBe('system');
  });

  test('tells no points, deductions or pass marks', () => {
    const levels = [level('best', 7321), level('worse', 4567, { deduction: 8912 })];
    const rubric = {
      ...rubricOf(criterion('a', levels, { evaluator: { judge: { type: 'grade', question: 'How?' } } })),
      passMark: 64.5,
    };
    const text = JSON.stringify(promptOf([rubric], TICKET));
    for (const number of ['7321', '4567', '8912', '64.5', 'deduct']) expect(text).not.toContain(number);
  });

  test('fences the ticket off by a mark that stands nowhere else, and ends with what is asked', () => {
    const [system, user] = promptOf([loadBuiltInRubric('incident-logging').data], TICKET);
    expect(system?.content).not.toContain(MARK);
    const [, inside = ''] = user?.content.split(`${MARK} BEGIN`) ?? [];
    const [ticket = '', behind = ''] = inside.split(`${MARK} END`);
    expect(ticket).toContain('The VPN drops every ten minutes');
    expect(behind.trim()).toMatch(/^Answer now: category, subcategory, service, .*description_contact-number/);
  });
});

describe('fields', () => {
  test('are blank, not exported or written entry by entry', () => {
    const fields = new Set(['service', 'configurationItem', 'workNotes', 'comments', 'description']);
    const { ticket, profile } = buildContext({ ...TICKET, comments: undefined });
    const written = writeFields(ticket, profile, fields, (text) => text.toUpperCase());
    expect(written.map(({ head, text }) => [head, text])).toEqual([
      ['field description', expect.stringContaining('WORKS FROM HOME')],
      ['field service', '(blank)'],
      ['field configurationItem', '(not exported)'],
      ['field workNotes, entry 1 of 2, 2026-03-02 09:10:00, [PERSON_2], an agent', 'REINSTALLED THE CLIENT.'],
      ['field workNotes, entry 2 of 2, [PERSON_1], the user', 'NO LUCK SO FAR'],
      ['field comments', '(not exported)'],
    ]);
  });
});

describe('the questions of several rubrics', () => {
  const grade = { evaluator: { judge: { type: 'grade' as const, question: 'How?' } } };
  const first = { ...rubricOf(graded('fit', 10, grade)), id: 'first', title: 'First' };
  const idsOf = (...rubrics: readonly Rubric[]) => [...bundleOf(rubrics, buildProfile()).ids];

  test('are told once where they read the same, whatever they are worth', () => {
    const second = { ...rubricOf(graded('fit', 99, grade)), id: 'second', title: 'Second' };
    expect(idsOf(first, second)).toEqual([
      ['first/fit', 'fit'],
      ['second/fit', 'fit'],
    ]);
    const { system } = bundleOf([first, second], buildProfile());
    expect(system.match(/^### fit$/gm)).toHaveLength(1);
  });

  test('have ids of their own where they differ', () => {
    const second = { ...rubricOf(graded('fit', 10, { ...grade, guidance: 'Another.' })), id: 'second' };
    expect(idsOf(first, second)).toEqual([
      ['first/fit', 'fit'],
      ['second/fit', 'second_fit'],
    ]);
  });

  test('have ids that no provider refuses, each for one question', () => {
    const rubrics = builtInRubrics.map((id) => loadBuiltInRubric(id).data);
    const ids = idsOf(...rubrics);
    for (const [key, id] of ids) expect(id, key).toMatch(/^[a-z0-9_-]{1,64}$/);
    const list = checklist(['all', 'one'], 'phone');
    const twice = criterion('a', [level('all', 1), level('one', 0)], { evaluator: { judge: list } });
    const [[, id] = []] = idsOf(rubricOf(twice));
    expect(id).toBe('a_phone');
  });
});
