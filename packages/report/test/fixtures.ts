/** Tickets and scorecards of an invented ferry company, written by hand: no part of the engine made them. */
import type { CheckResult, CriterionResult, Evidence, RunSummary, Scorecard, Verdict } from '@tqrs/core';
import { readField, type Ticket } from '@tqrs/parser';
import type { RubricInfo, RunInfo, RunOutcome } from '../src/index.ts';

type Levels = RubricInfo['criteria'][number]['levels'];

const fitLevels = (what: string): Levels => [
  { id: 'right', points: 10, autoFail: false, descriptor: `The ${what} fits what the ticket is about.` },
  {
    id: 'better-exists',
    points: 5,
    autoFail: false,
    descriptor: `Another ${what} fits better.`,
    coaching: 'Look one level deeper.',
  },
  { id: 'wrong', points: 0, autoFail: false, descriptor: `The ${what} is blank or wrong.`, coaching: 'Choose one.' },
];

export const rubric: RubricInfo = {
  id: 'incident-logging',
  version: '1.0.0',
  hash: '9f2c41d07b6e5a3812c4',
  title: 'Incident logging',
  passMark: 90,
  bands: [
    { id: 'blue', title: 'Blue', from: 95 },
    { id: 'green', title: 'Green', from: 90 },
    { id: 'yellow', title: 'Yellow', from: 75 },
    { id: 'red', title: 'Red', from: 50 },
    { id: 'purple', title: 'Purple', from: 0 },
  ],
  criteria: [
    {
      id: 'validation',
      title: 'Caller validation',
      levels: [
        { id: 'pass', points: 0, autoFail: false, descriptor: 'The caller was validated, and the ticket shows how.' },
        {
          id: 'not-documented',
          points: 0,
          deduction: 15,
          autoFail: false,
          descriptor: 'Done, but not written down as required.',
        },
        { id: 'not-validated', points: 0, autoFail: true, descriptor: 'Required, and nothing shows it.' },
      ],
    },
    { id: 'category', title: 'Category', levels: fitLevels('category') },
    { id: 'service', title: 'Service', levels: fitLevels('service') },
    {
      id: 'description',
      title: 'Description',
      levels: [20, 15, 10, 5, 0].map((points, unmet) => ({
        id: ['complete', 'one-missing', 'two-missing', 'three-missing', 'four-missing'][unmet] ?? '',
        points,
        autoFail: false,
        descriptor:
          unmet === 0 ? 'Every item that is needed is there.' : `${unmet} of the items that are needed are missing.`,
      })),
    },
    {
      id: 'spelling',
      title: 'Spelling',
      levels: [
        { id: 'none', points: 2, autoFail: false, descriptor: 'No misspelt word.' },
        { id: 'few', points: 1, autoFail: false, descriptor: 'One to four misspelt words.' },
        { id: 'many', points: 0, autoFail: false, descriptor: 'Five or more misspelt words.' },
      ],
    },
  ],
};

export const run: RunInfo = {
  startedAt: '2026-03-02T10:15:00.000Z',
  engine: 'tqrs 0.0.0',
  rubric,
  profile: { id: 'halden-bay', hash: '51b0aa7c93e24d18' },
  judge: 'offline',
  facts: {
    records: 3,
    complete: true,
    exported: ['number', 'description', 'category'],
    filled: ['number', 'description'],
  },
  sources: ['incident.json'],
};

export function makeTicket(fields: Partial<Ticket> = {}): Ticket {
  return {
    number: 'INC0010001',
    sysId: 'a1',
    shortDescription: 'Ferries - Halden Quay - Berth Planner - Screen stays black',
    description: [
      'Phone: 555 0142, working from the office at Halden Quay.',
      'The berth planner shows a black screen 🚢 after the update, and the crew cannot recieve the sailing list.',
      'Okta push: succesful',
    ].join('\n'),
    closeNotes: '',
    category: 'Software',
    subcategory: 'Error',
    service: 'Berth Planner',
    configurationItem: '',
    contactType: 'Phone',
    state: 'Closed',
    priority: '4 - Low',
    assignedTo: 'Sample Analyst A',
    assignmentGroup: 'Service Desk Quay',
    workNotes: [
      { text: 'Restarted the planner service.', author: 'Sample Analyst A', at: { text: '2026-02-27 09:40:00' } },
      {
        text: 'Called back, no answer.',
        author: 'Sample Analyst A',
        at: { text: '2026-02-27 09:12:00', instant: '2026-02-27T08:12:00.000Z' },
      },
    ],
    openedAt: { text: '2026-02-27 09:02:11', instant: '2026-02-27T09:02:11.000Z' },
    codes: {},
    flags: { vip: true, u_night_shift: false },
    source: {},
    ...fields,
  };
}

