import type { Formatter } from '../formatter.ts';

/** What a language model took: requests, tokens and dollars of a run. */
export const usage = (f: Formatter) => ({
  title: 'Cost and usage',
  note: 'Every attempt counts. Answers that were kept from an earlier run count with what they took then.',
  requests: 'Requests',
  perTicket: (count: number) => `${f.number(count)} a ticket`,
  tokensIn: 'Tokens in',
  cached: (tokens: number) => `${f.number(tokens)} of them from the provider’s cache`,
  cachedUnknown: 'cached share unknown',
  tokensOut: 'Tokens out',
  tokensUnknown: 'the provider does not tell',
  cost: 'Cost',
  costPerTicket: (usd: number) => `${f.money(usd)} a ticket`,
  costUnknown: 'no price is known',
});
