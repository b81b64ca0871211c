/** Draws numbers 0 ≤ x < 1; passed in, seeded, so that the same data gives the same answer. */
export type Random = () => number;

/** Mulberry32: small, and the same everywhere; good enough to draw answers and rows of data, not secrets. `seed`: any whole number. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
