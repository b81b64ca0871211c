import { describe, expect, it } from 'vitest';
import { hintsOf } from '#shared/analytics/hints.ts';
import { learnNoShows } from '#shared/analytics/predict-no-show.ts';
import { proposeWeights } from '#shared/analytics/propose-weights.ts';
import { seeded } from '#shared/seeded.ts';
import { company, expert, truth } from './company.ts';
import { figuresOf } from './company-figures.ts';

describe('companies in which nothing has to do with anything', () => {
  const drawn = Array.from({ length: 200 }, (_, at) => company({ seed: 900 + at, people: 300, planted: false }));

  it('get a false hint about as seldom as promised', () => {
    const wrong = drawn.filter((people) => hintsOf(figuresOf(people)).some(({ code }) => code !== 'reason'));
    expect(wrong.length).toBeLessThanOrEqual(18);
  });

  it('get neither new weights nor a prediction', () => {
    const some = drawn.slice(0, 8);
    const weights = some.map((people) =>
      proposeWeights({
        now: expert,
        followed: people.map(({ scores, retained }) => ({ scores, outcome: Number(retained) })),
        applicants: [],
        passAt: truth.passAt,
        dimensions: ['sex'],
        random: seeded(3),
      }),
    );
    expect(weights.filter(({ state }) => state !== 'no_gain').length).toBeLessThanOrEqual(1);
    const predictions = some.map((people) =>
      learnNoShows(
        people.map(({ facts, missed }) => ({ facts, missed })),
        seeded(4),
      ),
    );
    expect(predictions.filter(({ state }) => state === 'on').length).toBeLessThanOrEqual(1);
  });
});
