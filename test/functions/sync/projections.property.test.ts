import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoChecks, dynamoCounters } from '#functions/adapters/dynamo/checks.ts';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import type { Copies } from '#functions/ports.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import { patrol } from '#functions/sync/patrol.ts';
import { type CopyName, copyNames } from '#shared/application/copies.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { correctionTargets } from '#shared/interview/correct.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { dueDifference } from '#shared/schedule/due-items.ts';
import {
  changeOf,
  consents,
  type InterviewStore,
  inviteCommand,
  startInterviewStore,
} from '#test/functions/adapters/dynamo/store.ts';
import { createRandom, type Random } from '#test/functions/simulation/random.ts';
import { problemsOf } from '#test/functions/table-check.ts';

/** `PROJECTIONS=40` runs the first 40; `PROJECTIONS=7,7` runs this one. */
const asked = process.env.PROJECTIONS ?? '6';
const seeds = asked.includes(',')
  ? [Number(asked.split(',')[0])]
  : Array.from({ length: Number(asked) }, (_, i) => i + 1);
const steps = 24;

let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterAll(() => store.stop());

type One = { company: string; ids: ReturnType<typeof idsOf> };
const idsOf = (seed: number, company: string, n: number) => {
  const name = `${seed}${company.at(-1)}${n}`.padStart(6, '0');
  return {
    interviewId: `itv_${name}`,
    applicationId: `app_${name}`,
    candidateId: `cand_${name}`,
    requisitionId: `req_${company.slice(3)}`,
    positionId: 'pos_salesrep',
  };
};

const base = () => ({ interviews: store.interviews, clock: store.clock, copies: dynamoCopies(store.table) });
const load = ({ company, ids }: One) => store.interviews.load(company, ids.interviewId);

/** What somebody may want of it next; most of it sensible. */
function commandFor(state: InterviewState, random: Random, now: Date): InterviewCommand {
  const by = state.candidateId;
  const activeAt = state.activeAt;
  const some = (share: number) =>
    Object.fromEntries(
      state.terms.questionIds
        .filter(() => random.chance(share))
        .map((id) => [id, { sent: ['答'], typing: '', done: true }]),
    );
  const correct = () => {
    const contents = some(0.9);
    return { type: 'correct' as const, by: 'usr_hr', to: random.pick(correctionTargets), contents, activeAt };
  };
  switch (state.status) {
    case 'in_progress':
      return random.pick<InterviewCommand>([
        { type: 'end', by, contents: some(1), activeAt: activeAt ?? now.toISOString() },
        { type: 'end', by, contents: some(0.5), activeAt: activeAt ?? now.toISOString() },
        { type: 'resume', by, activeAt: activeAt ?? now.toISOString() },
        correct(),
      ]);
    case 'submitted':
      return random.chance(0.75)
        ? { type: 'decide', by: 'usr_hr', outcome: random.pick(['second_interview', 'onboarding', 'reject'] as const) }
        : correct();
    case 'evaluated':
      return { type: 'undo', by: 'usr_hr' };
    case 'incomplete':
      return random.chance(0.6) ? { type: 'restart', by } : correct();
    default:
      return { type: 'start', by, consents };
  }
}

/** load → decide → commit, as the use cases do it; somebody else may be first. */
async function command(one: One, random: Random): Promise<boolean> {
  const state = await load(one);
  if (state === undefined) return false;
  const now = store.clock.now();
  const decision = decide(state, commandFor(state, random, now), now);
  if (!decision.ok || decision.value.length === 0) return false;
  const after = decision.value.reduce<InterviewState>(evolve, state);
  const change = {
    company: one.company,
    before: state,
    after,
    events: decision.value,
    due: dueDifference(state, after),
  };
  return (await store.interviews.commit(change)).ok;
}

/** A reaction that dies before its n-th write, or lives; what it leaves half done the next one finishes. */
function dying(random: Random): Copies {
  const copies = dynamoCopies(store.table);
  let left = random.chance(0.4) ? random.pick([0, 1, 2, 3]) : Number.POSITIVE_INFINITY;
  return {
    ...copies,
    async write(change) {
      left -= 1;
      if (left < 0) throw new Error('died');
      return copies.write(change);
    },
  };
}
const react = (one: One, random: Random) =>
  bringUpToDate({ ...base(), copies: dying(random) }, one.company, one.ids.interviewId).catch((error: Error) => {
    if (error.message !== 'died') throw error;
  });

const passes: string[] = ['second_interview', 'onboarding', 'offer'];
/** Passes there have ever been: no instant may show more than these. */
async function everPassed(all: One[], company: string): Promise<number> {
  const mine = all.filter((one) => one.company === company);
  const passed = await Promise.all(
    mine.map(async ({ ids }) => {
      const history = await store.interviews.history(company, ids.interviewId);
      return history.some(({ event }) => event.type === 'decided' && passes.includes(event.data.outcome));
    }),
  );
  return passed.filter(Boolean).length;
}

async function observe(all: One[], companies: string[], until: () => boolean): Promise<string[]> {
  const wrong: string[] = [];
  do {
    for (const company of companies) {
      const { passed } = await dynamoCopies(store.table).progress(company, `req_${company.slice(3)}`);
      const most = await everPassed(all, company);
      if (passed > most) wrong.push(`${company} showed ${passed} passes of ${most}`);
    }
  } while (!until());
  return wrong;
}

