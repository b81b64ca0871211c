import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LimitAsked, limiting } from '#functions/access/limiting.ts';
import { dynamoShares } from '#functions/adapters/dynamo/shares.ts';
import type { Shares } from '#functions/ports/access.ts';
import { type Rate, rateClassOf, rates } from '#shared/access/rates.ts';
import { type InterviewStore, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';

const actor = { role: 'recruiter', company: 'co_a', userId: 'usr_a' } as const;
const person = (operation: LimitAsked['operation'], userId = 'usr_a', company = 'co_a'): LimitAsked => ({
  operation,
  actor: { ...actor, userId, company },
  address: '198.51.100.7',
  link: undefined,
});
const stranger = (link: string, address = '198.51.100.7'): LimitAsked => ({
  operation: 'session.openLink',
  actor: undefined,
  address,
  link,
});

/** The table's conditional addition, without the table. */
function memoryShares(): Shares & { writes: number } {
  const taken = new Map<string, number>();
  return {
    writes: 0,
    async take({ company, whom, n }, { lease, most }) {
      this.writes += 1;
      const name = `${company} ${whom} ${n}`;
      const before = taken.get(name) ?? 0;
      if (before > most - lease) return false;
      taken.set(name, before + lease);
      return true;
    },
  };
}

/** So many instances of the function over one store, by one clock. */
function instances(k: number, shares: Shares) {
  let now = Date.parse('2026-11-24T03:00:00.000Z');
  const clock = { now: () => new Date(now) };
  return {
    all: Array.from({ length: k }, () => limiting({ shares, clock })),
    turn: (ms: number) => {
      now += ms;
    },
    stretch: (seconds: number) => Math.floor(now / 1000 / seconds),
  };
}

const operations = [
  'position.list',
  'interview.decide',
  'figures.export',
  'intake.form',
  'interview.saveDraft',
] as const;
const bursts = fc.array(
  fc.record({
    operation: fc.constantFrom(...operations),
    instance: fc.nat(),
    who: fc.constantFrom('usr_a', 'usr_b'),
    times: fc.oneof(fc.nat(40), fc.integer({ min: 40, max: 700 })),
    after: fc.nat(40_000),
  }),
  { maxLength: 30 },
);

it('gives nobody more than the bound says, and refuses nobody who stays within the free share', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), bursts, async (k, asked) => {
      const { all, turn, stretch } = instances(k, memoryShares());
      const [had, wanted] = [new Map<string, number>(), new Map<string, number>()];
      const more = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1).get(name) ?? 0;
      for (const { operation, instance, who, times, after } of asked) {
        const limits: Record<string, Rate> = rates[rateClassOf(operation)];
        const limit = all[instance % k];
        for (let one = 0; one < times; one += 1) {
          const seconds = await limit?.(person(operation, who));
          const kind = rateClassOf(operation);
          const within = ([whose, rate]: [string, Rate]) => {
            const name = `${kind} ${whose === 'person' ? who : 'all'} ${stretch(rate.seconds)}`;
            const asks = more(wanted, `${name} ${instance % k}`);
            const got = seconds === undefined ? more(had, name) : 0;
            expect(got).toBeLessThanOrEqual(rate.most + k * rate.free);
            return asks <= rate.free;
          };
          if (Object.entries(limits).map(within).every(Boolean)) expect(seconds).toBeUndefined();
          if (seconds !== undefined) expect(seconds).toBeGreaterThan(0);
        }
        turn(after);
      }
    }),
    { numRuns: 40, seed: 20261124 },
  );
});

it('writes nothing for what people do in an interview, and little for more than that', async () => {
  const shares = memoryShares();
  const { all } = instances(1, shares);
  for (let n = 0; n < 300; n += 1) await all[0]?.(person('interview.saveDraft'));
  expect(shares.writes).toBe(0);
  for (let n = 0; n < 200; n += 1) await all[0]?.(person('interview.saveDraft'));
  expect(shares.writes).toBe(2);
});

it('says when it may be asked for again, and then lets it', async () => {
  const { all, turn } = instances(1, memoryShares());
  const ask = () => all[0]?.(person('figures.export'));
  turn(12_000);
  for (let n = 0; n < rates.costly.person.most; n += 1) expect(await ask()).toBeUndefined();
  const seconds = await ask();
  expect(seconds).toBe(48);
  turn((seconds ?? 0) * 1000);
  expect(await ask()).toBeUndefined();
});

it('counts people, companies, links and addresses apart', async () => {
  const { all } = instances(1, memoryShares());
  const limit = all[0] ?? (async () => undefined);
  const { link, address } = rates.link;
  const mine = link.most + link.free;
  for (let n = 0; n < mine; n += 1) expect(await limit(stranger('mine'))).toBeUndefined();
  expect(await limit(stranger('mine', '203.0.113.9'))).toBeGreaterThan(0);
  expect(await limit(stranger('another'))).toBeUndefined();
  for (let n = mine + 1; n < address.most + address.free; n += 1) await limit(stranger(`one of many ${n}`));
  expect(await limit(stranger('the last of many'))).toBeGreaterThan(0);
  expect(await limit(stranger('elsewhere', '203.0.113.9'))).toBeUndefined();

  for (let n = 0; n < rates.costly.person.most; n += 1) await limit(person('figures.export'));
  expect(await limit(person('figures.export'))).toBeGreaterThan(0);
  expect(await limit(person('figures.export', 'usr_a', 'co_b'))).toBeUndefined();
  expect(await limit(person('position.list'))).toBeUndefined();
  const others = rates.costly.company.most / rates.costly.person.most;
  for (let who = 1; who < others; who += 1)
    for (let n = 0; n < rates.costly.person.most; n += 1) await limit(person('figures.export', `usr_${who}`));
  expect(await limit(person('figures.export', 'usr_last'))).toBeGreaterThan(0);
});

it('lets everybody through while what counts them cannot be reached, and does not keep asking it', async () => {
  let asked = 0;
  const shares: Shares = {
    take: async () => {
      asked += 1;
      throw new Error('down');
    },
  };
  const { all, turn } = instances(1, shares);
  for (let n = 0; n < 500; n += 1) expect(await all[0]?.(person('figures.export'))).toBeUndefined();
  expect(asked).toBe(2);
  turn(60_000);
  expect(await all[0]?.(person('figures.export'))).toBeUndefined();
  expect(asked).toBe(4);
});

describe('in the table', () => {
  let store: InterviewStore;
  beforeAll(async () => {
    store = await startInterviewStore();
  });
  afterAll(() => store.stop());

  it('several instances at once share one limit', async () => {
    const shares = dynamoShares(store.table);
    const many = Array.from({ length: 4 }, () => limiting({ shares, clock: store.clock }));
    const asked = Array.from({ length: 120 }, (_, i) => many[i % 4]?.(person('figures.export')));
    const refused = (await Promise.all(asked)).filter((seconds) => seconds !== undefined);
    expect(refused).toHaveLength(120 - rates.costly.person.most);
  });
});
