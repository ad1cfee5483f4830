/** The first view. */
export const start = {
  title: 'How good are your tickets?',
  text: 'Drop an export. Every ticket is scored against your quality rubric, with the words behind every point.',
  drop: 'Drop ticket exports here',
  dropNow: 'Let go to add them',
  formats: 'JSON, CSV, Excel, XML or PDF, also as .gz. Several at once are fine.',
  choose: 'Choose files',
  chooseFolder: 'Choose a folder',
  or: 'Nothing at hand?',
  sample: 'Try it with the sample',
  sampleNote: 'Invented tickets; done in seconds.',
  recent: 'Latest reviews',
  allRuns: 'All past reviews',
  stays: 'Files go to this server and stay there. The offline judge sends nothing anywhere.',
};
