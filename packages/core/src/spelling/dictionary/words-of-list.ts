import { parse } from 'yaml';

/** The words of a data file, in lower case: topics with words separated by white space. */
export function wordsOfList(text: string): string[] {
  const topics: Record<string, string> = parse(text);
  return Object.values(topics).flatMap((words) => words.trim().toLowerCase().split(/\s+/));
}
