import type { CompiledProfile } from '../../profile/compile.ts';
import { parseCondition } from '../../selection/condition/parse-condition.ts';
import { isNoValue } from '../../selection/sample/stratum.ts';
import type { LeftOut, SelectionReport } from '../../selection/schema.ts';
import { holdsPerson } from './masked-ticket.ts';
import type { Pseudonyms } from './pseudonyms.ts';

type Stratum = NonNullable<SelectionReport['strata']>[number];

/** A selection without the names that it was made by: of analysts, and in conditions on fields that hold a person. */
export function maskSelection(
  report: SelectionReport,
  profile: CompiledProfile,
  pseudonyms: Pseudonyms,
): SelectionReport {
  const { options, leftOut, strata } = report;
  const { assignedTo, where } = options;
  const analysts = assignedTo?.map((name) => pseudonyms(profile.nameOf(name)));
  const condition = (text: string) => {
    const { field } = parseCondition(text, profile.data.fieldAliases);
    return holdsPerson(field.name) ? `a condition on ${field.name}` : text;
  };
  const value = ({ option, value }: LeftOut) => {
    if (option === 'assigned-to') return analysts?.join(', ') ?? '';
    return option === 'where' ? condition(value) : value;
  };
  const withoutName = (stratum: Stratum) =>
    isNoValue(stratum.name) ? stratum : { ...stratum, name: pseudonyms(stratum.name) };
  return {
    ...report,
    options: { ...options, ...(analysts && { assignedTo: analysts }), ...(where && { where: where.map(condition) }) },
    leftOut: leftOut.map((left) => ({ ...left, value: value(left) })),
    ...(strata && options.sample?.stratify === 'analyst' && { strata: strata.map(withoutName) }),
  };
}
