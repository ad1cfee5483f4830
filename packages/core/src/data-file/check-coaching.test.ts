import { expect, test } from 'vitest';
import { loadBuiltInRubric, loadRubric } from '../rubric/load.ts';

const coached = (coaching: string) =>
  loadRubric({
    ...loadBuiltInRubric('incident-logging').data,
    id: 'coached',
    criteria: loadBuiltInRubric('incident-logging').data.criteria.map((criterion) => ({
      ...criterion,
      levels: criterion.levels.map((level, index) => (index === 0 ? level : { ...level, coaching })),
    })),
  }).warnings.map(({ message, cure }) => `${message}: ${cure}`);

test.each(['Add {missing}.', 'You wrote {quote}, and {quotes}.', 'Use the form { name }.', 'Write {} as it is.'])(
  'is well as it stands: %s',
  (coaching) => {
    expect(coached(coaching).filter((warning) => warning.includes('placeholder'))).toEqual([]);
  },
);

test('warns of what would reach the analyst in braces', () => {
  expect(coached('Still to add: {mising}.')[0]).toMatch(/^there is no placeholder \{mising\}: .*missing/);
});
