import { expect } from 'vitest';
import { dynamoChecks, dynamoCounters } from '#functions/adapters/dynamo/checks.ts';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import type { Copies } from '#functions/ports.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import { patrol } from '#functions/sync/patrol.ts';
import { changeOf, type InterviewStore, inviteCommand } from '#test/functions/adapters/dynamo/store.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
import { onlyDeath } from '#test/functions/mortal.ts';
import { createRandom } from '#test/functions/simulation/random.ts';
import { problemsOf } from '#test/functions/table-check.ts';
import { command, type One } from './command.ts';
import { bend, corrupt } from './harm.ts';
import { dying, held, watched } from './reaction.ts';

export type Mutant = (copies: Copies) => Copies;
const sound: Mutant = (copies) => copies;

/**
 * Two companies with three people each: commands at once, reactions late, twice and dying at any point, then harm that no
 * event tells of. Whatever happens, nobody is shown what is not so, all projections equal a replay in the end, and the
 * daily check finds and heals the harm. `mutant`: what a mistake would make of the copies; it must be found out.
 */
export async function tellStory(store: InterviewStore, seed: number, steps: number, mutant = sound): Promise<void> {
  const random = createRandom(seed);
  const companies = [`co_s${seed}a`, `co_s${seed}b`];
  const all = companies.flatMap((company) => [1, 2, 3].map((n) => ({ company, ids: idsOf(seed, company, n) })));
  for (const { company, ids } of all) {
    const now = store.clock.now();
    const invited = changeOf(undefined, inviteCommand(now, ids), now);
    expect((await store.interviews.commit({ ...invited, company })).ok).toBe(true);
  }
  const wrong: string[] = [];
  const copies = watched(mutant(dynamoCopies(store.table)), store, all, wrong);
  const base = { ...figuresOn(store.table), interviews: store.interviews, clock: store.clock, copies };
  const settle = ({ company, ids }: One, with_ = copies) =>
    bringUpToDate({ ...base, copies: with_ }, company, ids.interviewId);
  const react = (one: One) => settle(one, dying(copies, random)).catch(onlyDeath);
  /** Has read what there was, before there was more; writes when it is called. */
  async function overtaken(one: One): Promise<() => Promise<unknown>> {
    const { copies: waiting, reading, release } = held(copies);
    const done = settle(one, waiting);
    await Promise.race([reading, done]);
    await command(store, one, random);
    return () => {
      release();
      return done;
    };
  }
  for (let step = 0; step < steps; step += 1) {
    const [one, other] = [random.pick(all), random.pick(all)];
    // Two at once, on one interview or on two; a reaction to what was before may still be under way.
    await Promise.all([
      command(store, one, random),
      command(store, random.chance(0.3) ? one : other, random),
      ...(random.chance(0.4) ? [react(one)] : []),
    ]);
    const late = random.chance(0.3) ? await overtaken(one) : undefined;
    await Promise.all([react(one), react(other), ...(random.chance(0.3) ? [react(one)] : [])]);
    await late?.();
    store.clock.advance(random.pick(['PT1M', 'PT5M', 'PT20M']));
  }
  for (const one of all) await settle(one);
  expect(wrong).toEqual([]);
  expect(await wrongNow(store)).toEqual([]);

  const hurt = [];
  for (const one of all) if (random.chance(0.7)) hurt.push({ one, copy: await corrupt(store, one, random) });
  for (const company of companies) {
    await bend(store, keys.progress(company, `req_${company.slice(3)}`), random);
    await bend(store, keys.counts(company), random);
  }
  expect(await wrongNow(store)).not.toEqual([]);
  store.clock.advance('PT24H');
  const deps = {
    ...base,
    checks: dynamoChecks(store.table),
    counters: dynamoCounters(store.table),
    due: dynamoDue(store.table),
  };
  for (const { company, ids } of all) {
    await patrol(deps, { company, interviewId: ids.interviewId, kind: 'check', at: '2000-01-01T00:00:00.000Z' });
  }
  expect(await wrongNow(store)).toEqual([]);
  for (const company of companies) {
    const { checks } = await deps.checks.page(company, { drifted: true, limit: 100 });
    for (const { one, copy } of hurt.filter((some) => some.one.company === company)) {
      const mine = checks.filter(
        ({ subject }) => subject.kind === 'interview' && subject.interviewId === one.ids.interviewId,
      );
      expect(mine.flatMap(({ differences }) => differences.map(({ what }) => what))).toContain(copy);
    }
    expect(checks.map(({ subject }) => subject.kind)).toEqual(expect.arrayContaining(['progress', 'counts']));
    expect(checks.every(({ differences }) => differences.every(({ healed }) => healed))).toBe(true);
  }
}

const idsOf = (seed: number, company: string, n: number): One['ids'] => {
  const name = `${seed}${company.at(-1)}${n}`.padStart(6, '0');
  return {
    interviewId: `itv_${name}`,
    applicationId: `app_${name}`,
    candidateId: `cand_${name}`,
    requisitionId: `req_${company.slice(3)}`,
    positionId: 'pos_salesrep',
  };
};

/** No sweep runs here, so what is due stays so. */
const wrongNow = async (store: InterviewStore) =>
  (await problemsOf(store.direct, store.clock.now())).filter(
    (problem) => !problem.includes('is due') && !problem.includes('ended'),
  );