/** Evidence for words of a ticket, located where they first stand. */
export function proof(ticket: Ticket, field: string, quote: string, entry?: number): Evidence {
  const start = readField(ticket, field, entry)?.indexOf(quote) ?? -1;
  if (start < 0) throw new Error(`${JSON.stringify(quote)} does not stand in ${field}`);
  return { field, ...(entry === undefined ? {} : { entry }), start, end: start + quote.length, quote };
}

export const check = (
  id: string,
  title: string,
  answer: CheckResult['answer'],
  rest: Partial<CheckResult> = {},
): CheckResult => ({
  id,
  title,
  answer,
  rationale: answer === 'met' ? 'It is there.' : 'It is not there.',
  evidence: [],
  method: 'offline',
  confidence: 'medium',
  ...rest,
});

export const scored = (
  levelId: string,
  evidence: Evidence[],
  rest: Partial<Extract<Verdict, { status: 'scored' }>> = {},
): Verdict => ({
  status: 'scored',
  levelId,
  method: 'rule',
  confidence: 'high',
  rationale: `Level ${levelId}.`,
  evidence,
  ...rest,
});

/** A criterion's line with the points of the level that its verdict names. */
export function result(id: string, verdict: Verdict, coaching: string[] = []): CriterionResult {
  const criterion = rubric.criteria.find((candidate) => candidate.id === id);
  const level =
    verdict.status === 'scored' ? criterion?.levels.find((candidate) => candidate.id === verdict.levelId) : undefined;
  return {
    id,
    title: criterion?.title ?? id,
    points: level?.points ?? null,
    possible: verdict.status === 'not-applicable' ? null : (criterion?.levels[0]?.points ?? 0),
    deduction: level?.deduction ?? 0,
    autoFail: level?.autoFail ?? false,
    verdict,
    coaching,
  };
}

const usage = { requests: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costUsd: 0 };

/** A scorecard for a ticket. What is not given is as on a ticket without losses. */
export function makeCard(ticket: Ticket, criteria: CriterionResult[], fields: Partial<Scorecard> = {}): Scorecard {
  return {
    schemaVersion: 1,
    ticket: {
      number: ticket.number,
      ...(ticket.assignedTo === undefined ? {} : { assignedTo: ticket.assignedTo }),
      ...(ticket.assignmentGroup === undefined ? {} : { assignmentGroup: ticket.assignmentGroup }),
      ...(ticket.openedAt === undefined ? {} : { openedAt: ticket.openedAt.text }),
    },
    rubric: { id: rubric.id, version: rubric.version, hash: rubric.hash },
    status: 'complete',
    score: { earned: 42, possible: 42, percent: 100 },
    range: null,
    calculated: { earned: 42, possible: 42, percent: 100 },
    deductions: 0,
    band: 'blue',
    passed: true,
    autoFailedBy: [],
    needsReview: [],
    criteria,
    notExamined: 0,
    findings: [],
    strengths: [],
    improvements: [],
    pathToPass: [],
    provenance: {
      judge: 'offline',
      profile: run.profile,
      facts: 'c0ffee00c0ffee00',
      engine: '0.0.0',
      reviewedAt: '2026-03-02T10:15:01.000Z',
    },
    usage,
    ...fields,
  };
}

