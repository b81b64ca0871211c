import { limits } from '../limits.ts';
import { seeded } from '../seeded.ts';

/** One person's level for one answer, with what the scorer had made of it then (0-100; null where it gave no number). */
export type RatedAnswer = {
  interviewId: string;
  questionId: string;
  userId: string;
  level: number;
  score: number | null;
  /** 'name@version'. */
  scorer: string;
};

/** Quadratic weighted kappa with its 95 % interval: 1 is the same level every time, 0 what chance would give. */
export type Agreement = { kappa: number; low: number; high: number };

/** Two levels of one answer, each 1-5. */
export type Pair = readonly [number, number];

const levels = 5;
const resamples = 1000;
/** Any number would do; always the same one gives the same interval for the same ratings. */
const seed = 20_240_501;

/** A level stands for its share of a hundred: 20 → 1, 40 → 2, … 100 → 5. */
export const levelOfScore = (score: number): number => Math.min(levels, Math.max(1, Math.round(score / 20)));

const answerOf = ({ interviewId, questionId }: RatedAnswer): string => `${interviewId} ${questionId}`;

/** People against one scorer, answer by answer. */
export function pairsWithScorer(ratings: RatedAnswer[], scorer: string): Pair[][] {
  const scored = ratings.filter((one) => one.scorer === scorer && one.score !== null);
  return [...Map.groupBy(scored, answerOf).values()].map((own) =>
    own.map(({ level, score }): Pair => [level, levelOfScore(score ?? 0)]),
  );
}

/** Every two people who rated the same answer; who is named first is chance, so each stands on both sides. */
export function pairsBetweenPeople(ratings: RatedAnswer[]): Pair[][] {
  return [...Map.groupBy(ratings, answerOf).values()]
    .filter((own) => own.length > 1)
    .map((own) => own.flatMap((a, i) => own.flatMap((b, k): Pair[] => (i === k ? [] : [[a.level, b.level]]))));
}

/** The scorer of the newest rating, '' where there is none: a new model has to be calibrated anew. */
export const newestScorer = (ratings: (RatedAnswer & { at: string })[]): string =>
  ratings.toSorted((a, b) => b.at.localeCompare(a.at))[0]?.scorer ?? '';

export type Calibration = { pairs: number; needed: number; calibrated: boolean };

/** Whether enough answers of a position were rated by this scorer and by a person. An answer counts once. */
export function calibrationOf(ratings: RatedAnswer[], scorer: string): Calibration {
  const pairs = pairsWithScorer(ratings, scorer).length;
  return { pairs, needed: limits.calibrationPairs, calibrated: pairs >= limits.calibrationPairs };
}

const cellOf = ([a, b]: Pair): number => (a - 1) * levels + b - 1;

function addTo(table: Float64Array, cells: readonly number[]): void {
  for (const cell of cells) table[cell] = (table[cell] ?? 0) + 1;
}

/** `table`: how often each two levels met, row by row. Undefined where chance alone could not disagree: everybody gave one and the same level. */
function kappaOf(table: Float64Array): number | undefined {
  const rows = new Float64Array(levels);
  const columns = new Float64Array(levels);
  let all = 0;
  table.forEach((count, at) => {
    rows[Math.floor(at / levels)] = (rows[Math.floor(at / levels)] ?? 0) + count;
    columns[at % levels] = (columns[at % levels] ?? 0) + count;
    all += count;
  });
  let observed = 0;
  let expected = 0;
  table.forEach((count, at) => {
    const apart = (Math.floor(at / levels) - (at % levels)) ** 2;
    observed += apart * count;
    expected += (apart * (rows[Math.floor(at / levels)] ?? 0) * (columns[at % levels] ?? 0)) / all;
  });
  return expected > 0 ? 1 - observed / expected : undefined;
}

/** Quadratic weighted kappa of two raters over levels 1-5; undefined where it has no meaning. */
export function quadraticWeightedKappa(pairs: readonly Pair[]): number | undefined {
  const table = new Float64Array(levels * levels);
  addTo(table, pairs.map(cellOf));
  return kappaOf(table);
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * The agreement over all pairs, with an interval from drawing whole answers again and again: several ratings of one
 * answer are no independent ones. Null where there is too little to say anything.
 */
export function agreementOf(answers: readonly Pair[][]): Agreement | null {
  const kappa = quadraticWeightedKappa(answers.flat());
  if (answers.length < 2 || kappa === undefined) return null;
  const cells = answers.map((pairs) => pairs.map(cellOf));
  const random = seeded(seed);
  const drawn: number[] = [];
  const sum = new Float64Array(levels * levels);
  for (let round = 0; round < resamples; round += 1) {
    sum.fill(0);
    for (let n = 0; n < cells.length; n += 1) addTo(sum, cells[Math.floor(random() * cells.length)] ?? []);
    const one = kappaOf(sum);
    if (one !== undefined) drawn.push(one);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? kappa;
  return { kappa: rounded(kappa), low: rounded(at(0.025)), high: rounded(at(0.975)) };
}
