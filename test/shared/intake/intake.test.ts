import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleOf } from '#shared/intake/candidate-row.ts';
import { candidateFields, columnLetter, roundFields, suggestedColumns } from '#shared/intake/columns.ts';
import { csvOf, neutralised } from '#shared/intake/csv.ts';
import { dayOf } from '#shared/intake/date.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { phoneOf } from '#shared/intake/phone.ts';
import { resumeFacts } from '#shared/intake/resume-facts.ts';
import { roundRowsOf } from '#shared/intake/round-row.ts';

describe('a phone', () => {
  it.each([
    ['13800000001', '13800000001'],
    ['138 0000 0001', '13800000001'],
    ['138-0000-0001', '13800000001'],
    ['+86 138 0000 0001', '13800000001'],
    ['008613800000001', '13800000001'],
    ['１３８００００００１１', '13800000011'],
    ['13800000001.0', '13800000001'],
    ['\u202d13800000001\u202c', '13800000001'],
  ])('%s is %s', (raw, phone) => {
    expect(phoneOf(raw)).toEqual(phone === undefined ? { problem: 'phone_invalid' } : { phone });
  });

  it.each([
    ['', 'phone_missing'],
    ['1.38E+10', 'phone_rounded'],
    ['12800000001', 'phone_invalid'],
    ['1380000000', 'phone_invalid'],
    ['010-12345678', 'phone_invalid'],
    ['13800000001 13800000002', 'phone_invalid'],
  ])('%s is refused: %s', (raw, problem) => {
    expect(phoneOf(raw)).toEqual({ problem });
  });

  it('is the same phone when it is read again, however it was written', () => {
    const phone = fc.stringMatching(/^1[3-9]\d{9}$/);
    const written = fc.tuple(phone, fc.constantFrom('', '+86', '86 ', '0086-'), fc.constantFrom('', ' ', '-'));
    fc.assert(
      fc.property(written, ([digits, before, between]) => {
        const raw = `${before}${digits.slice(0, 3)}${between}${digits.slice(3, 7)}${between}${digits.slice(7)}`;
        expect(phoneOf(raw)).toEqual({ phone: digits });
      }),
    );
  });
});

it.each([
  ['2026-01-05', '2026-01-05'],
  ['2026/1/5', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['2026.1.5 10:30', '2026-01-05'],
  ['2026-02-30', undefined],
  ['5/1/2026', undefined],
  ['', undefined],
])('the day %s is %s', (raw, day) => expect(dayOf(raw)).toBe(day));

describe('columns', () => {
  it('are found by the names people use, in both languages', () => {
    const headers = ['序号', '候选人姓名', '联系电话（手机）', '电子邮箱*', '应聘岗位', '备注'];
    expect(suggestedColumns(headers, candidateFields)).toEqual([null, 'name', 'phone', 'email', 'headline', 'resume']);
    expect(suggestedColumns(['Mobile Phone', 'Full Name', 'E-mail'], candidateFields)).toEqual([
      'phone',
      'name',
      'email',
    ]);
    expect(suggestedColumns(['手机', '环节', '成绩', '是否通过', '评语', '面试日期'], roundFields)).toEqual([
      'phone',
      'round',
      'score',
      'passed',
      'comment',
      'day',
    ]);
  });

  it('hold each field at most once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('姓名', '手机', 'email', 'x', ''), { maxLength: 12 }), (headers) => {
        const found = suggestedColumns(headers, candidateFields).filter((field) => field !== null);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it('are named as a spreadsheet names them', () => {
    const columns = Array.from({ length: 28 }, (_, i) => (i === 27 ? 'name' : null));
    expect(columnLetter(columns, 'name')).toBe('AB');
    expect(columnLetter(['name'], 'name')).toBe('A');
    expect(columnLetter([null], 'name')).toBeNull();
  });
});

describe('a CSV for a spreadsheet (SCENARIOS 23)', () => {
  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])('runs nothing of %j', (cell) => {
    expect(neutralised(cell)).toBe(`'${cell}`);
  });

  it.each(['-5', '+3.5', '张三', "O'Neil", 'a=b'])('leaves %s as it is', (cell) =>
    expect(neutralised(cell)).toBe(cell),
  );

  it('is read back as it was, but for what would run', () => {
    const cell = fc.string({ maxLength: 12, unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const back = parse(csvOf(rows), { bom: true, record_delimiter: '\r\n' }) as string[][];
        expect(back).toEqual(rows.map((row) => row.map(neutralised)));
        expect(back.flat().every((one) => !/^[=+\-@\t\r]/.test(one) || /^[+-]?\d/.test(one))).toBe(true);
      }),
    );
  });
});

