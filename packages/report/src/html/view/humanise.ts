/** `contact number` as `Contact number`. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `not-documented` as `Not documented`. */
export function humanise(id: string): string {
  return capitalise(id.replaceAll('-', ' '));
}
