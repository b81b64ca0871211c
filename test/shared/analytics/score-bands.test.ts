import { describe, expect, it } from 'vitest';
import { averageRanks, type Point, pearson, spearman } from '#shared/analytics/correlation.ts';
import { scoreValidity } from '#shared/analytics/score-bands.ts';

describe('correlations', () => {
  it("Spearman's is the textbook's: IQ against hours of television, -29/165", () => {
    // The worked example of Wikipedia's «Spearman's rank correlation coefficient»; R: cor(iq, hours, method = 'spearman').
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    const found = spearman(iq.map((one, at): Point => [one, hours[at] ?? 0]));
    expect(found?.r).toBeCloseTo(-29 / 165, 12);
    // z ± 1.96 √((1 + r²/2)/7), back through tanh.
    expect(found?.low).toBeCloseTo(-0.7278, 3);
    expect(found?.high).toBeCloseTo(0.5145, 4);
  });

  it("Spearman's interval is Bonett and Wright's", () => {
    // The example of ci.spear of the R package statpsych, after Bonett & Wright, Psychometrika 65 (2000) 23-28.
    const y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19];
    const x = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51];
    const found = spearman(y.map((one, at): Point => [one, x[at] ?? 0]));
    expect(found?.r).toBeCloseTo(0.869_963_9, 7);
    expect(found?.low).toBeCloseTo(0.584_095_1, 6);
    expect(found?.high).toBeCloseTo(0.963_829_7, 6);
  });

  it("Pearson's r and interval are those of the tuna", () => {
    // Hollander & Wolfe, Nonparametric Statistical Methods (1973) 185: the example of R's cor.test.
    const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
    const panel = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];
    const found = pearson(lightness.map((one, at): Point => [one, panel[at] ?? 0]));
    expect(found?.r).toBeCloseTo(0.571_181_6, 7);
    expect(found?.low).toBeCloseTo(-0.149_742_6, 6);
    expect(found?.high).toBeCloseTo(0.895_579_5, 6);
  });

  it('shares ranks among equals', () => expect(averageRanks([30, 10, 20, 20, 10, 10])).toEqual([6, 2, 4.5, 4.5, 2, 2]));

  it("Pearson's interval is Fisher's: r 0.6 of 50 lies in 0.386 to 0.753", () => {
    // r 0.6 by construction: y is 0.6 x and 0.8 of something at right angles to it.
    const points = Array.from({ length: 50 }, (_, at): Point => {
      const turn = (2 * Math.PI * at) / 50;
      return [Math.cos(turn), 0.6 * Math.cos(turn) + 0.8 * Math.sin(turn)];
    });
    const found = pearson(points);
    expect(found?.r).toBeCloseTo(0.6, 9);
    expect(found?.low).toBeCloseTo(Math.tanh(Math.atanh(0.6) - 1.96 / Math.sqrt(47)), 4);
    expect(found?.low).toBeCloseTo(0.3861, 4);
    expect(found?.high).toBeCloseTo(0.7526, 4);
  });

  it('have no meaning for three pairs, or where one side never varies', () => {
    expect(
      pearson([
        [1, 2],
        [2, 3],
        [3, 5],
      ]),
    ).toBeNull();
    expect(
      spearman([
        [1, 2],
        [1, 3],
        [1, 5],
        [1, 7],
      ]),
    ).toBeNull();
  });
});

describe('scores against what came after', () => {
  const band = (score: number, n: number, hired: number) =>
    Array.from({ length: n }, (_, at) => ({ score: score + (at % 3), outcome: at < hired ? 1 : 0 }));
  const people = [...band(60, 50, 5), ...band(72, 40, 12), ...band(81, 30, 15), ...band(90, 20, 14)];
  const everybody = people.map(({ score }) => score);

  it('stand in bands, each with its interval: 10 % under 70, 70 % from 85 on', () => {
    const found = scoreValidity({ people, everybody, reachedFrom: 1 });
    expect(found.bands.map(({ from, below, reached }) => [from, below, reached?.rate])).toEqual([
      [0, 70, 0.1],
      [70, 80, 0.3],
      [80, 85, 0.5],
      [85, null, 0.7],
    ]);
    expect(found.correlation?.low).toBeGreaterThan(0.2);
    expect(found).toMatchObject({ n: 140, range: { ratio: 1, restricted: false } });
  });

  it('name it where only the best were followed', () => {
    const hired = people.filter(({ score }) => score >= 80);
    const found = scoreValidity({ people: hired, everybody, reachedFrom: 1 });
    expect(found.range.ratio).toBeLessThan(0.6);
    expect(found.range.restricted).toBe(true);
  });

  it('show no band of fewer than five, nor the one it could be computed from', () => {
    const few = [...people.filter(({ score }) => score < 85), ...band(90, 3, 3)];
    const found = scoreValidity({ people: few, everybody, reachedFrom: 1 });
    expect(found.bands.map(({ reached }) => reached?.of)).toEqual([50, 40, undefined, undefined]);
    expect(scoreValidity({ people: [], everybody: [], reachedFrom: 1 })).toMatchObject({
      correlation: null,
      range: { ratio: null },
    });
  });
});