describe('the people of a table', () => {
  const columns = ['name', 'phone', 'email', 'headline', 'resume'] as const;

  it('are each in one place: imported, or named with what is wrong', () => {
    const cells = fc.tuple(
      fc.constantFrom('张三', '', ' 李四 ', '长'.repeat(41)),
      fc.constantFrom('13800000001', '13800000002', '138', ''),
      fc.constantFrom('', 'a@b.cn', 'A@B.cn', 'nonsense'),
      fc.constantFrom('', '销售'),
      fc.constantFrom('', '=1+1', '长'.repeat(intakeLimits.resumeCharacters + 1)),
    );
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 20 }), (rows) => {
        const { people, problems } = peopleOf(rows, columns);
        const wrong = new Set(problems.map(({ row }) => row));
        const written = rows.flatMap((row, i) => (row.every((one) => one.trim() === '') ? [] : [i + 2]));
        expect([...people.map(({ row }) => row), ...wrong].sort((a, b) => a - b)).toEqual(written);
        expect(new Set(people.map(({ person }) => person.phone)).size).toBe(people.length);
        const emails = people.flatMap(({ person }) => person.email ?? []);
        expect(new Set(emails).size).toBe(emails.length);
      }),
    );
  });

  it('keep a cell that looks like a formula as the text it is', () => {
    const { people } = peopleOf([['=cmd()', '13800000001', '', '+1', '@x']], columns);
    expect(people[0]?.person).toMatchObject({ name: '=cmd()', headline: '+1', resume: '@x' });
  });

  it('repeat by mail as well, and say which row', () => {
    const rows = [
      ['甲', '13800000001', 'a@b.cn'],
      ['乙', '13800000002', 'A@b.cn'],
    ];
    expect(peopleOf(rows, columns).problems).toEqual([{ row: 3, field: 'email', problem: 'repeated', first: 2 }]);
  });
});

describe('whose a résumé is', () => {
  it.each([
    [
      '个人简历\n姓名：张 三\n手机：138-0000-0001\nzhang@example.cn',
      { name: '张三', phone: '13800000001', email: 'zhang@example.cn' },
    ],
    ['欧阳小明\n男 | 28岁 | 13800000001\n工作经历', { name: '欧阳小明', phone: '13800000001', email: null }],
    ['Resume\nJane Doe\nPhone +86 138 0000 0001', { name: 'Jane Doe', phone: '13800000001', email: null }],
    ['姓名  王芳  性别  女\n电话 13800000002', { name: '王芳', phone: '13800000002', email: null }],
    ['工作经历\n某某公司\n销售经理', { name: null, phone: null, email: null }],
    ['身份证 110101199001011380000', { name: null, phone: null, email: null }],
  ])('%j', (text, facts) => {
    expect(resumeFacts(text)).toEqual(facts);
  });

  it('is guessed of nothing without a fault', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void resumeFacts(text)));
  });
});

it('results of a round are named once, with a round, a score and a word', () => {
  const columns = ['applicationId', 'phone', 'round', 'score', 'passed', 'comment', 'day'] as const;
  const rows = [
    ['app_0001', '', '终面', '90.5', '是', '好', '2026/1/5'],
    ['', '13800000001', 'written test', '', 'no', '', ''],
    ['', '13800000001', '笔试', '10', '否', '', ''],
    ['', '', '复试', '-1', '', '', '昨天'],
  ];
  const { results, problems } = roundRowsOf(rows, columns);
  expect(results).toMatchObject([
    { row: 2, who: { applicationId: 'app_0001' }, round: 'final', score: 90.5, passed: true, day: '2026-01-05' },
    { row: 3, who: { phone: '13800000001' }, round: 'written_test', score: null, passed: false },
  ]);
  expect(problems.map(({ row, problem }) => [row, problem])).toEqual([
    [4, 'repeated'],
    [5, 'who_missing'],
    [5, 'score_invalid'],
    [5, 'passed_unknown'],
    [5, 'day_invalid'],
  ]);
});
