import { Matrix } from 'ml-matrix';

/** One person: a score 0-100 for each competency, and how it went afterwards (any unit, more is better). */
export type Followed = { scores: readonly number[]; outcome: number };

/**
 * All that a fit needs of some people: the sums of every two of (1, scores…, outcome) multiplied, a square of d + 2.
 * They add up: those of all less those of one fold are those of the others.
 */
export type Moments = Matrix;

export function momentsOf(people: readonly Followed[]): Moments {
  const size = (people[0]?.scores.length ?? 0) + 2;
  const sums = new Float64Array(size * size);
  for (const { scores, outcome } of people) {
    const row = [1, ...scores, outcome];
    for (let j = 0; j < size; j += 1) {
      for (let k = 0; k < size; k += 1) sums[j * size + k] = (sums[j * size + k] ?? 0) + (row[j] ?? 0) * (row[k] ?? 0);
    }
  }
  return Matrix.from1DArray(size, size, sums);
}

/** About the means: XᵀX and Xᵀy, and the means of scores and outcome. */
function centred(moments: Moments): { gram: Matrix; towards: Matrix; scores: Matrix; outcome: number } {
  const d = moments.rows - 2;
  const n = moments.get(0, 0);
  const sums = moments.subMatrix(1, d, 0, 0);
  const outcome = moments.get(d + 1, 0) / n;
  return {
    gram: moments.subMatrix(1, d, 1, d).sub(Matrix.div(sums.mmul(sums.transpose()), n)),
    towards: moments.subMatrix(1, d, d + 1, d + 1).sub(Matrix.mul(sums, outcome)),
    scores: Matrix.div(sums, n),
    outcome,
  };
}

/** The outcome as a line in the overall score: `intercept`, and what each point of each score adds. */
export type Line = { intercept: number; slopes: number[] };

/** The line of least squares through the overall scores these weights give. */
export function lineOf(moments: Moments, weights: readonly number[]): Line {
  const { gram, towards, scores, outcome } = centred(moments);
  const w = Matrix.columnVector([...weights]);
  const across = w.transpose();
  const spread = across.mmul(gram.mmul(w)).get(0, 0);
  const slope = spread > 0 ? across.mmul(towards).get(0, 0) / spread : 0;
  return {
    intercept: outcome - slope * across.mmul(scores).get(0, 0),
    slopes: weights.map((weight) => slope * weight),
  };
}

/** By how much a person's outcome misses the line, squared; and the sum of that over people of whom only moments are known. */
export const missOf = ({ intercept, slopes }: Line, { scores, outcome }: Followed): number =>
  (outcome - intercept - scores.reduce((sum, score, at) => sum + score * (slopes[at] ?? 0), 0)) ** 2;
export function missesOf({ intercept, slopes }: Line, moments: Moments): number {
  const v = Matrix.columnVector([-intercept, ...slopes.map((slope) => -slope), 1]);
  return v.transpose().mmul(moments.mmul(v)).get(0, 0);
}

/** Rounds of coordinate descent at most, and the movement, as a share of the largest coefficient, that ends it. */
const rounds = 2000;
const still = 1e-7;

/** Minimises ½ bᵀHb - gᵀb over b ≥ 0, H positive definite, by moving one coordinate at a time. */
export function nonNegativeLeast(h: Matrix, g: readonly number[], start: readonly number[]): number[] {
  const b = [...start];
  const rows = h.to2DArray();
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (let j = 0; j < b.length; j += 1) {
      const row = rows[j] ?? [];
      let slope = g[j] ?? 0;
      for (let k = 0; k < b.length; k += 1) slope -= (row[k] ?? 0) * (b[k] ?? 0);
      const before = b[j] ?? 0;
      const next = Math.max(0, before + slope / (row[j] ?? 1));
      moved = Math.max(moved, Math.abs(next - before));
      b[j] = next;
    }
    if (moved <= still * Math.max(...b)) break;
  }
  return b;
}

/**
 * Weights ≥ 0 with the expert's sum that follow the outcome, held back towards the expert's: minimises
 * |y - Xb|² + strength · scale · |b - (Σb) · expert/Σexpert|² over b ≥ 0, and gives b its sum back. How steeply the
 * outcome answers to the whole score is left free; only how the score is made up is held back. Null where nothing but
 * zero fits: the outcome does not rise with the scores at all.
 *
 * `strength` 0: least squares; without end: the expert's weights. `scale`: the mean of XᵀX's diagonal.
 */
export function fitWeights(moments: Moments, expert: readonly number[], strength: number): number[] | null {
  const { gram, towards } = centred(moments);
  const sum = expert.reduce((all, weight) => all + weight, 0);
  const share = Matrix.columnVector(expert.map((weight) => weight / sum));
  const apart = Matrix.eye(expert.length).sub(share.mmul(Matrix.ones(1, expert.length)));
  const scale = gram.trace() / expert.length;
  const held = apart
    .transpose()
    .mmul(apart)
    .mul(strength * scale);
  // A hair on the diagonal: two competencies scored alike throughout still have one solution.
  const h = Matrix.add(gram, held).add(Matrix.eye(expert.length).mul(1e-9 * scale));
  // Begins where the expert's own weights fit best: all that a strong hold leaves to find is near there.
  const { slopes } = lineOf(moments, expert);
  const start = slopes.map((slope) => Math.max(0, slope));
  const b = nonNegativeLeast(h, towards.to1DArray(), start);
  const all = b.reduce((one, value) => one + value, 0);
  return all > 0 ? b.map((value) => (value / all) * sum) : null;
}
