import { describe, expect, it } from 'vitest';
import { outcomeWords as english } from '#shared/copy/en/intake-columns.ts';
import { outcomeWords as chinese } from '#shared/copy/zh/intake-columns.ts';
import { outcomeRowsOf } from '#shared/intake/outcome-row.ts';

const columns = ['phone', 'retention', 'leftOn', 'probation', 'performance'] as const;
const read = (...rows: string[][]) => outcomeRowsOf(rows, columns);
const who = { phone: '13800000001' };

describe('how it went, row by row', () => {
  it.each([
    ['in Chinese', chinese],
    ['in English', english],
  ])('is read %s, by every word that is known', (_, words) => {
    for (const there of words.there) {
      const { outcomes, problems } = read(['138 0000 0001', there, '', words.passed[0] ?? '', '５']);
      expect(problems).toEqual([]);
      expect(outcomes).toEqual([
        { row: 2, who, retention: 'there', leftOn: null, probation: 'passed', performance: 5 },
      ]);
    }
  });

  it('a day of leaving says that somebody left', () => {
    expect(read(['13800000001', '', '2026-03-01', '', '']).outcomes).toMatchObject([
      { retention: 'left', leftOn: '2026-03-01' },
    ]);
  });

  it.each([
    ['nobody is named', ['', 'x', '', '', '3'], ['who_missing', 'retention_unknown']],
    ['a performance beyond the scale', ['13800000001', '', '', '', '6'], ['performance_invalid']],
    ['a day that is none', ['13800000001', '', '2026-02-30', '', '3'], ['day_invalid']],
    ['nothing is said', ['13800000001', '', '', '', ''], ['nothing_said']],
  ])('%s: named, and not taken', (_, row, names) => {
    const { outcomes, problems } = read(row);
    expect(outcomes).toEqual([]);
    expect(problems.map(({ problem }) => problem)).toEqual(names);
  });

  it('a person twice is taken once; an empty row is nothing', () => {
    const { outcomes, problems } = read(
      ['13800000001', '', '', '', '3'],
      ['', '', '', '', ''],
      ['13800000001', '', '', '', '4'],
    );
    expect(outcomes.map(({ row, performance }) => [row, performance])).toEqual([[2, 3]]);
    expect(problems).toEqual([{ row: 4, field: 'phone', problem: 'repeated' }]);
  });
});
