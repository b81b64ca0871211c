type Point = { x: number; y: number };

/** The point on the spoke number `index` of `count`, clockwise from the top; all in per cent of a square. */
export function spoke(index: number, count: number, radius: number): Point {
  const angle = (2 * Math.PI * index) / count;
  return { x: round(50 + radius * Math.sin(angle)), y: round(50 - radius * Math.cos(angle)) };
}

/** A CSS polygon with one corner a spoke; with `hole`, only the band between the two. */
export function polygon(radii: number[], hole?: number[]): string {
  const closed = (of: number[]) => {
    const corners = of.map((radius, index) => spoke(index, of.length, Math.max(0, radius)));
    return [...corners, ...corners.slice(0, 1)].map(({ x, y }) => `${x}% ${y}%`);
  };
  return `polygon(evenodd, ${[...closed(radii), ...(hole ? closed(hole) : [])].join(', ')})`;
}

const round = (value: number) => Math.round(value * 100) / 100;
