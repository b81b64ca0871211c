import { describe, expect, it } from 'vitest';
import { falseDiscovery } from '#shared/analytics/false-discovery.ts';
import { type FiguresForHints, hintsOf } from '#shared/analytics/hints.ts';

describe('false discovery', () => {
  // Benjamini & Hochberg, J. R. Statist. Soc. B 57 (1995) 289-300, their worked example: of the 15 p-values of a trial of
  // thrombolysis (Neuhaus and others 1992) four stand at 5 %. Adjusted: R, p.adjust(p, 'BH').
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  it('rejects the four of the published example', () => {
    const qs = falseDiscovery(ps);
    expect(qs.map((q) => q <= 0.05)).toEqual(ps.map((_, at) => at < 4));
    expect(qs.map((q) => Number(q.toFixed(6)))).toEqual([
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875, 0.753231,
      0.813214, 1,
    ]);
    expect(falseDiscovery(ps.toReversed())).toEqual(qs.toReversed());
    expect(falseDiscovery([])).toEqual([]);
  });
});

const settings: FiguresForHints['settings'] = {
  channels: ['sms', 'wechat', 'email'],
  reminders: [1440, 60],
  rebookings: 2,
};
const figures = (over: Partial<FiguresForHints>): FiguresForHints => ({
  reasons: { forgot: 0, technical: 0, conflict: 0, other: 0 },
  trouble: [],
  missed: [],
  settings,
  ...over,
});

describe('hints', () => {
  it('name the reason that stands out, with what could be set', () => {
    const found = hintsOf(figures({ reasons: { forgot: 30, technical: 48, conflict: 25, other: 17 } }));
    expect(found).toEqual([
      {
        code: 'reason',
        reason: 'technical',
        evidence: expect.objectContaining({ cases: 48, of: 120, rate: 0.4 }),
        change: { reminders: [1440, 120, 60] },
      },
    ]);
    expect(hintsOf(figures({ reasons: { forgot: 2, technical: 20, conflict: 3, other: 4 } }))).toEqual([]);
  });

  it('name the devices, networks and versions behind trouble', () => {
    const trouble: FiguresForHints['trouble'] = [
      { dimension: 'device', value: 'a', cases: 10, of: 400 },
      { dimension: 'device', value: 'b', cases: 30, of: 100 },
      { dimension: 'device', value: 'c', cases: 4, of: 8 },
      { dimension: 'network', value: 'wifi', cases: 30, of: 350 },
      { dimension: 'network', value: 'cellular', cases: 14, of: 158 },
    ];
    expect(hintsOf(figures({ trouble }))).toMatchObject([
      {
        code: 'trouble_with',
        dimension: 'device',
        value: 'b',
        evidence: { direction: 'rose', after: { cases: 30, of: 100 }, before: { cases: 14, of: 408 } },
      },
    ]);
  });

  it('for new graduates who miss more: WeChat first', () => {
    const missed: FiguresForHints['missed'] = [
      { dimension: 'candidate_kind', value: 'graduate', cases: 60, of: 200 },
      { dimension: 'candidate_kind', value: 'experienced', cases: 40, of: 400 },
    ];
    const [hint, ...none] = hintsOf(figures({ missed }));
    expect(none).toEqual([]);
    expect(hint).toMatchObject({
      code: 'missed_more',
      value: 'graduate',
      change: { channels: ['wechat', 'sms', 'email'] },
    });
    const first: FiguresForHints['settings'] = { ...settings, channels: ['wechat', 'sms', 'email'] };
    expect(hintsOf(figures({ missed, settings: first }))).toMatchObject([{ change: { reminders: [1440, 60, 30] } }]);
    const all: FiguresForHints['settings'] = { ...first, reminders: [2880, 1440, 120, 60, 30] };
    expect(hintsOf(figures({ missed, settings: all }))).toMatchObject([{ change: null }]);
  });

  it('a channel by which more is missed goes last', () => {
    const missed: FiguresForHints['missed'] = [
      { dimension: 'channel', value: 'sms', cases: 60, of: 200 },
      { dimension: 'channel', value: 'wechat', cases: 20, of: 200 },
    ];
    expect(hintsOf(figures({ missed }))).toMatchObject([{ change: { channels: ['wechat', 'email', 'sms'] } }]);
  });

  it('say nothing of few people, whatever their rate', () => {
    const missed: FiguresForHints['missed'] = [
      { dimension: 'source', value: 'a', cases: 29, of: 29 },
      { dimension: 'source', value: 'b', cases: 40, of: 400 },
    ];
    expect(hintsOf(figures({ missed }))).toEqual([]);
    expect(hintsOf(figures({}))).toEqual([]);
  });

  it('looking at forty positions does not find one in chance', () => {
    // One of forty at p 0.02 by itself.
    const missed: FiguresForHints['missed'] = Array.from({ length: 40 }, (_, at) => ({
      dimension: 'position',
      value: `pos_${at}`,
      cases: at === 0 ? 19 : 10,
      of: 100,
    }));
    expect(hintsOf(figures({ missed }))).toEqual([]);
    expect(
      hintsOf(figures({ missed: missed.map((one) => (one.value === 'pos_0' ? { ...one, cases: 35 } : one)) })),
    ).toHaveLength(1);
  });
});
