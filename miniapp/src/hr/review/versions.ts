import type { Dossier, Review } from './dossier.ts';

type Version = Review['versions'][number];
export type Compared = Version & {
  /** Points above (or below) the version before; null where one of them has no score. */
  change: number | null;
};

/** The newest first, each against the one made before it. */
export function compared(versions: Version[]): Compared[] {
  const ordered = [...versions].sort((a, b) => b.report - a.report);
  return ordered.map((version, index) => {
    const before = ordered[index + 1];
    const both = before !== undefined && before.overall !== null && version.overall !== null;
    return { ...version, change: both ? Math.round(version.overall ?? 0) - Math.round(before.overall ?? 0) : null };
  });
}

const ends = ['ended', 'lapsed'];

/**
 * The version that still speaks of the answers as they were handed in, while the next one is being made or could not
 * be: there is no reason to take it from the screen. None where the newest is older than the last end.
 */
export function standingVersion({ timeline }: Pick<Dossier, 'timeline'>, { versions }: Pick<Review, 'versions'>) {
  const newest = compared(versions)[0];
  const end = timeline.filter(({ type }) => ends.includes(type)).at(-1);
  const stands = newest !== undefined && end !== undefined && Date.parse(newest.createdAt) >= Date.parse(end.at);
  return stands ? newest.report : undefined;
}
