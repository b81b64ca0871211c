import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { writeXlsx } from '#functions/adapters/files/write-xlsx.ts';

const written = async (rows: (string | number | null)[][]) => {
  const [sheet] = await readXlsxFile(Buffer.from(await writeXlsx(rows)));
  return sheet?.data.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace('\u2060', '') : cell)));
};

it('reads back as it was written: numbers, gaps, what looks like a formula or like markup (SCENARIOS 23)', async () => {
  const rows = [
    ['姓名', '分'],
    ['=HYPERLINK("x")', 0.5],
    ['<script>&"', -1],
    ['+86 138', 100],
    ['王', null],
  ];
  expect(await written(rows)).toEqual(rows);
});

it.each(Object.getOwnPropertyNames(Object.prototype))('somebody may be called %s', async (name) => {
  const rows = [
    ['姓名', '分'],
    [name, 1],
  ];
  expect(await written(rows)).toEqual(rows);
});
