import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerOffer } from '#functions/application/answer-hiring.ts';
import { decideOutcome, undoDecision } from '#functions/application/decide.ts';
import { enterRound } from '#functions/application/enter-round.ts';
import { joined, undoJoined } from '#functions/application/joined.ts';
import { makeOffer } from '#functions/application/make-offer.ts';
import { decline } from '#functions/interview/decline.ts';
import { createDepartment } from '#functions/organisation/department.ts';
import { savePost } from '#functions/organisation/post.ts';
import { create, save } from '#functions/requisition/edit.ts';
import { close, reopen } from '#functions/requisition/turn.ts';
import { replay } from '#shared/interview/evolve.ts';
import { fillsSeat, hasJoined, isPass } from '#shared/interview/hiring.ts';
import { type InterviewState, outcomeSchema } from '#shared/interview/state.ts';
import { createMortality, Died } from '#test/functions/mortal.ts';
import { createRandom, type Random } from '#test/functions/simulation/random.ts';
import { hr, type OrganisationStage, pos, startOrganisation } from './stage.ts';

const { dice: dying, mortal } = createMortality();
const onlyDeath = (error: unknown): void => {
  // What died while somebody else moved its due item cannot be set aside: the item is the other one's.
  const moved = error instanceof ConditionalCheckFailedException;
  if (!(error instanceof Died) && !moved) throw error;
};

let stage: OrganisationStage;
beforeAll(async () => {
  stage = await startOrganisation({ quiet: null }, ({ copies, requests, requisitions }) => ({
    copies: mortal(copies),
    requests: mortal(requests),
    requisitions: mortal(requisitions),
  }));
});
afterAll(() => stage.store.stop());
afterEach(() => {
  dying.chance = 0;
});

type Place = { departmentId: string; positionId: string };
/** Whatever somebody wants of one of the applications at this moment; most of it is refused. */
async function want(random: Random, state: InterviewState): Promise<unknown> {
  const at = { interviewId: state.interviewId };
  const { hiring } = await stage.load(state);
  const asks = [
    () => decideOutcome(stage.deps, stage.hr(at, { outcome: random.pick(outcomeSchema.options) })),
    () => decideOutcome(stage.deps, stage.hr(at, { outcome: random.pick(['offer', 'onboarding'] as const) })),
    () => undoDecision(stage.deps, stage.hr(at, {})),
    () => makeOffer(stage.deps, stage.hr(at, { date: '2027-12-31', time: '18:00', words: '' })),
    () => {
      const answer = random.pick(['accepted', 'declined'] as const);
      return answerOffer(stage.deps, stage.candidate(state, { since: hiring.offer?.since ?? 1, answer }));
    },
    () => joined(stage.deps, stage.hr(at, {})),
    () => joined(stage.deps, stage.hr(at, {})),
    () => undoJoined(stage.deps, stage.hr(at, {})),
    // Something that happens to whoever has joined, and changes nothing of it.
    () => {
      const score = random.pick([60, 70, 80, 90]);
      return enterRound(stage.deps, stage.hr(at, { round: 'written_test' as const, score, passed: true, words: '' }));
    },
  ];
  if (random.chance(0.03)) {
    asks.push(() => decline(stage.deps, stage.candidate(state, { reason: 'withdrawn' as const })));
  }
  const ask = random.pick(asks);
  // The same request may arrive twice at once.
  return random.chance(0.2) ? Promise.all([ask(), ask()]) : ask();
}

/** What HR does to the organisation meanwhile; answers how many are in post besides those who join, where HR said so. */
async function rearrange(random: Random, place: Place, requisitionId: string): Promise<number | undefined> {
  const kind = random.pick(['post', 'size', 'size', 'turn'] as const);
  if (kind === 'post') {
    const seen = await stage.post(place.departmentId);
    const [inPost, headcount] = [random.pick([0, 1, 2, 4]), random.pick([3, 5, 8])];
    const input = { version: seen?.version ?? 0, headcount, inPost, joined: seen?.joined ?? 0 };
    const done = await savePost(stage.deps, stage.ask(place, input));
    return done.ok ? inPost - input.joined : undefined;
  }
  if (kind === 'turn') {
    const turn = random.pick([close, reopen]);
    await turn(stage.deps, stage.hr({ requisitionId }, {}));
    return undefined;
  }
  const now = await stage.deps.directory.requisition(stage.company, requisitionId);
  const vacancies = Math.max(1, (now?.vacancies ?? 1) + random.pick([-1, 1]));
  const input = {
    version: now?.version ?? 0,
    vacancies,
    priority: 'normal' as const,
    deputyId: null,
    interviewerIds: [],
  };
  await save(stage.deps, stage.ask({ requisitionId }, input));
  return undefined;
}

