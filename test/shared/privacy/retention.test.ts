import { describe, expect, it } from 'vitest';
import { type KeptInterview, plusMonths, retentionOf } from '#shared/privacy/retention.ts';
import { defaultPrivacy } from '#shared/privacy/settings.ts';

const settings = { ...defaultPrivacy, unhiredMonths: 12, poolMonths: 24, mediaMonths: 6 };
const knownSince = '2026-01-31T00:00:00.000Z';
const one = (over: Partial<KeptInterview> = {}): KeptInterview => ({
  interviewId: 'itv_a',
  status: 'evaluated',
  joined: false,
  pooled: false,
  lastAt: '2026-03-01T00:00:00.000Z',
  endedAt: '2026-02-01T00:00:00.000Z',
  hasMedia: true,
  ...over,
});
const at = (now: string, ...interviews: KeptInterview[]) =>
  retentionOf(settings, { knownSince, interviews }, new Date(now));

describe('how long data is kept', () => {
  it.each([
    ['2026-01-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['2026-11-30T08:00:00.000Z', 3, '2027-02-28T08:00:00.000Z'],
    ['2026-03-15T00:00:00.000Z', 12, '2027-03-15T00:00:00.000Z'],
  ])('%s and %i months is %s', (from, months, until) => {
    expect(plusMonths(from, months)).toBe(until);
  });

  it.each([
    ['somebody with no interview, from when we had them', [], '2027-01-31T00:00:00.000Z'],
    ['somebody not hired, from the last that happened', [one()], '2027-03-01T00:00:00.000Z'],
    ['somebody in the pool', [one({ pooled: true })], '2028-03-01T00:00:00.000Z'],
    ['the last of several', [one(), one({ lastAt: '2026-05-01T00:00:00.000Z' })], '2027-05-01T00:00:00.000Z'],
  ])('%s', (_, interviews, until) => {
    const before = new Date(Date.parse(until) - 1).toISOString();
    expect(at(before, ...interviews)).toMatchObject({ erase: false, until });
    expect(at(until, ...interviews)).toMatchObject({ erase: true, until });
  });

  it.each([
    ['under way', one({ status: 'in_progress' })],
    ['waiting for a decision', one({ status: 'submitted' })],
    ['hired', one({ joined: true })],
  ])('no clock runs for who is %s', (_, interview) => {
    expect(at('2040-01-01T00:00:00.000Z', interview)).toMatchObject({ erase: false, until: null });
  });

  it('recordings go before the words do, and never of an interview that is open', () => {
    expect(at('2026-07-31T23:59:59.000Z', one())).toMatchObject({ media: [], mediaUntil: '2026-08-01T00:00:00.000Z' });
    expect(at('2026-08-01T00:00:00.000Z', one())).toMatchObject({ erase: false, media: ['itv_a'] });
    expect(at('2026-08-01T00:00:00.000Z', one({ joined: true }))).toMatchObject({ media: ['itv_a'] });
    expect(at('2026-08-01T00:00:00.000Z', one({ status: 'in_progress' }))).toMatchObject({ media: [] });
    expect(at('2026-08-01T00:00:00.000Z', one({ hasMedia: false }))).toMatchObject({ media: [] });
  });
});
