/** What templates share once they are compiled: see compile-template.mjs. All of it means what it means in Handlebars. */

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;', '`': '&#x60;', '=': '&#x3D;' };

/** `{{value}}`: as text, in an element or between the quotation marks of an attribute. */
export function escaped(value) {
  const text = raw(value);
  return /[&<>"'`=]/.test(text) ? text.replace(/[&<>"'`=]/g, (character) => ESCAPES[character]) : text;
}

/** `{{{value}}}` */
export function raw(value) {
  return value === null || value === undefined ? '' : String(value);
}

/** Whether `{{#if value}}` shows its block. */
export function holds(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Whether `{{#with value}}` does. */
export function isThere(value) {
  return holds(value) || value === 0;
}

/** What `{{#each value}}` goes through. */
export function listOf(value) {
  return Array.isArray(value) || !value ? value : Object.values(value);
}

/** A value that is shown: undefined only where its owner says so. */
export function shown(value, owner, name) {
  if (value === undefined && !(owner && name in owner)) throw new TypeError(`"${name}" is not defined`);
  return value;
}
