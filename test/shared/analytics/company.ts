import type { NoShowFacts } from '#shared/analytics/no-show-facts.ts';
import { overall } from '#shared/analytics/propose-weights.ts';
import type { Asked } from '#shared/analytics/question-figures.ts';
import type { InStage } from '#shared/analytics/stage-time.ts';
import type { NoShowReason } from '#shared/interview/appointment.ts';
import { seeded } from '#shared/seeded.ts';
import { drawsOf, logistic } from './draw.ts';

/** What is true of every company drawn here; what the figures have to find again. */
export const truth = {
  graduates: 0.4,
  missed: { graduate: 0.26, experienced: 0.12 },
  /** Of the no-shows; technical reasons stand out. */
  reasons: { technical: 0.4, forgot: 0.3, conflict: 0.2, other: 0.1 },
  /** Device b is in trouble, the others now and then. */
  trouble: { a: 0.05, b: 0.25, c: 0.05 },
  /** Of scores, normally distributed. */
  mean: 75,
  spread: 10,
  /** The fourth competency (情绪管理) drives retention and performance; the others do nothing. */
  driver: 3,
  /** Correlation of the driver's score with performance. */
  performance: 0.5,
  /** Mean hours in a stage, exponentially distributed. */
  stageHours: 48,
  /** Points the biased rule takes off for being a woman, and where it draws its line. */
  bias: 5,
  passAt: 72,
} as const;

export const expert = [30, 25, 20, 15, 10];

export type Person = {
  kind: 'graduate' | 'experienced';
  sex: 'female' | 'male';
  ageBand: '18-24' | '25-34' | '35-49';
  device: 'a' | 'b' | 'c';
  troubled: boolean;
  facts: NoShowFacts;
  missed: boolean;
  reason: NoShowReason | null;
  scores: number[];
  asked: Asked[];
  passedBiased: boolean;
  passedFair: boolean;
  retained: boolean;
  performance: number;
  stay: InStage;
};

/** `planted` false: the same figures overall, and nothing has anything to do with anything. */
export type Drawn = { seed: number; people: number; planted?: boolean };

export function company({ seed, people, planted = true }: Drawn): Person[] {
  const random = seeded(seed);
  const draw = drawsOf(random);
  const { chance, normal, one } = draw;
  const evenly = truth.graduates * truth.missed.graduate + (1 - truth.graduates) * truth.missed.experienced;
  const reason = (): NoShowReason => {
    let left = random();
    for (const [name, share] of Object.entries(truth.reasons)) {
      left -= share;
      if (left < 0) return name as NoShowReason;
    }
    return 'other';
  };

  /** Drawn from what came, so that the rates above are exact: those who will come confirm more, and book later. */
  const factsFor = (missed: boolean): NoShowFacts => {
    const tells = planted && missed;
    return {
      leadHours: draw.waiting(tells ? 70 : 40),
      remindersDelivered: one([1, 2, 2]),
      remindersRead: one([0, 1, 2]),
      confirmed: chance(tells ? 0.25 : 0.7),
      preCheck: one(['passed', 'failed', 'not_done']),
      earlierNoShows: draw.count(tells ? 0.5 : 0.1),
      slotHour: one([9, 11, 14, 16, 20]),
      slotWeekday: one([1, 2, 3, 4, 5]),
    };
  };

  return Array.from({ length: people }, (): Person => {
    const kind = chance(truth.graduates) ? ('graduate' as const) : ('experienced' as const);
    const sex = one(['female', 'male'] as const);
    const device = one(['a', 'b', 'c'] as const);
    const missed = chance(planted ? truth.missed[kind] : evenly);
    const scores = expert.map(() => normal(truth.mean, truth.spread));
    const driver = planted ? ((scores[truth.driver] ?? truth.mean) - truth.mean) / truth.spread : normal();
    const total = overall(scores, expert);
    const put = (questionId: string, score: number): Asked => ({
      questionId,
      score,
      skipped: false,
      seconds: 60 + draw.waiting(60),
      complained: chance(0.02),
      realism: one([3, 4, 5]),
    });
    const gone = draw.waiting(truth.stageHours);
    const watched = 24 + 176 * random();
    return {
      kind,
      sex,
      ageBand: one(['18-24', '25-34', '35-49'] as const),
      device,
      troubled: chance(planted ? truth.trouble[device] : 0.1),
      facts: factsFor(missed),
      missed,
      reason: missed ? reason() : null,
      scores,
      asked: [
        put('telling', total + normal(0, 4)),
        put('useless', normal(truth.mean, 8)),
        ...[1, 2, 3].map((at) => put(`other_${at}`, total + normal(0, 4))),
      ],
      passedBiased: total - (planted && sex === 'female' ? truth.bias : 0) >= truth.passAt,
      passedFair: total >= truth.passAt,
      retained: chance(logistic(0.9 + 1.2 * driver)),
      performance: truth.performance * driver + Math.sqrt(1 - truth.performance ** 2) * normal(),
      stay:
        gone <= watched ? { hours: gone, end: chance(0.8) ? 'moved_on' : 'lost' } : { hours: watched, end: 'waiting' },
    };
  });
}
