import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOffer } from '#functions/application/answer-hiring.ts';
import { decideOutcome, undoDecision } from '#functions/application/decide.ts';
import { joined } from '#functions/application/joined.ts';
import { makeOffer } from '#functions/application/make-offer.ts';
import { decline } from '#functions/interview/decline.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Copies, Interviews } from '#functions/ports.ts';
import { replay } from '#shared/interview/evolve.ts';
import { fillsSeat, holdsSeat, isPass, waitsForSeat } from '#shared/interview/hiring.ts';
import { type InterviewState, outcomeSchema } from '#shared/interview/state.ts';
import { createMortality, onlyDeath } from '#test/functions/mortal.ts';
import { createRandom, type Random } from '#test/functions/simulation/random.ts';
import { type HiringStage, startHiringStage } from './stage.ts';

const { dice: dying, mortal } = createMortality();

type Mistake = {
  copies?: (copies: Copies) => Copies;
  requisitions?: (requisitions: Requisitions) => Requisitions;
  interviews?: (interviews: Interviews) => Interviews;
};

const startStage = ({ copies: c, requisitions: r, interviews: i }: Mistake = {}) =>
  startHiringStage(
    { quiet: null },
    ({ copies, requests, requisitions }) => ({
      copies: mortal(c?.(copies) ?? copies),
      requests: mortal(requests),
      requisitions: mortal(r?.(requisitions) ?? requisitions),
    }),
    i,
  );

/** Whatever somebody wants of one of the applications at this moment; most of it is refused. */
async function want(stage: HiringStage, random: Random, state: InterviewState): Promise<unknown> {
  const now = await stage.load(state);
  const at = { interviewId: state.interviewId };
  const { offer } = now.hiring;
  const asks = [
    () => decideOutcome(stage.deps, stage.hr(at, { outcome: random.pick(outcomeSchema.options) })),
    () => decideOutcome(stage.deps, stage.hr(at, { outcome: random.pick(['offer', 'onboarding'] as const) })),
    () => undoDecision(stage.deps, stage.hr(at, {})),
    () => makeOffer(stage.deps, stage.hr(at, { date: '2027-12-31', time: '18:00', words: '' })),
    () => {
      const answer = random.pick(['accepted', 'declined'] as const);
      return answerOffer(stage.deps, stage.candidate(state, { since: offer?.since ?? 1, answer }));
    },
    () => joined(stage.deps, stage.hr(at, {})),
  ];
  if (random.chance(0.03))
    asks.push(() => decline(stage.deps, stage.candidate(state, { reason: 'withdrawn' as const })));
  const ask = random.pick(asks);
  // The same request may arrive twice at once.
  return random.chance(0.2) ? Promise.all([ask(), ask()]) : ask();
}

async function live(stage: HiringStage, seed: number): Promise<void> {
  const random = createRandom(seed);
  dying.random = createRandom(seed + 1000);
  const vacancies = random.pick([1, 1, 2]);
  const req = await stage.opening(vacancies);
  const people = await Promise.all([1, 2, 3].map(() => stage.submitted(req)));
  people.push(await stage.invited(req));
  const { requisitions, copies } = stage.sound;
  const never = async () => {
    const holders = await requisitions.holders(stage.company, req);
    expect(holders.length).toBeLessThanOrEqual(vacancies);
    const { filled } = await copies.progress(stage.company, req);
    expect(filled).toBeGreaterThanOrEqual(0);
  };
  for (let n = 0; n < 14; n += 1) {
    const some = people.filter(() => random.chance(0.6));
    await Promise.all(some.map((one) => want(stage, random, one)));
    await never();
    dying.chance = 0.12;
    for (const one of people) if (random.chance(0.6)) await stage.react(one.interviewId).catch(onlyDeath);
    if (random.chance(0.4)) await stage.tick(onlyDeath);
    dying.chance = 0;
    await never();
    if (random.chance(0.5)) stage.clock.advance(random.pick(['PT1M', 'PT6M', 'PT11M']));
  }
  // The stream comes to everything at last, and then some minutes pass.
  for (let n = 0; n < 3; n += 1) {
    for (const one of people) await stage.react(one.interviewId);
    stage.clock.advance('PT2M');
    await stage.tick();
  }
  stage.queued.length = 0;
  const states = await Promise.all(
    people.map(async ({ interviewId }) => replay(await stage.deps.interviews.history(stage.company, interviewId))),
  );
  const all = states.filter((state) => state !== undefined);
  const count = (holds: (state: InterviewState) => boolean) => all.filter(holds).length;
  const standing = await requisitions.standing(stage.company, req);
  const progress = await copies.progress(stage.company, req);
  expect((await requisitions.holders(stage.company, req)).sort()).toEqual(
    all
      .filter(holdsSeat)
      .map(({ interviewId }) => interviewId)
      .sort(),
  );
  expect(progress).toMatchObject({ filled: count(fillsSeat), passed: count(isPass) });
  expect(standing?.filled).toBe(count(fillsSeat));
  expect(standing?.closedAt !== null).toBe(count(fillsSeat) >= vacancies);
  expect(standing?.untold).toBeNull();
  const closed = standing?.closedAt !== null;
  for (const state of all) {
    if (closed && waitsForSeat(state)) expect(state.hiring.closure).not.toBeNull();
    if (!closed) expect(state.hiring.closure).toBeNull();
  }
}

describe('vacancies are seats', () => {
  let stage: HiringStage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.store.stop());

  it.each(Array.from({ length: 10 }, (_, i) => i + 1))(
    'whatever is wanted at once, repeated, or dies on the way (%i)',
    async (seed) => live(stage, seed),
    60_000,
  );
});

/** Of a step that takes or frees a seat, as if it did neither. */
const seatless =
  (of: (after: InterviewState) => boolean) =>
  (interviews: Interviews): Interviews => ({
    ...interviews,
    commit: (change) => {
      const { before, after } = change;
      const silent = before !== undefined && of(after) && holdsSeat(before) !== holdsSeat(after);
      return interviews.commit(silent ? { ...change, before: { ...after, version: before.version } } : change);
    },
  });

/** The mistakes that this is for. */
const mistakes: Record<string, Mistake> = {
  'an offer takes no seat': { interviews: seatless(holdsSeat) },
  'whoever leaves keeps their seat': { interviews: seatless((after) => !holdsSeat(after)) },
  'who joins is counted once more': {
    copies: (copies) => ({
      ...copies,
      write: (change) =>
        copies.write(
          change.copy === 'organisation' && change.stored
            ? { ...change, stored: { ...change.stored, value: { ...change.stored.value, filled: 0 } } }
            : change,
        ),
    }),
  },
  'nobody sees that a requisition is full': {
    requisitions: (requisitions) => ({ ...requisitions, settle: async () => undefined }),
  },
};

describe('a planted mistake is found out', () => {
  it.each(Object.keys(mistakes))(
    '%s',
    async (name) => {
      const stage = await startStage(mistakes[name]);
      const outcomes: string[] = [];
      for (let seed = 1; seed <= 6 && !outcomes.includes('found'); seed += 1) {
        outcomes.push(await live(stage, seed).then(() => 'missed', foundOut));
      }
      await stage.store.stop();
      expect(outcomes).toContain('found');
    },
    120_000,
  );
});

/** By what is expected, and not because something broke down. */
function foundOut(error: unknown): string {
  if (error instanceof Error && error.name === 'AssertionError') return 'found';
  throw error;
}
