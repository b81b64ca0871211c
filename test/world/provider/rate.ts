import type { Clock } from '#functions/adapters/vendor/exchange.ts';

/** Counts events per key within sliding windows. */
export type Rate = {
  /** Counts one more and says true, or says false and counts nothing where a window is full. */
  admit(key: string): boolean;
};

export function createRate({ clock, windows }: { clock: Clock; windows: { ms: number; limit: number }[] }): Rate {
  const longest = Math.max(...windows.map(({ ms }) => ms));
  const seen = new Map<string, number[]>();
  return {
    admit(key) {
      const now = clock.now().getTime();
      const recent = (seen.get(key) ?? []).filter((at) => now - at < longest);
      const full = windows.some(({ ms, limit }) => recent.filter((at) => now - at < ms).length >= limit);
      if (!full) recent.push(now);
      seen.set(key, recent);
      return !full;
    },
  };
}