/** Something of everything: a deduction, a partial loss, checks, presence only, and overlapping evidence. */
export function middling(number = 'INC0010001'): { ticket: Ticket; scorecard: Scorecard } {
  const ticket = makeTicket({ number });
  const misspelt = ['recieve', 'succesful'].map((word) => proof(ticket, 'description', word));
  const checks = [
    check('contact-number', 'Contact number', 'met', { evidence: [proof(ticket, 'description', '555 0142')] }),
    check('working-location', 'Working location', 'met', {
      evidence: [proof(ticket, 'description', 'the office at Halden Quay')],
    }),
    check('issue', 'Statement of the issue', 'met', {
      evidence: [proof(ticket, 'description', 'shows a black screen 🚢 after the update, and the crew cannot recieve')],
    }),
    check('particulars', 'Relevant particulars', 'not-met', {
      rationale: 'No error text, file or version is given.',
      missing: [{ element: 'error text, file or version', searched: ['shortDescription', 'description', 'workNotes'] }],
    }),
  ];
  const criteria = [
    result(
      'validation',
      scored('not-documented', [proof(ticket, 'description', 'Okta push: succesful')], {
        rationale: 'The push is mentioned, but not the way in which the caller was validated.',
      }),
      ['Write the Okta line as the template has it, so that an auditor sees what you saw.'],
    ),
    result(
      'category',
      scored('better-exists', [proof(ticket, 'category', 'Software')], { method: 'offline', confidence: 'medium' }),
      ['Before you save, look whether a category names the very thing that failed.'],
    ),
    result(
      'service',
      scored('right', [proof(ticket, 'service', 'Berth Planner')], { basis: 'presence', confidence: 'low' }),
    ),
    result(
      'description',
      scored(
        'one-missing',
        checks.flatMap(({ evidence }) => evidence),
        { method: 'offline', confidence: 'medium', checks },
      ),
      ['Add what the screen said: the error text, the file or the version.'],
    ),
    result(
      'spelling',
      scored('few', misspelt, { rationale: '2 misspelt words: recieve, succesful. Grammar was not examined.' }),
      ['Two words are misspelt: recieve (receive), succesful (successful).'],
    ),
  ];
  return {
    ticket,
    scorecard: makeCard(ticket, criteria, {
      score: { earned: 16, possible: 42, percent: 38.1 },
      calculated: { earned: 16, possible: 42, percent: 38.1 },
      deductions: 15,
      band: 'purple',
      passed: false,
      notExamined: 10,
      strengths: [{ criterionId: 'service', text: 'The service is filled in.' }],
      improvements: [{ criterionId: 'spelling', gain: 1, text: 'Run the spelling check before you save.' }],
      findings: [{ id: 'flags', message: 'The ticket is flagged as VIP.' }],
      pathToPass: [
        {
          criterionId: 'validation',
          title: 'Caller validation',
          fromLevel: 'not-documented',
          toLevel: 'pass',
          gain: 15,
          liftsAutoFail: false,
          coaching: ['Write the Okta line as the template has it.'],
        },
        {
          criterionId: 'category',
          title: 'Category',
          fromLevel: 'better-exists',
          toLevel: 'right',
          gain: 5,
          liftsAutoFail: false,
          coaching: ['Look whether a category names the very thing that failed.'],
        },
        {
          criterionId: 'description',
          title: 'Description',
          fromLevel: 'one-missing',
          toLevel: 'complete',
          gain: 5,
          liftsAutoFail: false,
          coaching: ['Add what the screen said: the error text, the file or the version.'],
        },
      ],
    }),
  };
}

/** A criterion that cannot be scored, hence a range. The journals were not exported. */
export function partial(number = 'INC0010002'): { ticket: Ticket; scorecard: Scorecard } {
  const { workNotes: _, ...fields } = makeTicket({ number, contactType: '', description: 'Printer on deck two jams.' });
  const ticket: Ticket = fields;
  const open: Verdict = {
    status: 'unscored',
    reason: 'field-not-exported',
    detail: 'The work notes may hold the contact number, and they were not exported.',
    possibleLevels: ['complete', 'one-missing', 'two-missing'],
    evidence: [proof(ticket, 'description', 'Printer on deck two jams')],
  };
  const criteria = [
    result('validation', { status: 'not-applicable', rationale: 'Self-service tickets need no validation.' }),
    result('category', scored('right', [proof(ticket, 'category', 'Software')])),
    result('service', scored('right', [proof(ticket, 'service', 'Berth Planner')])),
    result('description', open),
    result('spelling', scored('none', [])),
  ];
  return {
    ticket,
    scorecard: makeCard(ticket, criteria, {
      status: 'partial',
      score: null,
      calculated: null,
      range: { min: { earned: 32, percent: 76.2 }, max: { earned: 42, percent: 100 } },
      band: null,
      passed: null,
      needsReview: ['description'],
    }),
  };
}

/** An automatic fail: the final score is 0, the calculated one stands beside it. */
export function failed(number = 'INC0010003'): { ticket: Ticket; scorecard: Scorecard } {
  const ticket = makeTicket({ number, openedAt: { text: '2026-02-20 16:30:00' }, assignedTo: 'Sample Analyst B' });
  const criteria = [
    result(
      'validation',
      scored('not-validated', [], {
        missing: [{ element: 'caller validation', searched: ['description', 'workNotes'] }],
      }),
      ['Validate every caller on the phone, and write down how.'],
    ),
    result('category', scored('right', [proof(ticket, 'category', 'Software')])),
    result('service', scored('right', [proof(ticket, 'service', 'Berth Planner')])),
    result('description', scored('complete', [])),
    result('spelling', scored('few', [proof(ticket, 'description', 'recieve')])),
  ];
  return {
    ticket,
    scorecard: makeCard(ticket, criteria, {
      score: { earned: 0, possible: 42, percent: 0 },
      calculated: { earned: 41, possible: 42, percent: 97.6 },
      band: 'purple',
      passed: false,
      autoFailedBy: ['validation'],
    }),
  };
}

