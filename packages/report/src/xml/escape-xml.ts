/** What XML 1.0 cannot hold, not even as a reference: controls, halves of pairs, and the two non-characters. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MARKUP = /[&<>"'\n\r\t]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // An attribute would turn them into spaces, and a text lose the carriage return.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text for an element or an attribute. What XML cannot hold becomes the replacement character. */
export function escapeXml(text: string): string {
  return text.replace(UNFIT, '\ufffd').replace(MARKUP, (char) => ENTITIES[char] ?? char);
}