async function never(place: Place, reqs: readonly string[]): Promise<void> {
  const now = await stage.post(place.departmentId);
  for (const name of ['headcount', 'inPost', 'vacancies', 'onTheWay', 'sought', 'joined'] as const) {
    expect(now?.[name]).toBeGreaterThanOrEqual(0);
  }
  for (const id of reqs) {
    const [holders, one] = await Promise.all([
      stage.deps.requisitions.holders(stage.company, id),
      stage.deps.directory.requisition(stage.company, id),
    ]);
    expect(holders.length).toBeLessThanOrEqual(one?.vacancies ?? 0);
  }
  for (const { filled, joined: arrived, passed } of now?.requisitions ?? []) {
    expect(arrived).toBeLessThanOrEqual(filled);
    expect(filled).toBeLessThanOrEqual(passed);
  }
}

async function opened(place: Place, vacancies: number): Promise<string> {
  const people = { ownerId: hr.userId, deputyId: null, interviewerIds: [] };
  const made = await create(stage.deps, stage.ask({}, { ...place, vacancies, priority: 'normal' as const, ...people }));
  if (!made.ok) throw new Error(made.error.code);
  return made.value.requisitionId;
}

async function live(seed: number): Promise<void> {
  const random = createRandom(seed);
  dying.random = createRandom(seed + 1000);
  const made = await createDepartment(
    stage.deps,
    stage.ask({}, { name: `第${seed}分公司`, parentId: null, headUserIds: [], order: seed }),
  );
  if (!made.ok) throw new Error(made.error.code);
  const place = { departmentId: made.value.departmentId, positionId: pos };
  let others = 3;
  await savePost(stage.deps, stage.ask(place, { version: 0, headcount: 8, inPost: others, joined: 0 }));
  const reqs = [await opened(place, random.pick([1, 2])), await opened(place, 2)];
  const people: InterviewState[] = [];
  for (const id of reqs) for (let n = 0; n < 3; n += 1) people.push(await stage.submitted(id));
  for (let n = 0; n < 10; n += 1) {
    const some = people.filter(() => random.chance(0.5));
    const [said] = await Promise.all([
      random.chance(0.6) ? rearrange(random, place, random.pick(reqs)) : undefined,
      ...some.map((one) => want(random, one)),
    ]);
    others = said ?? others;
    await never(place, reqs);
    dying.chance = 0.12;
    for (const one of people) if (random.chance(0.6)) await stage.react(one.interviewId).catch(onlyDeath);
    if (random.chance(0.4)) await stage.tick(onlyDeath);
    dying.chance = 0;
    await never(place, reqs);
    if (random.chance(0.5)) stage.clock.advance(random.pick(['PT1M', 'PT6M', 'PT11M']));
  }
  // The stream comes to everything at last, twice, and then some minutes pass.
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
  const now = await stage.post(place.departmentId);
  const arrived = all.filter(hasJoined).length;
  expect(now).toMatchObject({
    joined: arrived,
    inPost: Math.max(0, others + arrived),
    vacancies: Math.max(0, (now?.headcount ?? 0) - Math.max(0, others + arrived)),
    onTheWay: all.filter(fillsSeat).length - arrived,
  });
  for (const id of reqs) {
    const own = all.filter(({ requisitionId }) => requisitionId === id);
    const shown = now?.requisitions.find(({ requisitionId }) => requisitionId === id);
    expect(shown).toMatchObject({
      passed: own.filter(isPass).length,
      filled: own.filter(fillsSeat).length,
      joined: own.filter(hasJoined).length,
    });
    // Full is closed, whoever closed it; what closed by itself is open once it is not full.
    if ((shown?.filled ?? 0) >= (shown?.vacancies ?? 0)) expect(shown?.closedAt).not.toBeNull();
  }
  const { own, total } = await stage.department(place.departmentId);
  expect(total).toEqual(own);
  expect(own).toMatchObject({ headcount: now?.headcount, inPost: now?.inPost, vacancies: now?.vacancies });
}

describe('编制, 在职 and 缺编 equal a replay', () => {
  it.each(Array.from({ length: 5 }, (_, i) => i + 1))(
    'whatever is wanted at once, repeated, rearranged, or dies on the way (%i)',
    async (seed) => live(seed),
    90_000,
  );
});
