import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { book } from '#functions/booking/book.ts';
import { decline } from '#functions/interview/decline.ts';
import { change } from '#functions/slot/change.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { slotIdAt } from '#shared/schedule/slots.ts';
import { position } from './people.ts';
import { type StoreStage, startStoreStage } from './store-stage.ts';

let stage: StoreStage;
beforeAll(async () => {
  stage = await startStoreStage({ rebookings: 3 });
});
afterEach(() => stage.store.faults.clear());
afterAll(() => stage.store.stop());

type Booked = Awaited<ReturnType<StoreStage['book']>>;
const codeOf = (done: Booked) => (done.ok ? 'ok' : done.error.code);
const held = async (state: InterviewState) => (await stage.load(state)).appointment?.slotId ?? null;

describe('the last place (SCENARIOS 16)', () => {
  it.each([1, 2])(
    'of more candidates than the %i places, exactly as many win; the others are offered the next',
    async (capacity) => {
      const rivals = await Promise.all([1, 2, 3].map(() => stage.invite()));
      const next = await stage.slotIn(6000 + capacity * 60, 50);
      for (let n = 0; n < 10; n += 1) {
        const slot = await stage.slotIn(200 + n * 30 + capacity * 1000, capacity);
        const fresh = n === 0 ? rivals : await Promise.all([1, 2, 3].map(() => stage.invite()));
        const done = await Promise.all(fresh.map((one) => stage.book(one, slot.slotId)));
        expect(done.filter(({ ok }) => ok)).toHaveLength(capacity);
        for (const one of done.filter(({ ok }) => !ok)) {
          expect(one).toMatchObject({ error: { code: 'slot_full' } });
          const offered = one.ok ? [] : (one.error.details?.slots as { slotId: string; free: number }[]);
          expect(offered.length).toBeGreaterThan(0);
          expect(offered.every(({ free, slotId }) => free > 0 && slotId > slot.slotId)).toBe(true);
        }
        const winners = fresh.filter((_, i) => done[i]?.ok).map(({ interviewId }) => interviewId);
        expect((await stage.holders(slot.slotId))?.sort()).toEqual(winners.sort());
        expect(await Promise.all(fresh.map(held))).toEqual(done.map(({ ok }) => (ok ? slot.slotId : null)));
      }
      expect(await stage.holders(next.slotId)).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['conflict', 9000],
    ['lostReply', 10_000],
    ['throttle', 11_000],
  ] as const)(
    'is taken once each when the store fails (%s)',
    async (kind, from) => {
      for (let n = 0; n < 6; n += 1) {
        const slot = await stage.slotIn(from + n * 30);
        const rivals = await Promise.all([stage.invite(), stage.invite()]);
        stage.store.faults.add({ kind, next: 1 + (n % 3), after: n % 2, operations: ['TransactWriteItems'] });
        const ids = rivals.map(() => stage.newOperation());
        const once = () =>
          Promise.all(rivals.map((one, i) => stage.book(one, slot.slotId, ids[i]).catch(() => 'lost' as const)));
        const first = await once();
        stage.store.faults.clear();
        const second = await once();
        const won = second.map((done) => done !== 'lost' && done.ok);
        expect(won.filter(Boolean)).toHaveLength(1);
        const holder = rivals[won.indexOf(true)]?.interviewId;
        expect(await stage.holders(slot.slotId)).toEqual([holder]);
        // Whoever was told the first time that it is theirs is told the same again.
        first.forEach((done, i) => {
          if (done !== 'lost' && done.ok) expect(second[i]).toEqual(done);
        });
      }
    },
    60_000,
  );

  it('one operation id is one booking and one answer, also for a place that is full by then', async () => {
    const slot = await stage.slotIn(300);
    const me = await stage.invite();
    const operation = stage.newOperation();
    const [one, two] = await Promise.all([
      stage.book(me, slot.slotId, operation),
      stage.book(me, slot.slotId, operation),
    ]);
    expect(codeOf(one)).toBe('ok');
    expect(two).toEqual(one);
    expect(await stage.book(me, slot.slotId, operation)).toEqual(one);
    const other = await stage.slotIn(330);
    expect(codeOf(await stage.book(me, other.slotId, operation))).toBe('operation_conflict');
    expect((await stage.types(me)).filter((type) => type === 'booked')).toHaveLength(1);
  });

  it('is free again after a rebooking and after a withdrawal, and not before', async () => {
    const [slot, other] = [await stage.slotIn(400), await stage.slotIn(430)];
    const [me, rival] = [await stage.invite(), await stage.invite()];
    await stage.book(me, slot.slotId);
    expect(codeOf(await stage.book(rival, slot.slotId))).toBe('slot_full');
    expect(codeOf(await stage.book(me, other.slotId))).toBe('ok');
    expect([await stage.holders(slot.slotId), await stage.holders(other.slotId)]).toEqual([[], [me.interviewId]]);
    expect(codeOf(await stage.book(rival, slot.slotId))).toBe('ok');
    const gone = await decline(
      stage.deps,
      stage.by(me, { operationId: stage.newOperation(), reason: 'withdrawn' as const }),
    );
    expect(gone.ok).toBe(true);
    expect(await stage.holders(other.slotId)).toEqual([]);
  });

  it('a failed move leaves the old place', async () => {
    const [mine, full] = [await stage.slotIn(500), await stage.slotIn(530)];
    const [me, rival] = [await stage.invite(), await stage.invite()];
    await stage.book(rival, full.slotId);
    await stage.book(me, mine.slotId);
    expect(codeOf(await stage.book(me, full.slotId))).toBe('slot_full');
    expect([await held(me), await stage.holders(mine.slotId)]).toEqual([mine.slotId, [me.interviewId]]);
  });

  it('a closed slot takes nobody, keeps those it has, and never has fewer places than people', async () => {
    const slot = await stage.slotIn(600, 2);
    const [first, second, late] = [await stage.invite(), await stage.invite(), await stage.invite()];
    const to = (capacity: number, open: boolean) =>
      change(stage.deps, {
        actor: { role: 'recruiter', company: 'co_huadong', userId: 'usr_wangmin' },
        params: { positionId: position.positionId, slotId: slot.slotId },
        query: {},
        input: { capacity, open },
        bodyHash: '',
      });
    await stage.book(first, slot.slotId);
    await stage.book(second, slot.slotId);
    expect(await to(1, true)).toMatchObject({ ok: false, error: { code: 'slot_full' } });
    expect((await to(3, false)).ok).toBe(true);
    expect(codeOf(await stage.book(late, slot.slotId))).toBe('slot_full');
    expect(await stage.holders(slot.slotId)).toHaveLength(2);
    expect((await to(3, true)).ok).toBe(true);
    expect(codeOf(await stage.book(late, slot.slotId))).toBe('ok');
  });

  it('of another candidate, another company or nothing there is nothing to find (SCENARIOS 19, 20)', async () => {
    const slot = await stage.slotIn(700);
    const [me, other] = [await stage.invite(), await stage.invite()];
    const ask = (actor: { company: string; candidateId: string }, slotId: string) =>
      book(stage.deps, {
        ...stage.by(other, { operationId: stage.newOperation(), slotId }),
        actor: { role: 'candidate', ...actor },
      });
    expect(codeOf(await ask({ company: 'co_huadong', candidateId: me.candidateId }, slot.slotId))).toBe('not_found');
    expect(codeOf(await ask({ company: 'co_other', candidateId: other.candidateId }, slot.slotId))).toBe('not_found');
    const nowhere = slotIdAt(new Date(Date.parse(slot.startsAt) + 60_000));
    for (const slotId of [nowhere, 'slot_zzzzzzzzz', 'slot_', 'slot_-1', 'slot_000000000']) {
      expect(codeOf(await stage.book(other, slotId))).toBe('not_found');
    }
  });
});
