/** The words of a data file, in lower case: topics, each with words separated by white space. */
export function wordsOfTopics(topics: Readonly<Record<string, string>>): string[] {
  return Object.values(topics).flatMap((words) => words.trim().toLowerCase().split(/\s+/));
}
