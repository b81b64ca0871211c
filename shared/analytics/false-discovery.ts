/**
 * For each p of a family of tests its q: the share of false alarms among all that are no less sure than it. Rejecting
 * where q is at most 0.05 keeps that share under 5 %, also for tests that depend on each other positively.
 * Source: Benjamini & Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289-300.
 */
export function falseDiscovery(ps: readonly number[]): number[] {
  const order = ps.map((p, at) => ({ p, at })).sort((a, b) => b.p - a.p);
  const q = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach(({ p, at }, from) => {
    least = Math.min(least, (p * ps.length) / (ps.length - from));
    q[at] = least;
  });
  return q;
}
