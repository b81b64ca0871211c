import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoTokenStore } from '#functions/adapters/dynamo/token-store.ts';
import { aesSealer } from '#functions/adapters/sealer.ts';
import { createWithToken } from '#functions/adapters/vendor/access-token.ts';
import type { Outcome } from '#functions/adapters/vendor/exchange.ts';
import { ok, refuse } from '#shared/result.ts';
import { type InterviewStore, startInterviewStore } from './store.ts';

const sealer = aesSealer('a-key-of-at-least-thirty-two-characters');
let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterAll(() => store.stop());

let made = 0;
/**
 * A provider that gives a new token only when everybody who is calling has asked for one, and instances that know of each
 * other by the table only.
 */
function provider() {
  made += 1;
  const key = `wechat/wx${made}`;
  let fetches = 0;
  let failing = 0;
  const good = new Set<string>();
  const calls: string[] = [];
  let calling = 0;
  const wanting = new Set<number>();
  let instances = 0;
  const fetchToken = async (): Promise<Outcome<{ token: string; expiresInSeconds: number }>> => {
    fetches += 1;
    const token = `${key}/${fetches}`;
    await expect.poll(() => calling - wanting.size, { interval: 2 }).toBe(0);
    if (failing > 0) {
      failing -= 1;
      return refuse({ kind: 'unavailable', cause: 'http 503' });
    }
    good.add(token);
    return ok({ token, expiresInSeconds: 7200 });
  };
  const instance = () => {
    instances += 1;
    const me = instances;
    const stored = dynamoTokenStore(store.table, sealer);
    const tokens: typeof stored = {
      ...stored,
      async claim(...given) {
        const won = await stored.claim(...given);
        wanting.add(me);
        return won;
      },
    };
    const withToken = createWithToken({ key, tokens, clock: store.clock, renewBeforeMs: 300_000, fetchToken });
    return async () => {
      calling += 1;
      const answer = await withToken(async (token): Promise<Outcome<string>> => {
        calls.push(token);
        return good.has(token) ? ok(token) : refuse({ kind: 'refused', errcode: 40001, errmsg: '' });
      });
      calling -= 1;
      wanting.delete(me);
      return answer;
    };
  };
  return {
    instance,
    calls,
    fetches: () => fetches,
    revoke: () => good.clear(),
    fail: (times: number) => {
      failing = times;
    },
  };
}

describe('an access token', () => {
  it('is fetched once for many instances that all need it now', async () => {
    const { instance, fetches } = provider();
    const all = await Promise.all(Array.from({ length: 12 }, () => instance()()));
    expect(all.every((one) => one.ok)).toBe(true);
    expect(fetches()).toBe(1);
  });

  it('is fetched once more for all of them when it is revoked', async () => {
    const { instance, fetches, revoke, calls } = provider();
    const instances = Array.from({ length: 8 }, instance);
    await Promise.all(instances.map((call) => call()));
    revoke();
    calls.length = 0;
    const again = await Promise.all(instances.map((call) => call()));
    expect(again.every((one) => one.ok)).toBe(true);
    expect(fetches()).toBe(2);
    // Each tried the old one, and once the new one.
    expect(calls).toHaveLength(16);
  });

  it('is renewed by one in its last minutes, the others going on with it', async () => {
    const { instance, fetches, calls } = provider();
    await instance()();
    store.clock.advance('PT1H56M');
    calls.length = 0;
    const all = await Promise.all(Array.from({ length: 6 }, () => instance()()));
    expect(all.every((one) => one.ok)).toBe(true);
    expect(fetches()).toBe(2);
    expect(new Set(calls).size).toBe(2);
  });

  it('that could not be fetched is fetched by the next who needs it', async () => {
    const { instance, fetches, fail } = provider();
    fail(1);
    expect((await instance()()).ok).toBe(false);
    const started = performance.now();
    expect((await instance()()).ok).toBe(true);
    expect(fetches()).toBe(2);
    // It did not wait for a claim that nobody holds any more.
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('is not waited for longer than its claim lasts', async () => {
    const { instance, fetches } = provider();
    await dynamoTokenStore(store.table, sealer).claim(`wechat/wx${made}`, 8);
    store.clock.advance('PT8S');
    expect((await instance()()).ok).toBe(true);
    expect(fetches()).toBe(1);
  });
});
