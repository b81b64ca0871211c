/** The same proportions in whole percents that add up to 100; what rounding leaves goes to the greatest. */
export function scaledToHundred(percents: readonly number[]): number[] {
  const sum = percents.reduce((all, one) => all + Math.max(0, one), 0);
  const shares = percents.map((one) => (sum > 0 ? (100 * Math.max(0, one)) / sum : 100 / percents.length));
  const rounded = shares.map(Math.round);
  const rest = 100 - rounded.reduce((all, one) => all + one, 0);
  const greatest = rounded.indexOf(Math.max(...rounded));
  return rounded.map((one, index) => (index === greatest ? one + rest : one));
}
