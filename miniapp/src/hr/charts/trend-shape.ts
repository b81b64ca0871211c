import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';

export type TrendValue = { value: number | null; low?: number; high?: number };
type Known = { x: number; value: number; low: number; high: number };

type TrendShape = {
  /** In per cent of the box, y from above. */
  dots: ({ x: number; y: number; low: number; high: number } | null)[];
  line: string;
  band: string;
  ticks: { value: number; y: number }[];
  at(value: number): number;
};

/** Of the height: room above and below for the width of the line. */
const edge = 2;

/** The top of the scale: round, over every interval, and never over `ceiling`. */
export function topOf(values: readonly TrendValue[], { ceiling = Number.POSITIVE_INFINITY, least = 0 } = {}): number {
  const highest = Math.max(least, ...values.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)));
  const [, nice = 1] = scaleLinear([0, highest === 0 ? 1 : highest], [0, 1])
    .nice(3)
    .domain();
  return Math.min(ceiling, nice);
}

/** Points stand in the middle of columns of equal width; where nothing is known the line has a gap. */
export function trendShape(points: readonly TrendValue[], top: number): TrendShape {
  const y = scaleLinear([0, top], [100 - edge, edge]);
  const x = (index: number) => (100 * (index + 0.5)) / points.length;
  const places = points.map(({ value, low, high }, index): Known | null =>
    value === null ? null : { x: x(index), value, low: low ?? value, high: Math.min(top, high ?? value) },
  );
  const known = (one: Known | null): one is Known => one !== null;
  const zero: Known = { x: 0, value: 0, low: 0, high: 0 };
  const of = (one: Known | null) => one ?? zero;
  return {
    dots: places.map((one) =>
      one === null ? null : { x: one.x, y: y(one.value), low: y(one.low), high: y(one.high) },
    ),
    line:
      line<Known | null>(
        (one) => of(one).x,
        (one) => y(of(one).value),
      ).defined(known)(places) ?? '',
    band:
      area<Known | null>(
        (one) => of(one).x,
        (one) => y(of(one).low),
        (one) => y(of(one).high),
      ).defined(known)(places) ?? '',
    ticks: y.ticks(3).map((value) => ({ value, y: y(value) })),
    at: y,
  };
}
