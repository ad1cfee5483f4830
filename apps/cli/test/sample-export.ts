/** One record as a ServiceNow list export has it, with what a test changes. */
export function record(index: number, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    __status: 'success',
    number: `INC${String(10_000 + index)}`,
    sys_id: index.toString(16).padStart(32, '0'),
    short_description: 'Retail - Oslo - Outlook - cannot sign in',
    description: `Contact number: +47 22 00 ${index}\nWorking location: Oslo, office\nOutlook rejects the password since this morning.`,
    category: 'Software',
    subcategory: 'Access',
    business_service: 'Mail',
    cmdb_ci: 'Outlook',
    contact_type: 'email',
    state: '7',
    priority: '4',
    work_notes: '2026-03-02 09:00:00 - Ada Olsen (Work notes)\nCleared the stored credentials.',
    comments: '',
    close_notes: 'Removed the stored credentials and the caller signed in again.',
    ...changes,
  };
}

/** An export of these records, or of so many. */
export function exportOf(records: number | readonly unknown[]): string {
  const all = typeof records === 'number' ? Array.from({ length: records }, (_, index) => record(index)) : records;
  return JSON.stringify({ records: all });
}
