import { cellName } from '#shared/figures/contribution.ts';
import { type Dimension, dimensionValues } from '#shared/figures/names.ts';

/**
 * How a number that is broken down is called within its day's item. Its name is most of what it weighs, and a day has
 * hundreds of them: so four characters, by places in lists that only grow at their ends. Others keep their names.
 */
const measures = [
  'due',
  'missed',
  'trouble',
  'invited',
  'ended',
  'decided',
  'passed',
  'joined',
  'hired',
  'answered',
  'satisfied',
  'followed',
  'stayed',
  'performed',
  'performance',
] as const;
const dimensions = [
  'source',
  'candidate_kind',
  // A place that is given to nothing any more.
  null,
  'channel',
  'lead_time',
  'weekday',
  'hour',
  'device',
  'network',
  'version',
  'score_band',
] as const satisfies readonly (Dimension | null)[];

const letter = (place: number): string => place.toString(36);

const shorts = new Map<string, string>();
const longs = new Map<string, string>();
for (const [m, measure] of measures.entries()) {
  for (const [d, dimension] of dimensions.entries()) {
    if (dimension === null) continue;
    for (const [v, value] of dimensionValues[dimension].entries()) {
      const long = cellName(measure, dimension, value);
      const short = `*${letter(m)}${letter(d)}${letter(v)}`;
      shorts.set(long, short);
      longs.set(short, long);
    }
  }
}

export function shortCell(name: string): string {
  const short = shorts.get(name);
  if (short === undefined && name.includes('|')) throw new Error(`no short name for ${name}`);
  return short ?? name;
}
export const longCell = (short: string): string => longs.get(short) ?? short;

/** Cells as an item holds them. */
export const shortCells = (cells: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(cells).map(([name, n]) => [shortCell(name), n]));
