import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskedPhone, nextProof, type Proof, standingProof } from '#shared/access/proof.ts';
import { limits } from '#shared/limits.ts';

const start = Date.parse('2026-11-24T03:00:00.000Z');
const at = (seconds: number) => new Date(start + seconds * 1000);
const day = 86_400;
const { aDay, againSeconds, minutes, tries } = limits.proof;

it('is never more than one a minute and five in any 24 hours, whenever it is asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(90), fc.nat(2 * 3600), fc.nat(day)), { maxLength: 60 }), (pauses) => {
      const asked: Proof[] = [];
      let seconds = 0;
      for (const pause of pauses) {
        seconds += pause;
        const next = nextProof(asked, at(seconds));
        const times = asked.map(({ askedAt }) => (Date.parse(askedAt) - start) / 1000);
        const today = times.filter((time) => time > seconds - day);
        const may = today.length < aDay && today.every((time) => seconds >= time + againSeconds);
        expect(next.ok).toBe(may);
        if (next.ok) asked.push({ ...next.value, nonce: 'n', tries: 0 });
        // Asked for again at the instant it names, it may be.
        else expect(nextProof(asked, at(seconds + next.error.seconds)).ok).toBe(true);
        if (!next.ok) expect(nextProof(asked, at(seconds + next.error.seconds - 1)).ok).toBe(false);
      }
      expect(new Set(asked.map(({ n }) => n)).size).toBe(asked.length);
    }),
  );
});

it('that never left counts for nothing but its number', () => {
  const failed: Proof = {
    n: 1,
    nonce: 'n',
    askedAt: at(0).toISOString(),
    expiresAt: at(300).toISOString(),
    tries: 0,
    failed: true,
  };
  expect(nextProof([failed], at(1))).toMatchObject({ ok: true, value: { n: 2, left: aDay - 1 } });
});

it('stands while it is the newest, in time, not used, and has a try left', () => {
  const one: Proof = {
    n: 1,
    nonce: 'a',
    askedAt: at(0).toISOString(),
    expiresAt: at(minutes * 60).toISOString(),
    tries: 0,
  };
  expect(standingProof([one], at(minutes * 60 - 1))).toEqual(one);
  expect(standingProof([one], at(minutes * 60))).toBeUndefined();
  expect(standingProof([{ ...one, tries }], at(1))).toBeUndefined();
  expect(standingProof([{ ...one, usedAt: at(1).toISOString() }], at(2))).toBeUndefined();
  const two = { ...one, n: 2 };
  expect(standingProof([two, one], at(1))).toBe(two);
  expect(standingProof([one, { ...two, tries }], at(1))).toBeUndefined();
  expect(standingProof([], at(1))).toBeUndefined();
});

it.each([
  ['13800001234', '138****1234'],
  ['+8613800001234', '138****1234'],
  ['8613800001234', '138****1234'],
  ['138 0000 1234', '138****1234'],
  ['+85291234567', '852****4567'],
])('%s is shown as %s', (phone, shown) => {
  expect(maskedPhone(phone)).toBe(shown);
});
