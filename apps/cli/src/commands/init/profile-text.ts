import { titleFromId } from './names.ts';
import { text as template } from './profile.yaml';

/** The text of a profile to learn from and to change. It is valid as it stands. */
export function profileText(id: string): string {
  return template.replace("'{{id}}'", JSON.stringify(id)).replace("'{{title}}'", titleFromId(id));
}
