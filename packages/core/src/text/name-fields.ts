/** Fields as people call them, as a list: `['workNotes', 'closeNotes']` is `work notes and close notes`. */
export function nameFields(fields: readonly string[], joint = 'and'): string {
  const names = fields.map((field) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`;
}
