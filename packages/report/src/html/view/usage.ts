import type { RunSummary } from '@tqrs/core';
import { NO_NUMBER } from '../../catalogue/formatter.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { TileView } from './run-page.ts';

/** What a language model took, a tile each. Null where none was asked. Every number is the summary's. */
export function usageView(
  { usage, tickets }: Pick<RunSummary, 'usage' | 'tickets'>,
  { t, format }: Localisation,
): { readonly tiles: readonly TileView[] } | null {
  const { requests, inputTokens, cachedInputTokens, outputTokens, costUsd } = usage;
  if (requests === 0) return null;
  const { usage: words } = t;
  const perTicket = (total: number, told: (part: number) => string) => (tickets === 0 ? '' : told(total / tickets));
  const tokens = (count: number | null) => (count === null ? NO_NUMBER : format.number(count));
  const tokenDetail = (count: number | null, known: string) => (count === null ? words.tokensUnknown : known);
  const cached = cachedInputTokens === null ? words.cachedUnknown : words.cached(cachedInputTokens);
  return {
    tiles: [
      { label: words.requests, value: format.number(requests), detail: perTicket(requests, words.perTicket) },
      { label: words.tokensIn, value: tokens(inputTokens), detail: tokenDetail(inputTokens, cached) },
      {
        label: words.tokensOut,
        value: tokens(outputTokens),
        detail: tokenDetail(outputTokens, perTicket(outputTokens ?? 0, words.perTicket)),
      },
      {
        label: words.cost,
        value: costUsd === null ? NO_NUMBER : format.money(costUsd),
        detail: costUsd === null ? words.costUnknown : perTicket(costUsd, words.costPerTicket),
      },
    ],
  };
}
