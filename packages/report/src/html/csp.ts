import { createHash } from 'node:crypto';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/**
 * The content security policy of a page with exactly this style and, perhaps, exactly this script. It loads nothing,
 * sends nothing, and runs nothing else, even if hostile text found its way into the markup.
 */
export function contentSecurityPolicy(style: string, script: string | null): string {
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${script === null ? "'none'" : hash(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
