import { sampleStandardDeviation } from 'simple-statistics';

/**
 * How far the scores of those who were followed spread, over how far everybody's spread (Thorndike's u). Well below 1, as
 * always when only those hired have an outcome, a correlation is lower than it would be among everybody. It is named and
 * not corrected: the correction assumes what nobody knows of those who were turned down.
 */
export type Range = { ratio: number | null; restricted: boolean };

/** A spread this much narrower is named. */
const restrictedBelow = 0.9;

const spreadOf = (values: readonly number[]) => (values.length > 1 ? sampleStandardDeviation([...values]) : 0);

/** Null where there are not two followed people, or nobody else to compare them with. */
export function rangeOf(followed: readonly number[], everybody: readonly number[]): Range {
  const whole = spreadOf(everybody);
  const ratio = whole > 0 && followed.length > 1 ? spreadOf(followed) / whole : null;
  return { ratio, restricted: ratio !== null && ratio < restrictedBelow };
}
