/** A value of a field: a text, or a reference with its display value. */
export type XmlValue = string | { readonly value: string; readonly display: string };

/** A row of a table as ServiceNow writes it. */
export function rowXml(table: string, fields: Readonly<Record<string, XmlValue>>, action = 'INSERT_OR_UPDATE'): string {
  const lines = Object.entries(fields).map(([name, value]) => {
    if (value === '') return `<${name}/>`;
    if (typeof value === 'string') return `<${name}>${escapeXml(value)}</${name}>`;
    return `<${name} display_value="${escapeXml(value.display)}">${value.value}</${name}>`;
  });
  return `<${table} action="${action}">\n${lines.join('\n')}\n</${table}>\n`;
}

/** A journal row of an incident. */
export function journalXml(sysId: string, element: string, value: string, more: Readonly<Record<string, string>> = {}) {
  return rowXml('sys_journal_field', {
    element,
    element_id: sysId,
    name: 'incident',
    sys_created_by: 'mia.field',
    sys_created_on: '2026-02-03 09:00:00',
    value,
    ...more,
  });
}

/** An export of these rows. */
export function unloadXml(...rows: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<unload unload_date="2026-03-01 08:00:00">\n${rows.join('')}</unload>\n`;
}

/** A sys_id that ends in a number. */
export function sysId(number: number): string {
  return number.toString(16).padStart(32, '0');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