/** The summary of the three tickets above. */
/** A ticket whose lead overruled one criterion and accepted another. */
export function decided(number = 'INC0010004'): { ticket: Ticket; scorecard: Scorecard } {
  const { ticket, scorecard } = middling(number);
  const told = { by: 'A lead', at: '2026-03-02T11:00:00Z' };
  const criteria = scorecard.criteria.map((line, index): CriterionResult => {
    if (index === 3) return { ...line, human: { ...told, outcome: 'accepted' } };
    if (index !== 1) return line;
    const { verdict, points, possible, deduction, autoFail } = line;
    const machine = { verdict, points, possible, deduction, autoFail };
    return {
      ...line,
      points: possible,
      verdict: {
        status: 'scored',
        levelId: 'right',
        method: 'human',
        confidence: 'high',
        rationale: 'Agreed in the talk.',
        evidence: [],
      },
      human: { ...told, reason: 'Agreed in the talk.', outcome: 'overruled', machine },
    };
  });
  const { status, score, range, calculated, deductions, band, passed, autoFailedBy } = scorecard;
  const machine = { status, score, range, calculated, deductions, band, passed, autoFailedBy };
  const after = { earned: 21, possible: 42, percent: 50 };
  return { ticket, scorecard: { ...scorecard, criteria, score: after, calculated: after, human: { machine } } };
}

export const summary: RunSummary = {
  tickets: 3,
  scored: 2,
  partial: 1,
  ranges: { passing: 0, failing: 0, open: 1 },
  notApplicable: 0,
  failedReviews: 0,
  passed: 0,
  failed: 2,
  autoFailed: 1,
  needsReview: 1,
  passRate: 0,
  meanPercent: 19.1,
  bands: rubric.bands.map((band) => ({ ...band, tickets: band.id === 'purple' ? 2 : 0 })),
  distribution: Array.from({ length: 20 }, (_, step) => (step === 0 || step === 7 ? 1 : 0)),
  criteria: [
    {
      id: 'validation',
      title: 'Caller validation',
      scored: 2,
      notApplicable: 1,
      unscored: 0,
      possible: 0,
      lost: 15,
      autoFails: 1,
      notExamined: 0,
    },
    {
      id: 'category',
      title: 'Category',
      scored: 3,
      notApplicable: 0,
      unscored: 0,
      possible: 20,
      lost: 5,
      autoFails: 0,
      notExamined: 0,
    },
    {
      id: 'service',
      title: 'Service',
      scored: 3,
      notApplicable: 0,
      unscored: 0,
      possible: 20,
      lost: 0,
      autoFails: 0,
      notExamined: 10,
    },
    {
      id: 'description',
      title: 'Description',
      scored: 2,
      notApplicable: 0,
      unscored: 1,
      possible: 40,
      lost: 5,
      autoFails: 0,
      notExamined: 0,
    },
    {
      id: 'spelling',
      title: 'Spelling',
      scored: 3,
      notApplicable: 0,
      unscored: 0,
      possible: 4,
      lost: 2,
      autoFails: 0,
      notExamined: 0,
    },
  ],
  causes: [
    {
      criterionId: 'validation',
      text: 'Validation is mentioned but not documented',
      tickets: 1,
      lost: 15,
      examples: ['INC0010001'],
    },
    {
      criterionId: 'description',
      checkId: 'particulars',
      text: 'Relevant particulars are missing',
      tickets: 1,
      lost: 5,
      examples: ['INC0010001', 'INC9999999'],
    },
  ],
  breakdowns: [
    {
      id: 'analyst',
      rows: [
        {
          value: 'Sample Analyst A',
          tickets: 3,
          scored: 2,
          passed: 0,
          autoFailed: 1,
          passRate: { percent: 0, low: 0, high: 65.8 },
          meanPercent: 19.1,
          beside: 'too-few',
        },
      ],
      others: null,
      unknown: null,
    },
    { id: 'group', rows: [], others: null, unknown: null },
    { id: 'contact-type', rows: [], others: null, unknown: null },
    { id: 'category', rows: [], others: null, unknown: null },
    { id: 'week', rows: [], others: null, unknown: null },
  ],
  notExamined: 10,
  exportFindings: [
    {
      id: 'journals-not-exported',
      message: 'No ticket of this export has work notes or comments.',
      recipe: 'Export again as an administrator with “Work notes” and “Comments” among the columns of the list.',
    },
  ],
  human: null,
  usage,
};

export const outcome: RunOutcome = { summary, finishedAt: '2026-03-02T10:16:00.000Z', interrupted: false };
