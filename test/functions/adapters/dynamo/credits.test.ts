import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCredits } from '#functions/adapters/dynamo/credits.ts';
import { dynamoDeliveries } from '#functions/adapters/dynamo/deliveries.ts';
import { dynamoTakenEvents } from '#functions/adapters/dynamo/taken-events.ts';
import { company, type InterviewStore, startInterviewStore } from './store.ts';

let store: InterviewStore;
let credits: ReturnType<typeof dynamoCredits>;
beforeAll(async () => {
  store = await startInterviewStore();
  credits = dynamoCredits(store.table);
});
afterAll(() => store.stop());

let made = 0;
const someone = () => {
  made += 1;
  return `cand_${made}`;
};
const operation = () => {
  made += 1;
  return { id: `op_${made}`, name: 'interview.subscribe', bodyHash: 'h', answer: {} };
};
/** How many may be sent, by sending them. */
async function left(candidateId: string, kind: 'result' | 'reminder' = 'reminder'): Promise<number> {
  let n = 0;
  while (await credits.take(company, candidateId, kind)) n += 1;
  return n;
}

describe('the ledger of accepted messages', () => {
  it('counts what one tap accepted, each kind by itself, and an operation once', async () => {
    const me = someone();
    const tap = operation();
    expect(await credits.add(company, me, ['reminder', 'result'], tap)).toEqual({ reminder: 1, result: 1 });
    expect(await credits.add(company, me, ['reminder', 'result'], tap)).toEqual({ reminder: 1, result: 1 });
    expect(await credits.add(company, me, ['reminder'], operation())).toEqual({ reminder: 2 });
    expect(await credits.take(company, me, 'no_show')).toBe(false);
    expect([await left(me, 'reminder'), await left(me, 'result')]).toEqual([2, 1]);
  });

  it('counts an acceptance once that the phone and the platform both tell of, in any order', async () => {
    const told = () => credits.add(company, me, ['reminder'], operation());
    const confirmed = () => credits.confirm(company, me, 'reminder');
    let me = someone();
    await told();
    await confirmed();
    expect(await left(me)).toBe(1);
    me = someone();
    await confirmed();
    await told();
    await confirmed();
    expect(await left(me)).toBe(2);
  });

  it('counts an acceptance that only one of them tells of', async () => {
    const me = someone();
    await credits.confirm(company, me, 'reminder');
    expect(await left(me)).toBe(1);
    const other = someone();
    await credits.add(company, other, ['reminder'], operation());
    await credits.add(company, other, ['reminder'], operation());
    await credits.confirm(company, other, 'reminder');
    expect(await left(other)).toBe(2);
  });

  it('does not bring back what was spent or taken back', async () => {
    const me = someone();
    await credits.add(company, me, ['reminder'], operation());
    expect(await credits.take(company, me, 'reminder')).toBe(true);
    await credits.confirm(company, me, 'reminder');
    expect(await left(me)).toBe(0);
    await credits.add(company, me, ['reminder'], operation());
    await credits.reset(company, me, 'reminder');
    await credits.confirm(company, me, 'reminder');
    expect(await left(me)).toBe(0);
    await credits.add(company, me, ['reminder'], operation());
    expect(await left(me)).toBe(1);
  });

  it('is nothing to begin with, and after a reset', async () => {
    const me = someone();
    await credits.reset(company, me, 'reminder');
    expect(await left(me)).toBe(0);
    await credits.add(company, me, ['reminder'], operation());
    await credits.take(company, me, 'reminder');
    await credits.giveBack(company, me, 'reminder');
    expect(await left(me)).toBe(1);
  });

  it('loses nothing when all come at once', async () => {
    const me = someone();
    await Promise.all([
      ...[1, 2, 3].map(() => credits.add(company, me, ['reminder', 'result'], operation())),
      ...[1, 2, 3].map(() => credits.confirm(company, me, 'reminder')),
    ]);
    expect([await left(me, 'reminder'), await left(me, 'result')]).toEqual([3, 3]);
  });
});

describe('a receipt', () => {
  const sent = {
    kind: 'reminder',
    generation: 4,
    channel: 'wechat',
    state: 'sent',
    at: '2026-01-05T07:00:00.000Z',
  } as const;

  it.each([
    ['after', false],
    ['before', true],
  ])('finds its delivery when it comes %s', async (_, before) => {
    const deliveries = dynamoDeliveries(store.table);
    const itv = someone();
    const msgid = `${itv}-597`;
    await deliveries.claim(company, itv, { ...sent, state: 'claimed' });
    if (before) await deliveries.receipt('wechat', msgid, '43101');
    await deliveries.settle(company, itv, { ...sent, msgid });
    if (!before) await deliveries.receipt('wechat', msgid, '43101');
    expect(await deliveries.ofInterview(company, itv)).toEqual([{ ...sent, msgid, receipt: '43101' }]);
  });

  it('of a message that nobody here sent changes nothing', async () => {
    await dynamoDeliveries(store.table).receipt('wechat', 'nobody-sent-it', 'ok');
  });
});

describe('an event', () => {
  it('is taken in once, also when the reply to that is lost, until it is given back', async () => {
    const taken = dynamoTakenEvents(store.table);
    store.faults.add({ kind: 'lostReply', next: 1, operations: ['PutItem'] });
    expect(await taken.take('event-1')).toBe(true);
    store.faults.clear();
    expect(await Promise.all([taken.take('event-1'), taken.take('event-1')])).toEqual([false, false]);
    await taken.giveBack('event-1');
    expect(await taken.take('event-1')).toBe(true);
  });
});
