import { checkPhrases } from '../data-file/check-phrases.ts';
import { suggest } from '../data-file/closest.ts';
import type { DataPath } from '../data-file/issue.ts';
import type { IssueLog } from '../data-file/issue-log.ts';
import { checkField } from '../data-file/ticket-fields.ts';
import { isName } from '../redaction/people/person.ts';
import { isTimeZone } from '../timeline/zone.ts';
import { checkProcess } from './check-process.ts';
import { foldLabel } from './fold-label.ts';
import { numberOn } from './priority-scale.ts';
import { CHANNELS, type Profile, type Subcategory } from './schema.ts';

/** What must hold between the parts of a profile. `log` stands at the document. */
export function checkProfile(profile: Profile, log: IssueLog): void {
  checkLabels(profile.linesOfBusiness, 'line of business', log.at('linesOfBusiness'));
  log.unique(
    profile.linesOfBusiness.flatMap(({ flags }) => flags.map((flag) => flag.toLowerCase())),
    'flag of a line of business',
    () => ['linesOfBusiness'],
  );
  checkLabels(profile.applications, 'application', log.at('applications'));
  checkLabels(profile.categories, 'category', log.at('categories'));
  profile.categories.forEach((category, index) => {
    const place = log.at('categories', index);
    checkPhrases(category.phrases, place.at('phrases'));
    checkSubcategories(category.subcategories, place.at('subcategories'));
  });
  checkChannels(profile, log);
  checkPriorities(profile, log.at('priorityMatrix'));
  checkLabels(profile.closeCodes, 'close code', log.at('closeCodes'));
  profile.closeCodes.forEach(({ phrases }, index) => {
    checkPhrases(phrases, log.at('closeCodes', index, 'phrases'));
  });
  checkWorkingTime(profile, log.at('workingTime'));
  checkPhrases(profile.validation.guestPhrases, log.at('validation', 'guestPhrases'));
  checkProcesses(profile, log.at('criticalProcesses'));
  profile.redaction.names.forEach((name, index) => {
    if (!isName(name))
      log
        .at('redaction', 'names', index)
        .error(`"${name}" has no word that could be a name`, 'Write a name in full, such as "Ada Example".');
  });
  profile.routingNeeds.forEach(({ needs }, row) => {
    needs.forEach(({ phrases }, index) => {
      checkPhrases(phrases, log.at('routingNeeds', row, 'needs', index, 'phrases'));
    });
  });
  for (const field of Object.keys(profile.fieldAliases)) checkField(field, 'any', log.at('fieldAliases', field));
}

function checkSubcategories(subcategories: readonly Subcategory[], log: IssueLog): void {
  checkLabels(subcategories, 'subcategory', log);
  subcategories.forEach(({ phrases }, index) => {
    checkPhrases(phrases, log.at(index, 'phrases'));
  });
}

/** A label that means two things would quietly mean the first. Two ways to write one label of one thing are fine. */
function checkLabels(
  things: readonly { name: string; aliases: readonly string[] }[],
  what: string,
  log: IssueLog,
): void {
  const owner = new Map<string, number>();
  things.forEach(({ name, aliases }, thing) => {
    [name, ...aliases].forEach((label, index) => {
      const folded = foldLabel(label);
      const other = owner.get(folded);
      if (other !== undefined && other !== thing) {
        const place: DataPath = index === 0 ? ['name'] : ['aliases', index - 1];
        log
          .at(thing, ...place)
          .error(
            `the ${what} "${label}" is a name or alias of "${things[other]?.name}" already`,
            'Keep it with one of the two.',
          );
      } else owner.set(folded, thing);
    });
  });
}

function checkChannels({ contactTypes, interactionChannels, validation }: Profile, log: IssueLog): void {
  const owner = new Map<string, string>();
  for (const channel of CHANNELS) {
    (contactTypes[channel] ?? []).forEach((value, index) => {
      const folded = foldLabel(value);
      const other = owner.get(folded);
      if (other !== undefined && other !== channel) {
        log
          .at('contactTypes', channel, index)
          .error(
            `the contact type "${value}" belongs to "${other}" already`,
            'List each value under one channel only.',
          );
      }
      owner.set(folded, channel);
    });
  }
  log.unique(interactionChannels, 'interaction channel', (index) => ['interactionChannels', index]);
  const required = new Set(validation.required);
  validation.verifiedByProvider.forEach((channel, index) => {
    if (!required.has(channel)) return;
    log
      .at('validation', 'verifiedByProvider', index)
      .error(`"${channel}" stands under \`required\` as well`, 'Keep the channel in one of the two lists.');
  });
}

/** Rows and columns are numbers, and what they come to is a priority that can be compared. */
function checkPriorities({ priorityMatrix }: Profile, log: IssueLog): void {
  for (const [impact, row] of Object.entries(priorityMatrix)) {
    if (!/^\d{1,2}$/.test(impact))
      log.at(impact).error(`"${impact}" is not the number of an impact`, 'Name the row by its number, such as "1".');
    for (const [urgency, priority] of Object.entries(row)) {
      const place = log.at(impact, urgency);
      if (!/^\d{1,2}$/.test(urgency))
        place.error(`"${urgency}" is not the number of an urgency`, 'Name the column by its number, such as "1".');
      if (numberOn('priority', priority) === undefined)
        place.error(`"${priority}" is not a priority`, 'Write its number, such as "3", or a usual label.');
    }
  }
}

function checkWorkingTime({ workingTime: { timeZone, from, to } }: Profile, log: IssueLog): void {
  if (!isTimeZone(timeZone))
    log.at('timeZone').error(`"${timeZone}" is no time zone`, 'Use its IANA name, such as Europe/Oslo.');
  if (from >= to)
    log.at('to').error(`work ends at ${to}, before it begins at ${from}`, 'Give a later time, 24:00 at most.');
}

function checkProcesses({ criticalProcesses }: Profile, log: IssueLog): void {
  const ids = Object.keys(criticalProcesses);
  for (const [id, process] of Object.entries(criticalProcesses)) {
    const place = log.at(id);
    checkProcess(id, process, place);
    process.overrides.forEach((other, position) => {
      if (other === id) place.at('overrides', position).error(`"${other}" overrides itself`, 'Remove it.');
      else if (!ids.includes(other)) {
        place.at('overrides', position).error(`there is no process "${other}" to override`, suggest(other, ids));
      }
    });
  }
}
