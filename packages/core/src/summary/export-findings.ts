import { type ExportFacts, JOURNAL_FIELDS, type JournalField, type TicketField } from '@tqrs/parser';
import { isJournalShown } from '../export-facts/shown-journals.ts';
import type { Rubric } from '../rubric/schema.ts';
import { columnOf } from './column-names.ts';
import { OpaqueReferences } from './opaque-references.ts';
import type { ExportFinding } from './schema.ts';

/** What the findings are drawn from. */
export interface ExportView {
  readonly rubric: Rubric;
  readonly facts: ExportFacts;
  /** Tickets of the run. */
  readonly tickets: number;
  readonly opaque: OpaqueReferences;
  /** Points that stand on the mere presence of a value, and points to earn on all scored criteria. */
  readonly notExamined: number;
  readonly possible: number;
}

/** What the export does not show of what the rubric asks for, and how to export it better. The gravest first. */
export function exportFindings(view: ExportView): ExportFinding[] {
  if (view.tickets === 0) return [];
  return [exportLimit(view), journals(view), fields(view), origin(view), opaqueReferences(view), presence(view)].filter(
    (finding) => finding !== undefined,
  );
}

/** The part of {@link exportFindings} that shows before anything is reviewed. */
export function findingsBeforeReview(rubric: Rubric, facts: ExportFacts): ExportFinding[] {
  const opaque = new OpaqueReferences();
  return exportFindings({ rubric, facts, tickets: facts.records, opaque, notExamined: 0, possible: 0 });
}

function exportLimit({ facts, tickets }: ExportView): ExportFinding | undefined {
  const records = facts.complete ? facts.records : tickets;
  if (records === 10_000) {
    return {
      id: 'export-limit',
      message:
        'The export holds exactly 10,000 records, where ServiceNow usually cuts an export off: more may be missing.',
      recipe:
        'Compare with the record count of the list. Then export in parts that stay below the limit (filter the list by Opened, for instance), page the Table API with sysparm_limit and sysparm_offset, or have an administrator raise the instance’s export limit for the format (glide.csv.export.limit, glide.xml.export.limit and the like).',
    };
  }
  if (records === 1_000) {
    return {
      id: 'export-limit',
      message:
        'The export holds exactly 1,000 records, where the PDF export of a list is cut off: more may be missing.',
      recipe:
        'Compare with the record count of the list. If this is a PDF list, or a Table API answer for sysparm_limit=1000, export as JSON, XML, CSV or Excel instead, or page with sysparm_offset.',
    };
  }
  return undefined;
}

const JOURNAL_NAMES: Readonly<Record<JournalField, string>> = { workNotes: 'work notes', comments: 'comments' };

function journals({ rubric, facts }: ExportView): ExportFinding | undefined {
  const blank = JOURNAL_FIELDS.filter((field) => !isJournalShown(field, facts));
  const wanted = fieldsOf(rubric);
  const concerned = blank.length === JOURNAL_FIELDS.length ? blank : blank.filter((field) => wanted.has(field));
  if (concerned.length === 0) return undefined;
  const names = concerned.map((field) => JOURNAL_NAMES[field]).join(' or ');
  return {
    id: 'journals-not-exported',
    message: `No record of the export holds ${names}. They count as not exported: nobody loses points for what may stand there, and what depends on them is left unscored.`,
    recipe:
      'List exports as JSON and JSONv2 leave journal fields empty even where there are notes. Use the XML export (Export > XML, from the list’s or the form’s header menu), which carries the journal entries; or the Table API with sysparm_display_value=all, as an account that may read work notes and comments; or add "Comments and Work notes" to the list layout before a CSV or Excel export.',
  };
}

function fields({ rubric, facts }: ExportView): ExportFinding | undefined {
  const handled: ReadonlySet<string> = new Set([...JOURNAL_FIELDS, 'originTable', 'originId']);
  const lacking = [...fieldsOf(rubric)].filter((field) => !handled.has(field) && !facts.exported.includes(field));
  if (lacking.length === 0) return undefined;
  const columns = lacking.map(columnOf).join(', ');
  return {
    id: 'fields-not-exported',
    message: `The export does not carry columns that the rubric looks at: ${columns}. Criteria that depend on them are left unscored.`,
    recipe: `Add ${columns} to the list layout before exporting, or to sysparm_fields of the Table API request. The XML export carries every column.`,
  };
}

function origin({ rubric, facts }: ExportView): ExportFinding | undefined {
  const wanted = fieldsOf(rubric);
  const originFields: readonly TicketField[] = ['originTable', 'originId'];
  if (!originFields.some((field) => wanted.has(field)) || originFields.some((field) => facts.filled.includes(field)))
    return undefined;
  return {
    id: 'origin-not-exported',
    message:
      'No record of the export names its origin. It counts as not exported: whether an interaction is attached is left open.',
    recipe:
      'Add origin_table and origin_id to the export, as an account that may read interactions. If they are blank there too, the instance does not link interactions to incidents.',
  };
}

function opaqueReferences({ opaque, tickets }: ExportView): ExportFinding | undefined {
  if (opaque.tickets === 0) return undefined;
  return {
    id: 'opaque-references',
    message: `In ${opaque.tickets} of ${tickets} tickets, a bare sys_id stands in for a name (${opaque.titles.join(', ')}): only its presence could be seen, not whether it is right.`,
    recipe:
      'Export display values: sysparm_display_value=all for the Table API, displayvalue=all for JSONv2, or a CSV or Excel export of the list. Or give the sys_ids their names in the profile, under "names".',
  };
}

function presence({ notExamined, possible }: ExportView): ExportFinding | undefined {
  if (notExamined === 0) return undefined;
  return {
    id: 'points-not-examined',
    message: `${notExamined} of ${possible} points stand on the mere presence of a value: nothing could be compared with it.`,
    recipe:
      'Give the profile the organisation’s taxonomy (categories, applications and their services), and export display values instead of sys_ids.',
  };
}

function fieldsOf({ criteria }: Rubric): ReadonlySet<string> {
  const conditions = criteria.flatMap(({ appliesWhen }) => appliesWhen.map(({ field }) => field));
  return new Set([...criteria.flatMap((criterion) => criterion.fields), ...conditions]);
}