const placeOf: Record<CopyName, (one: One) => Key> = {
  application: ({ company, ids }) => keys.application(company, ids.applicationId),
  dossier: ({ company, ids }) => keys.dossier(company, ids.applicationId),
  organisation: ({ company, ids }) => keys.contribution(company, ids.requisitionId, ids.interviewId),
  workbench: ({ company, ids }) => keys.workbench(company, ids.interviewId),
};
/** Of the same version and another content, gone, or of a time before. */
async function corrupt(one: One, copy: CopyName, random: Random): Promise<void> {
  const Key = placeOf[copy](one);
  const how = random.pick(['wrong', 'gone', 'old'] as const);
  if (how === 'gone') {
    await store.direct.send(new DeleteCommand({ TableName: store.direct.name, Key }));
    return;
  }
  const names = { '#status': 'status', '#value': 'value', ...(how === 'old' && { '#version': 'version' }) };
  await store.direct.send(
    new UpdateCommand({
      TableName: store.direct.name,
      Key,
      UpdateExpression: `SET #status = :wrong, #value.#status = :wrong${how === 'old' ? ', #version = :old' : ''}`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':wrong': 'cancelled', ...(how === 'old' && { ':old': 0 }) },
    }),
  );
}
async function bend(Key: Key, random: Random): Promise<void> {
  await store.direct.send(
    new UpdateCommand({
      TableName: store.direct.name,
      Key,
      UpdateExpression: 'ADD #field :by',
      ExpressionAttributeNames: { '#field': random.pick(['submitted', 'evaluated', 'no_show']) },
      ExpressionAttributeValues: { ':by': random.pick([-2, -1, 1, 2]) },
    }),
  );
}

const wrongNow = async () =>
  (await problemsOf(store.direct, store.clock.now())).filter(
    (problem) => !problem.includes('is due') && !problem.includes('ended'),
  );

describe('every projection', () => {
  it.each(seeds)(
    'seed %i: equals a replay after settling, shows no pass that never was, and is healed of what befalls it',
    async (seed) => {
      const random = createRandom(seed);
      const companies = [`co_s${seed}a`, `co_s${seed}b`];
      const all = companies.flatMap((company) => [1, 2, 3].map((n) => ({ company, ids: idsOf(seed, company, n) })));
      for (const { company, ids } of all) {
        const now = store.clock.now();
        const invited = changeOf(undefined, inviteCommand(now, ids), now);
        expect((await store.interviews.commit({ ...invited, company })).ok).toBe(true);
      }
      const wrong: string[] = [];
      for (let step = 0; step < steps; step += 1) {
        const [one, other] = [random.pick(all), random.pick(all)];
        let done = false;
        const watching = observe(all, companies, () => done);
        // Two at once, on one interview or on two; a reaction twice, late, or for what did not change.
        await Promise.all([command(one, random), command(random.chance(0.3) ? one : other, random)]);
        await Promise.all([
          react(one, random),
          react(other, random),
          ...(random.chance(0.3) ? [react(one, random)] : []),
        ]);
        done = true;
        wrong.push(...(await watching));
        store.clock.advance(random.pick(['PT1M', 'PT5M', 'PT20M']));
      }
      for (const one of all) await bringUpToDate(base(), one.company, one.ids.interviewId);
      expect(wrong).toEqual([]);
      expect(await wrongNow()).toEqual([]);

      const hurt = all.filter(() => random.chance(0.7)).map((one) => ({ one, copy: random.pick(copyNames) }));
      for (const { one, copy } of hurt) await corrupt(one, copy, random);
      for (const company of companies) {
        await bend(keys.progress(company, `req_${company.slice(3)}`), random);
        await bend(keys.counts(company), random);
      }
      expect(await wrongNow()).not.toEqual([]);
      store.clock.advance('PT24H');
      const deps = {
        ...base(),
        checks: dynamoChecks(store.table),
        counters: dynamoCounters(store.table),
        due: dynamoDue(store.table),
      };
      for (const { company, ids } of all) {
        await patrol(deps, { company, interviewId: ids.interviewId, kind: 'check', at: '2000-01-01T00:00:00.000Z' });
      }
      expect(await wrongNow()).toEqual([]);
      for (const { one, copy } of hurt) {
        const { checks } = await deps.checks.page(one.company, { drifted: true, limit: 100 });
        const mine = checks.filter(
          ({ subject }) => subject.kind === 'interview' && subject.interviewId === one.ids.interviewId,
        );
        expect(mine.flatMap(({ differences }) => differences.map(({ what }) => what))).toContain(copy);
      }
      for (const company of companies) {
        const { checks } = await deps.checks.page(company, { drifted: true, limit: 100 });
        const kinds = checks.map(({ subject }) => subject.kind);
        expect(kinds).toEqual(expect.arrayContaining(['progress', 'counts']));
        expect(checks.every(({ differences }) => differences.every(({ healed }) => healed))).toBe(true);
      }
    },
    90_000,
  );
});
