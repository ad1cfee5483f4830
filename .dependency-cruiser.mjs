/** Who may import whom: apps -> report -> core -> parser and llm (its interface only). */
const TESTS = '\\.test\\.ts$|/test/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'foundations-import-nothing-internal',
      comment: 'parser and llm are usable alone; their tests may use the fault server.',
      severity: 'error',
      from: { path: '^packages/(parser|llm)/', pathNot: TESTS },
      to: { path: '^(packages|apps)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'core-stays-below-report-and-apps',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: '^(packages/report|apps)/' },
    },
    {
      name: 'report-stays-below-apps',
      severity: 'error',
      from: { path: '^packages/report/' },
      to: { path: '^(packages/llm|apps)/' },
    },
    {
      name: 'report-reads-scorecards-not-the-engine',
      comment: 'The scorecard is the contract: report knows the types of core and runs none of its code.',
      severity: 'error',
      from: { path: '^packages/report/', pathNot: TESTS },
      to: { path: '^packages/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-apps-choose-a-provider',
      comment: 'Everything else knows the index of llm, the interface and its errors; tests also its models for tests.',
      severity: 'error',
      from: { path: '^packages/(?!llm/)' },
      to: { path: '^packages/llm/', pathNot: '^packages/llm/(src|dist)/(testing/)?index\\.(ts|js)$' },
    },
    {
      name: 'models-for-tests-stay-in-tests',
      severity: 'error',
      from: { path: '^(packages/(?!llm/)|apps/)', pathNot: TESTS },
      to: { path: '^packages/llm/(src|dist)/testing/' },
    },
    {
      name: 'the-fault-server-stays-in-tests',
      severity: 'error',
      from: { path: '^(packages/(?!fault-server/)|apps/)', pathNot: TESTS },
      to: { path: '^packages/fault-server/' },
    },
    {
      name: 'the-interface-needs-no-provider',
      comment: 'Whoever imports the index of llm loads neither a provider nor its library.',
      severity: 'error',
      from: { path: '^packages/llm/src/(index|language-model|token-usage)\\.ts$' },
      to: { path: '^packages/llm/src/[^/]+/index\\.ts$|node_modules/openai/', reachable: true },
    },
    {
      name: 'the-engine-needs-no-database',
      comment: 'Whoever imports the index of core loads nothing of the record of runs.',
      severity: 'error',
      from: { path: '^packages/core/src/index\\.ts$' },
      to: { path: '^packages/core/src/runs/', reachable: true },
    },
    {
      name: 'only-llm-talks-to-providers',
      severity: 'error',
      from: { path: '^(packages/(?!llm/)|apps/)' },
      to: { path: '(^|/)node_modules/(openai|@azure)/' },
    },
    {
      name: 'packages-meet-at-their-index',
      severity: 'error',
      from: { path: '^(?:packages|apps)/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/',
        pathNot:
          '^packages/($1/|[^/]+/(src|dist)/index\\.(ts|js)$|(llm/src/[^/]+|core/src/runs|report/src/marking)/index\\.ts$)',
      },
    },
    {
      name: 'apps-are-not-imported',
      comment: 'But for the web server, which tqrs serve starts, and the terms that it shares with the command.',
      severity: 'error',
      from: { path: '^(?:packages|apps)/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/($1/|web/src/(api|server)/index\\.ts$)' },
    },
    {
      name: 'only-the-command-starts-the-server',
      severity: 'error',
      from: { pathNot: '^apps/(web|cli)/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'for-browsers-too',
      comment:
        'The API of the web, and the marking of reports: whoever imports them loads neither the server nor the engine.',
      severity: 'error',
      from: { path: '^(apps/web/src/api|packages/report/src/marking)/' },
      to: { path: '^(packages|apps)/', pathNot: '^$1/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    includeOnly: '^(packages|apps)/[^/]+/src/|node_modules/(openai|@azure)/',
    doNotFollow: 'node_modules',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'apps/cli/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
