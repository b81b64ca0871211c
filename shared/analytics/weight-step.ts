/** Bisections of the shift; each halves an interval of a few hundred points. */
const halvings = 60;

/**
 * The weights nearest to `wanted` that lie at most `most` points from `now`, are ≥ 0, have now's sum and change by whole
 * points: people approve 「15 → 20」, not 「15 → 18.37」. (Projection onto a box with a fixed sum, then largest remainders.)
 */
export function stepTowards(now: readonly number[], wanted: readonly number[], most: number): number[] {
  const bounds = now.map((weight) => ({ least: -Math.min(most, Math.floor(weight)), most }));
  const moved = (shift: number) =>
    bounds.map((bound, at) => {
      const change = (wanted[at] ?? 0) - (now[at] ?? 0) - shift;
      return Math.max(bound.least, Math.min(bound.most, change));
    });
  const sum = (changes: readonly number[]) => changes.reduce((all, change) => all + change, 0);
  let [low, high] = [-200, 200];
  for (let halving = 0; halving < halvings; halving += 1) {
    const shift = (low + high) / 2;
    if (sum(moved(shift)) > 0) low = shift;
    else high = shift;
  }
  const exact = moved((low + high) / 2);
  const whole = exact.map((change) => Math.floor(change + 1e-6));
  const byRemainder = exact
    .map((change, at) => ({ at, left: Math.round((change - (whole[at] ?? 0)) * 1e6) }))
    .sort((a, b) => b.left - a.left || a.at - b.at);
  // What was floored away is less than one point each, so one pass gives it back.
  for (const { at } of byRemainder.slice(0, Math.max(0, -sum(whole)))) whole[at] = (whole[at] ?? 0) + 1;
  return now.map((weight, at) => weight + (whole[at] ?? 0));
}
