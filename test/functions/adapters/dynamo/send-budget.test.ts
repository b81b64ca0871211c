import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoSendBudget } from '#functions/adapters/dynamo/send-budget.ts';
import { limits } from '#shared/limits.ts';
import { createRate } from '#test/world/provider/rate.ts';
import { type InterviewStore, startInterviewStore } from './store.ts';

let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterAll(() => store.stop());

const budget = () => dynamoSendBudget(store.table, limits.wecomSends);

it('is shared by everybody who sends, and is each one’s own', async () => {
  const instances = [budget(), budget(), budget()];
  const asked = Array.from({ length: 30 }, (_, i) => instances[i % 3]?.take('corp#many'));
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(15);
  expect(await budget().take('corp#other')).toBe(true);
});

it('never sends what the provider would drop, wherever its minute begins', async () => {
  const windows = limits.wecomSends.map(({ seconds, most }) => ({ ms: seconds * 1000, limit: most }));
  const provider = createRate({ clock: store.clock, windows });
  let sent = 0;
  for (let step = 0; step < 40; step += 1) {
    for (let one = 0; one < 6; one += 1) {
      if (!(await budget().take('corp#steady'))) continue;
      sent += 1;
      expect(provider.admit('steady')).toBe(true);
    }
    store.clock.advance('PT7S');
  }
  // Half of what is allowed goes out at least.
  expect(sent).toBeGreaterThan(55);
});
