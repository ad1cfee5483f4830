import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SIGNALS } from './judge/offline/signals/index.ts';
import { builtInProfiles, builtInProfileText, loadBuiltInProfile, loadProfile } from './profile/load.ts';
import { builtInRubrics, extendableRubrics, loadBuiltInRubric, loadRubric } from './rubric/load.ts';
import { RULES } from './rules/index.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const read = (path: string) => readFileSync(at(path), 'utf8');

/** Names of the files in a folder that declare a rule or signal. */
const declaring = (folder: string, call: RegExp) =>
  readdirSync(at(folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('define-'))
    .filter((name) => call.test(read(`${folder}/${name}`)))
    .map((name) => name.slice(0, -'.ts'.length));

const SIGNAL_FOLDER = './judge/offline/signals';
/** Tests that cover several files at once. */
const SHARED_TESTS = ['./judge/offline/fit/fit-signals.test.ts'];

const KINDS = [
  {
    kind: 'rule',
    folder: './rules',
    call: /\bdefineRule\(/,
    registered: RULES.map(({ id }) => id),
    index: 'rules/index.ts',
  },
  {
    kind: 'signal',
    folder: SIGNAL_FOLDER,
    call: /\bdefine(?:Check|Grade)Signal\(/,
    registered: SIGNALS.map(({ id }) => id),
    index: 'judge/offline/signals/index.ts',
  },
];

describe.each(KINDS)('every $kind', ({ kind, folder, call, registered, index }) => {
  const files = declaring(folder, call);

  test(`is one file, named after its id, and registered in ${index}`, () => {
    expect(registered.toSorted()).toEqual(files.toSorted());
  });

  test.each(files)('has a test: %s', (name) => {
    const shared = SHARED_TESTS.some((path) => read(path).includes(`/${name}.ts'`));
    expect(shared || existsSync(at(`${folder}/${name}.test.ts`)), `add ${name}.test.ts beside ${name}.ts`).toBe(true);
  });

  test.each(registered)('is told of in docs/rules.md: %s', (id) => {
    expect(read('../../../docs/rules.md').includes(`\`${id}\``), `add a line about the ${kind} to docs/rules.md`).toBe(
      true,
    );
  });
});

describe('built-in data', () => {
  test.each([
    { folder: './rubrics', ids: extendableRubrics },
    { folder: './profiles', ids: builtInProfiles },
  ])('every file in $folder is on the list', ({ folder, ids }) => {
    const files = readdirSync(at(folder)).filter((name) => name.endsWith('.yaml'));
    expect(files.map((name) => name.slice(0, -'.yaml'.length)).toSorted()).toEqual(ids.toSorted());
  });

  test.each(builtInRubrics)('the rubric %s is right as a text, too', (id) => {
    const text = read(`./rubrics/${id}.yaml`);
    expect(loadRubric(text, { source: id }).hash).toBe(loadBuiltInRubric(id).hash);
  });

  test.each(builtInProfiles)('the profile %s is right as a text, too', (id) => {
    const text = read(`./profiles/${id}.yaml`);
    expect(builtInProfileText(id)).toBe(text);
    expect(loadProfile(text).data).toEqual(loadBuiltInProfile(id).data);
  });

  test.each(builtInRubrics)('every question of %s shows a language model where the line is', (id) => {
    const without = loadBuiltInRubric(id).criteria.flatMap(({ data: { id: criterion, evaluator } }) => {
      const { judge } = evaluator;
      const asked = judge?.type === 'checklist' ? judge.checks : judge === undefined ? [] : [{ id: '', ...judge }];
      return asked.filter(({ examples }) => examples === undefined).map((check) => `${criterion} ${check.id}`);
    });
    expect(without).toEqual([]);
  });

  test.each(builtInRubrics)('the levels, rules and signals that %s names are there', (id) => {
    const { criteria } = loadBuiltInRubric(id);
    for (const { data, rules } of criteria) {
      const levels = data.levels.map((level) => level.id);
      for (const { rule, options } of rules)
        expect(levels, rule.id).toEqual(expect.arrayContaining([...rule.levels(options)]));
      const { judge } = data.evaluator;
      expect(rules.length > 0 || judge !== undefined, `${data.id} is answered`).toBe(true);
      if (judge?.type === 'checklist') expect(levels).toEqual(expect.arrayContaining(judge.levels));
      const named = judge?.type === 'checklist' ? judge.checks.map((check) => check.signal) : [judge?.signal];
      const kind = judge?.type === 'checklist' ? 'check' : 'grade';
      for (const signal of named.filter((name) => name !== undefined)) {
        expect(SIGNALS.filter((each) => each.kind === kind).map((each) => each.id)).toContain(signal);
      }
    }
  });
});
