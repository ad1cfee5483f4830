import type { Criterion, Rubric } from '@tqrs/core';
import { titleFromId } from './names.ts';

/** The text of a rubric that extends `base`, to learn from and to change. It is valid as it stands. */
export function rubricText(id: string, base: Rubric): string {
  const earning = base.criteria.filter(({ levels }) => (levels[0]?.points ?? 0) > 0);
  const [changed] = earning;
  // The one with checks is changed further down.
  const left = earning.findLast(({ evaluator }) => evaluator.judge?.type !== 'checklist');
  return `# A rubric of your own: it starts from "${base.id}" and says only what differs.
#   tqrs rubric validate <this file>            check it
#   tqrs rubric show <this file>                read it as the page for an analyst
#   tqrs review <export> --rubric <this file>   use it
# What stands behind a single # is switched off: remove the "# " to switch it on. All of it: docs/own-rubric.md
schemaVersion: 1
extends: ${base.id}
id: ${JSON.stringify(id)}
version: 0.1.0
title: ${titleFromId(id)}
description: ${base.title}, as our desk wants it.

## Percent of the points that a ticket must earn to pass.
# passMark: ${base.passMark}

## Names for scores, highest first.
# bands:
${base.bands.map(({ id, title, from }) => `#   - { id: ${id}, title: ${title}, from: ${from} }`).join('\n')}

## What differs in criteria that "${base.id}" has. Its criteria, with their levels best first:
${base.criteria.map(criterionLine).join('\n')}
${changeOf(changed)}
${checksOf(base.criteria)}
## Criteria that do not count for you.
${left === undefined || left === changed ? '# without: []' : `without: [${left.id}]`}

## Criteria of your own.
add:
${ADDED}`;
}

const ADDED = `  - id: ticket-number-told
    title: Ticket number told
    ## What is asked for, said to people and to a language model.
    guidance: The ticket tells that the user was given its number.
    ## Every field that is looked at. docs/own-rubric.md lists them.
    fields: [description, closeNotes]
    ## To count it only for some tickets:
    # appliesWhen: [{ field: contactType, is: [Phone, Walk-in] }]
    ## Best first. \`deduction: 15\` takes points off the whole ticket, \`autoFail: true\` makes its score 0.
    levels:
      - id: told
        points: 5
        descriptor: The ticket tells that the user was given its number.
      - id: not-told
        points: 0
        descriptor: Nothing shows that the user was given the number.
        coaching: Give the user the ticket's number before you hang up, so that nobody has to search for it later.
    evaluator:
      judge:
        type: checklist
        ## By the number of checks that are not met: none, one.
        levels: [told, not-told]
        checks:
          - id: number-given
            title: the ticket's number
            question: Does the ticket tell that the user was given its number?
            fields: [description, closeNotes]
            ## Plain statements that answer it without a language model; docs/phrases.md tells how they are written.
            ## "not given", "will be given" and "please give" are told apart already.
            phrases:
              met:
                - (gave|told|sent|shared) ... (ticket|incident|reference|case) (number|no|id)
                - (ticket|incident|reference|case) (number|no|id) [(was|has been|is)] (given|told|sent|shared|provided)
            examples:
              positive: Gave the caller the ticket number.
              trap: Please make sure that the ticket number is given to the caller.
            coaching: Write down that you gave the number, for example "Ticket number given to the caller".
`;

function criterionLine({ id, levels }: Criterion): string {
  const described = levels.map(({ id, points, deduction, autoFail }) => {
    if (autoFail) return `${id} fails`;
    return deduction === undefined ? `${id} ${points}` : `${id} -${deduction}`;
  });
  return `##   ${id}: ${described.join(', ')}`;
}

/** The points of a criterion doubled, and its worst level in other words; for the gates, one deduction. */
function changeOf(criterion: Criterion | undefined): string {
  if (criterion === undefined) {
    return `change:
  validation:
    levels:
      not-documented: { deduction: 10 }`;
  }
  const doubled = criterion.levels.filter(({ points }) => points > 0);
  const worst = criterion.levels.at(-1);
  return `change:
  ${criterion.id}:
    ## It counts double here.
    levels:
${doubled.map(({ id, points }) => `      ${id}: { points: ${points * 2} }`).join('\n')}
      ${worst?.id}:
        ## What the analyst reads. {quote} and {missing} would speak of the ticket.
        coaching: Say in your own words what to do better, and give an example.`;
}

/** How checks are changed, where the base has any. */
function checksOf(criteria: readonly Criterion[]): string {
  const found = criteria.find(({ evaluator }) => evaluator.judge?.type === 'checklist');
  if (found?.evaluator.judge?.type !== 'checklist') return '';
  const [first] = found.evaluator.judge.checks;
  const last = found.evaluator.judge.checks.at(-1);
  return `
## A criterion that asks several questions lists them as checks. They change one by one.
#   ${found.id}:
#     checks:
#       ${first?.id}:
#         coaching: ${JSON.stringify(first?.coaching ?? '')}
#     withoutChecks: [${last?.id}]
#     addChecks:
#       - id: asset-tag
#         title: asset tag
#         question: Is the asset tag of the device named?
#         fields: [${first?.fields[0]}]
#         phrases: { met: ['asset tag #'] }
#         coaching: Name the asset tag, for example "Asset tag LT-0042".
`;
}
