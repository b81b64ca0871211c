import { limits } from '../limits.ts';
import { type Change, changeBetween } from './change.ts';
import type { Group } from './counted.ts';
import { falseDiscovery } from './false-discovery.ts';
import { fishersExact } from './fishers-exact.ts';
import { type Count, together } from './rate.ts';

/** A group that surely differs from all others of its kind together: `evidence` holds the others as before, it as after. */
export type StandsOut = { by: string; value: string; name: string | null; evidence: Change };

/**
 * The groups with more cases than everybody else, the surest first; where both sides are large enough to be judged, and
 * all of them tested as one family, so that looking at many finds nothing in chance.
 */
export function standOut(breakdowns: readonly { by: string; groups: readonly Group[] }[]): StandsOut[] {
  const compared = breakdowns.flatMap(({ by, groups }) => {
    const shown = groups.flatMap(({ value, name, share }) =>
      share === null ? [] : [{ by, value, name, count: share }],
    );
    return shown.flatMap((group) => {
      const rest: Count = together(shown.filter((one) => one !== group).map(({ count }) => count));
      if (Math.min(group.count.of, rest.of) < limits.analytics.compared) return [];
      const evidence = changeBetween(rest, group.count);
      return evidence ? [{ group, evidence, p: fishersExact(rest, group.count) }] : [];
    });
  });
  const qs = falseDiscovery(compared.map(({ p }) => p));
  return compared
    .map((one, at) => ({ ...one, q: qs[at] ?? 1 }))
    .filter(({ evidence, q }) => q <= limits.analytics.falseDiscovery && evidence.direction === 'rose')
    .sort((a, b) => a.q - b.q)
    .map(({ group: { by, value, name }, evidence }) => ({ by, value, name, evidence }));
}
