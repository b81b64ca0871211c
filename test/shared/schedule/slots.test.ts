import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { freeIn, slotChange, slotIdAt, slotsOf } from '#shared/schedule/slots.ts';
import { walks } from '#test/shared/interview/walks.ts';

const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const offerOf = (from: string, to: string, minutes = 30) =>
  slotsOf({ positionId: 'pos_a', from, to, minutes, capacity: 2 });

describe('slots', () => {
  test('ids sort as the times do, and are of their instant alone', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(Math.sign(slotIdAt(a).localeCompare(slotIdAt(b)))).toBe(Math.sign(a.getTime() - b.getTime()));
        expect(Number.parseInt(slotIdAt(a).slice('slot_'.length), 36)).toBe(a.getTime());
      }),
    );
  });

  test('an offer is cut into whole slots, one after the other, the same each time', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: -600, max: 1440 }),
        fc.integer({ min: 10, max: 240 }),
        (begin, length, minutes) => {
          const to = new Date(begin.getTime() + length * 60_000).toISOString();
          const slots = offerOf(begin.toISOString(), to, minutes);
          expect(slots).toEqual(offerOf(begin.toISOString(), to, minutes));
          expect(slots).toHaveLength(Math.max(0, Math.floor(length / minutes)));
          slots.forEach((slot, i) => {
            expect(slot.startsAt).toBe(i === 0 ? begin.toISOString() : slots[i - 1]?.endsAt);
            expect(slot.endsAt <= to).toBe(true);
          });
        },
      ),
    );
  });

  test('a closed or full one has nothing free', () => {
    const [slot] = offerOf('2026-11-25T06:00:00.000Z', '2026-11-25T06:30:00.000Z');
    if (slot === undefined) throw new Error('no slot');
    expect(
      [slot, { ...slot, open: false }, { ...slot, holders: ['a', 'b'] }, { ...slot, holders: ['a', 'b', 'c'] }].map(
        freeIn,
      ),
    ).toEqual([2, 0, 0, 0]);
  });
});

test('along any history the places that are held are those of the state; what was entered or missed stays taken', () => {
  let moved = 0;
  let given = 0;
  fc.assert(
    fc.property(walks, ({ history }) => {
      const held = new Set<string>();
      let spent: string | undefined;
      let before: InterviewState | undefined;
      for (const { event } of history) {
        const after = evolve(before, event);
        const { take, release } = slotChange(before, after);
        if (release !== null) {
          expect(held.delete(release.slotId)).toBe(true);
          if (take !== null) moved += 1;
          else given += 1;
        }
        if (take !== null) {
          expect(held.has(take.slotId)).toBe(false);
          held.add(take.slotId);
        }
        const own = after.status === 'scheduled' ? (after.appointment?.slotId ?? undefined) : undefined;
        const was = before?.status === 'scheduled' ? (before.appointment?.slotId ?? undefined) : undefined;
        if (own === undefined && was !== undefined && release === null) {
          spent = was;
          held.delete(was);
          expect(['in_progress', 'no_show']).toContain(after.status);
        }
        expect([...held]).toEqual(own === undefined ? [] : [own]);
        before = after;
      }
      expect(spent === undefined || !held.has(spent) || before?.appointment?.slotId === spent).toBe(true);
    }),
    { numRuns: 150 },
  );
  expect([moved > 0, given > 0]).toEqual([true, true]);
});
