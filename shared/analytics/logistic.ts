import { Matrix, solve } from 'ml-matrix';

/** Rows of features, and what happened to each: 1 or 0, or a target between. */
export type Labelled = { rows: readonly (readonly number[])[]; targets: readonly number[] };

/** The intercept, then one coefficient a feature, in log odds per unit. */
export type Logistic = { coefficients: readonly number[] };

const steps = 50;
const halvings = 20;
/** Change of the penalised log-likelihood that ends the search. */
const still = 1e-9;

export const chanceOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

export const logitOf = ({ coefficients }: Logistic, row: readonly number[]): number =>
  row.reduce((sum, value, at) => sum + value * (coefficients[at + 1] ?? 0), coefficients[0] ?? 0);

/** ln(1 + eˣ), safe for large x. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

type Slope = { loss: number; down: Matrix; curve: Matrix };

/** The penalised loss at `b`, which way is down, and how it curves, in one pass over the rows. */
function slopeAt({ rows, targets }: Labelled, penalty: number, b: readonly number[]): Slope {
  const d = b.length;
  const down = b.map((value, j) => (j === 0 ? 0 : -penalty * value));
  const curve = Matrix.eye(d).mul(penalty).set(0, 0, 0);
  let loss = b.reduce((sum, value, j) => sum + (j === 0 ? 0 : (penalty * value ** 2) / 2), 0);
  const sums = new Float64Array(d * d);
  rows.forEach((row, at) => {
    const target = targets[at] ?? 0;
    const logit = logitOf({ coefficients: b }, row);
    const chance = chanceOf(logit);
    const weight = Math.max(chance * (1 - chance), 1e-12);
    loss += softplus(logit) - target * logit;
    for (let j = 0; j < d; j += 1) {
      const x = j === 0 ? 1 : (row[j - 1] ?? 0);
      down[j] = (down[j] ?? 0) + (target - chance) * x;
      for (let k = 0; k <= j; k += 1) {
        sums[j * d + k] = (sums[j * d + k] ?? 0) + weight * x * (k === 0 ? 1 : (row[k - 1] ?? 0));
      }
    }
  });
  for (let j = 0; j < d; j += 1) {
    for (let k = 0; k < d; k += 1) {
      curve.set(j, k, curve.get(j, k) + (sums[Math.max(j, k) * d + Math.min(j, k)] ?? 0));
    }
  }
  return { loss, down: Matrix.columnVector(down), curve };
}

/**
 * Logistic regression with a ridge penalty ½·penalty·|b|² (the intercept is free), by iteratively reweighted least
 * squares with step halving; penalty 0 is maximum likelihood, which has no end where the data separate.
 * Source: le Cessie & van Houwelingen, Applied Statistics 41 (1992) 191-201.
 */
export function fitLogistic(data: Labelled, penalty: number): Logistic {
  let b = new Array<number>((data.rows[0]?.length ?? 0) + 1).fill(0);
  let now = slopeAt(data, penalty, b);
  for (let step = 0; step < steps; step += 1) {
    const move = solve(now.curve, now.down).to1DArray();
    const stepped = (share: number) => b.map((value, j) => value + share * (move[j] ?? 0));
    let share = 1;
    let next = slopeAt(data, penalty, stepped(share));
    for (let half = 0; next.loss > now.loss && half < halvings; half += 1) {
      share /= 2;
      next = slopeAt(data, penalty, stepped(share));
    }
    if (next.loss > now.loss) break;
    b = stepped(share);
    const gained = now.loss - next.loss;
    now = next;
    if (gained < still) break;
  }
  return { coefficients: b };
}

/** Where the features of training lay and how far they spread, so that one penalty fits them all. */
export type Scale = { means: number[]; spreads: number[] };

export function scaleOf(rows: readonly (readonly number[])[]): Scale {
  const x = new Matrix(rows.map((row) => [...row]));
  const means = x.mean('column');
  // A feature that never varied says nothing; any spread will do.
  const spreads = x.standardDeviation('column', { mean: means }).map((spread) => (spread > 0 ? spread : 1));
  return { means, spreads };
}

export const scaled = ({ means, spreads }: Scale, row: readonly number[]): number[] =>
  row.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1));
