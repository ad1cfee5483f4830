import type { Message } from '../language-model.ts';

/** Role, separators and the start of the answer, and a little for what short texts differ. */
const TOKENS_PER_MESSAGE = 8;

/**
 * About how many tokens a text has, rather too many than too few: for tickets, prose and JSON between the number that
 * OpenAI's tokenizers count and about twice that. An ordinary word counts a token for each four letters, a number one for each three
 * digits, punctuation one each. Words with digits or capitals inside, and very long ones (identifiers, keys), count a
 * token for each 1.4 characters, and other scripts one to three a character. Single spaces belong to the next word.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(/[A-Za-z0-9]+|\s+|[^A-Za-z0-9\s]/gu)) tokens += tokensOf(piece);
  return Math.ceil(tokens);
}

/** The input of a request: its messages, and the schema of the answer where one is given. */
export function estimateInputTokens(messages: readonly Message[], schema?: object): number {
  const schemaTokens = schema === undefined ? 0 : estimateTokens(JSON.stringify(schema));
  return messages.reduce((sum, { content }) => sum + estimateTokens(content) + TOKENS_PER_MESSAGE, schemaTokens);
}

function tokensOf(piece: string): number {
  if (piece === ' ') return 0;
  if (/^\s/.test(piece)) return Math.ceil(piece.length / 8);
  if (/^[0-9]+$/.test(piece)) return Math.ceil(piece.length / 3);
  if (/^([A-Z]?[a-z]{0,15}|[A-Z]{1,16})$/.test(piece)) return Math.ceil(piece.length / 4);
  if (/^[A-Za-z0-9]/.test(piece)) return Math.ceil(piece.length / 1.4);
  const code = piece.codePointAt(0) ?? 0;
  if (code < 0x800) return 1;
  return code < 0x10000 ? 1.5 : 3;
}
