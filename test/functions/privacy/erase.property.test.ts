import { afterAll, beforeAll, expect, it } from 'vitest';
import { erase } from '#functions/privacy/erase.ts';
import { Crash, dyingAfter, type PrivacyStage, startPrivacyStage } from './stage.ts';

let stage: PrivacyStage;
beforeAll(async () => {
  stage = await startPrivacyStage();
});
afterAll(() => stage.stop());

type Somebody = Awaited<ReturnType<PrivacyStage['somebody']>>;

/** Goes on, worker after worker, until it says that it is done. */
async function finish(erasureId: string): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    const outcome = await erase(stage.eraseDeps(), stage.company, erasureId);
    if (outcome === 'done') return;
    stage.clock.advance('PT4H');
  }
  throw new Error('never done');
}

/** What may still hold an id: that it was deleted, the certificate, and what expires by itself within days. */
const stub = /^c#co_test#(erased#|erasures\||witnessed\||audit)|^c#co_test#op#|^receipt#/;

const left = async ({ mark, phone, openid, fileId, ...ids }: Somebody) => ({
  words: await stage.placesOf(mark, phone, `"${openid}"`, fileId),
  ids: (await stage.placesOf(ids.candidateId, ids.interviewId, ids.applicationId)).filter((place) => !stub.test(place)),
});

it('a deletion that is cut off after any write goes on and leaves nothing [SCENARIOS 26]', {
  timeout: 240_000,
}, async () => {
  const first = await stage.somebody();
  expect((await left(first)).words.length).toBeGreaterThan(20);
  const asked = await stage.asked(first.candidateId);
  const whole = dyingAfter(Number.POSITIVE_INFINITY);
  await erase(
    stage.eraseDeps(whole.table(stage.table), whole.shredder(stage.shredder)),
    stage.company,
    asked.erasureId,
  );
  const writes = whole.made();
  expect(writes).toBeGreaterThan(40);
  await finish(asked.erasureId);
  expect(await left(first)).toEqual({ words: [], ids: [] });

  const every = process.env.MIANLIAO_EVERY_WRITE === undefined ? Math.ceil(writes / 4) : 1;
  const others: Somebody[] = [];
  for (let n = 1; n <= writes; n += every) {
    const somebody = await stage.somebody();
    const { erasureId } = await stage.asked(somebody.candidateId);
    const dying = dyingAfter(n);
    const deps = stage.eraseDeps(dying.table(stage.table), dying.shredder(stage.shredder));
    await erase(deps, stage.company, erasureId).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    await finish(erasureId);
    others.push(somebody);
  }
  for (const somebody of others) expect(await left(somebody)).toEqual({ words: [], ids: [] });
});

it('an evaluation that runs meanwhile brings nothing back [SCENARIOS 26]', { timeout: 60_000 }, async () => {
  const somebody = await stage.somebody();
  const { company, candidateId, interviewId } = { ...somebody, company: stage.company };
  const { erasureId } = await stage.asked(candidateId);
  const asked = await stage.after(await stage.load({ interviewId }), {
    type: 'askEvaluation',
    by: 'usr_1',
    because: 'asked',
  });
  const outcome = await stage.judged(asked, {
    scorer: {
      ...stage.deps.scorer,
      judge: async (...given) => {
        expect(await erase(stage.eraseDeps(), company, erasureId)).toBe('settling');
        return stage.deps.scorer.judge(...given);
      },
    },
  });
  expect(outcome).toBe('stale');
  // What else was under way: each of them had read before the door was shut.
  await stage.deps.interviews.putNote(company, interviewId, { name: 'late', value: { text: somebody.mark } });
  await stage.deps.copies.write({
    company,
    copy: 'dossier',
    state: asked,
    stored: undefined,
    value: { status: asked.status, words: somebody.mark },
  });
  expect(await stage.deps.interviews.load(company, interviewId)).toBeUndefined();
  const meanwhile = await left(somebody);
  // The record of a judgement may have been written in between: it goes with the second look.
  expect(meanwhile.words.filter((place) => !place.startsWith('s3:') && !stub.test(place))).toEqual([]);
  await finish(erasureId);
  expect(await left(somebody)).toEqual({ words: [], ids: [] });
  const done = await stage.eraseDeps().erasures.get(company, erasureId);
  expect(done).toMatchObject({ state: 'done', links: null, counts: { interviews: 1, recordings: 1, files: 1 } });
  expect(done?.hash).toMatch(/^[0-9a-f]{64}$/);
});

it('a legal hold stands in the way, and the numbers of an opening stay', { timeout: 60_000 }, async () => {
  const somebody = await stage.somebody();
  const { company } = stage;
  const before = await stage.deps.copies.progress(company, somebody.requisitionId);
  const { erasureId } = await stage.asked(somebody.candidateId);
  const at = stage.clock.now().toISOString();
  await stage.holds.put(company, { candidateId: somebody.candidateId, reason: '诉讼', by: 'usr_1', at });
  expect(await erase(stage.eraseDeps(), company, erasureId)).toBe('held');
  expect((await left(somebody)).words.length).toBeGreaterThan(20);
  await stage.holds.lift(company, somebody.candidateId);
  await finish(erasureId);
  expect(await left(somebody)).toEqual({ words: [], ids: [] });
  const after = await stage.deps.copies.progress(company, somebody.requisitionId);
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
  expect(sum(after.counts)).toBe(sum(before.counts));
  expect(after.counts.submitted).toBe(0);
  expect(await stage.holds.put(company, { candidateId: somebody.candidateId, reason: '太晚', by: 'usr_1', at })).toBe(
    false,
  );
});
