import type { Usage } from '#shared/evaluation/report.ts';
import type { Completed } from './complete.ts';

/** In units of the currency for a million tokens, as price lists have it. */
export type Prices = { currency: string; inputPerMillion: number; outputPerMillion: number };

/** Counts what a judgement takes. */
export function createMeter(prices: Prices | undefined) {
  const counted = { calls: 0, cached: 0, inputTokens: 0, outputTokens: 0 };
  return {
    called: () => {
      counted.calls += 1;
    },
    cached: () => {
      counted.cached += 1;
    },
    answered: ({ inputTokens, outputTokens }: Completed) => {
      counted.inputTokens += inputTokens;
      counted.outputTokens += outputTokens;
    },
    /** A price for a million tokens in units is the price of one token in millionths. */
    usage: (): Usage => ({
      ...counted,
      cost: prices
        ? Math.round(counted.inputTokens * prices.inputPerMillion + counted.outputTokens * prices.outputPerMillion)
        : null,
      currency: prices?.currency ?? '',
    }),
  };
}
export type Meter = ReturnType<typeof createMeter>;
