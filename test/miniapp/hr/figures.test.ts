import { describe, expect, it } from 'vitest';
import { isDay, quarterOf, quartersUntil } from '../../../miniapp/src/hr/figures/days.ts';
import { filterQuery, periodQuery, readFilter } from '../../../miniapp/src/hr/figures/filter.ts';
import { askedPeople } from '../../../miniapp/src/hr/figures/people/asked.ts';
import { draftOf, leftOut, problemOf, toggled } from '../../../miniapp/src/hr/figures/reports/draft.ts';

describe('what is looked at', () => {
  it('comes back from the address as it went', () => {
    const filter = {
      from: '2026-01-01',
      to: '2026-02-01',
      department: '销售部',
      positionId: 'pos_sales',
      by: 'week' as const,
    };
    expect(readFilter(Object.fromEntries(new URLSearchParams(filterQuery(filter))))).toEqual(filter);
    expect(filterQuery(readFilter({}))).toBe('');
  });
  it('is the last 90 days where the address says nothing that makes sense', () => {
    expect(readFilter({ days: '7000', from: '2026-02-30', to: '2026-03-01', positionId: '<b>' })).toEqual({ days: 90 });
    expect(readFilter({ from: '2026-03-02', to: '2026-03-01' })).toEqual({ days: 90 });
  });
  it('ends today and counts both ends', () => {
    expect(periodQuery({ days: 30 }, '2026-03-01')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
  });
});

describe('days', () => {
  it('knows a day', () => {
    expect(isDay('2026-02-28')).toBe(true);
    expect(isDay('2026-2-28')).toBe(false);
    expect(isDay('2026-13-01')).toBe(false);
  });
  it('counts quarters backwards over the year', () => {
    expect(quarterOf('2026-12-31')).toEqual({ year: 2026, quarter: 4 });
    expect(quartersUntil('2026-02-01', 3)).toEqual([
      { year: 2026, quarter: 1 },
      { year: 2025, quarter: 4 },
      { year: 2025, quarter: 3 },
    ]);
  });
});

describe('the list behind a figure', () => {
  it('takes what it may', () => {
    const asked = askedPeople({
      list: 'appointments',
      from: '2026-01-01',
      missed: 'yes',
      reason: 'forgot',
      overMinutes: '120',
      dimension: 'source',
      value: 'campus,referral',
    });
    expect(asked).toMatchObject({ missed: 'yes', overMinutes: 120, value: 'campus,referral' });
  });
  it('drops what there is not, and never narrows by age', () => {
    const asked = askedPeople({ list: 'everybody', reason: 'lazy', dimension: 'age', value: 'under_25' });
    expect(asked).toEqual({ list: 'appointments' });
  });
});

describe('a grouping of one’s own', () => {
  const draft = draftOf({
    reportId: 'rep_one',
    name: '渠道',
    dimension: 'source',
    groups: [
      { name: '自有', values: ['referral'] },
      { name: '外部', values: ['job_board'] },
    ],
  });
  it('has a value in one group at most', () => {
    const moved = toggled(draft, 1, 'referral');
    expect(moved.groups.map(({ values }) => values)).toEqual([[], ['job_board', 'referral']]);
    expect(problemOf(moved)).toBe('group');
    expect(toggled(moved, 1, 'referral').groups[1]?.values).toEqual(['job_board']);
  });
  it('says what it leaves out', () => {
    expect(problemOf(draft)).toBeUndefined();
    expect(leftOut(draft)).toEqual(['campus', 'other', 'unknown']);
  });
});
