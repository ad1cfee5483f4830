/** Columns whose name does not follow from the field's. */
const IRREGULAR: Readonly<Record<string, string>> = {
  service: 'business_service',
  configurationItem: 'cmdb_ci',
  caller: 'caller_id',
  updatedAt: 'sys_updated_on',
};

/** The column of ServiceNow's incident table behind a ticket field. */
export function columnOf(field: string): string {
  return IRREGULAR[field] ?? field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
