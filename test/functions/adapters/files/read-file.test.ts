import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { fileLimits } from '#functions/adapters/files/limits.ts';
import { parseFile } from '#functions/adapters/files/parse-file.ts';
import { readFile } from '#functions/adapters/files/read-file.ts';
import { pdfOf } from './pdf.ts';
import { zipOf } from './zip.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const table = (bytes: Uint8Array, limits = fileLimits) => parseFile({ bytes, mime: '', wanted: 'table' }, limits);
const text = (bytes: Uint8Array, mime = '') => parseFile({ bytes, mime, wanted: 'text' }, fileLimits);
const xlsxOf = async (rows: string[][]) => {
  const made = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String }))));
  return new Uint8Array(await made.toBuffer());
};

describe('a table (SCENARIOS 22)', () => {
  it.each([
    ['UTF-8', bytesOf('姓名,手机\n张三,1')],
    ['UTF-8 with its mark', bytesOf('\ufeff姓名,手机\r\n张三,1\r\n')],
    [
      'GB18030',
      Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 44, 0xca, 0xd6, 0xbb, 0xfa, 10, 0xd5, 0xc5, 0xc8, 0xfd, 44, 49]),
    ],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeff姓名\t手机\n张三\t1', 'utf16le'))],
    ['with semicolons', bytesOf('姓名;手机\n张三;1')],
  ])('is read in %s', async (_, bytes) => {
    expect(await table(bytes)).toEqual({
      ok: true,
      content: {
        kind: 'table',
        rows: [
          ['姓名', '手机'],
          ['张三', '1'],
        ],
      },
    });
  });

  it('comes back from XLSX as it was written', async () => {
    // The package that writes the sheet here loses `constructor` and its like; what is tested is the reading.
    const cell = fc
      .stringMatching(/^[a-z0-9\u4e00-\u9fa5=+@,"' -]{1,12}$/)
      .filter((one) => one.trim() === one && !(one in {}));
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        expect(await table(await xlsxOf(given))).toEqual({ ok: true, content: { kind: 'table', rows: given } });
      }),
      { numRuns: 15 },
    );
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing', () => new Uint8Array(), 'empty'],
    ['a header alone', () => bytesOf('姓名,手机\n\n'), 'empty'],
    ['five megabytes of commas', () => new Uint8Array(5_000_000).fill(44), 'too_many_columns'],
    ['commas in the second row', () => bytesOf(`a,b\n${','.repeat(100_000)}x`), 'too_many_columns'],
    [
      'a hundred thousand columns of a sheet',
      () => xlsxOf([Array(200).fill('x'), Array(200).fill('y')]),
      'too_many_columns',
    ],
    ['too many rows', () => bytesOf(`a\n${'1\n'.repeat(2001)}`), 'too_many_rows'],
    ['a cell too long', () => bytesOf(`a\n${'x'.repeat(20_001)}`), 'too_large'],
    ['a quote without an end', () => bytesOf(`a\n"${'x'.repeat(2_000_000)}`), 'unreadable'],
    ['bytes of nothing', () => Uint8Array.from([0xff, 0x00, 0xfe, 0x00, 0x81]), 'unreadable'],
    ['a broken sheet', async () => (await xlsxOf([['a'], ['b']])).slice(0, 900), 'unreadable'],
    ['a ZIP that is no sheet', () => zipOf({ 'a.txt': Buffer.from('a') }), 'unreadable'],
    [
      'an old or encrypted workbook',
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'encrypted',
    ],
    ['a PDF', () => pdfOf('name'), 'unsupported'],
    ['more than five megabytes', () => new Uint8Array(5_000_001), 'too_large'],
  ])('that is %s is refused', async (_, make, code) => {
    expect(await table(await make())).toEqual({ ok: false, code });
  });

  it('that unpacks without end is refused before a reader sees it, whatever its directory says', async () => {
    const bomb = { 'xl/workbook.xml': Buffer.alloc(80_000_000) };
    expect(await table(zipOf(bomb))).toEqual({ ok: false, code: 'too_large' });
    expect(await table(zipOf(bomb, { claims: 10 }))).toEqual({ ok: false, code: 'too_large' });
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`f${i}`, Buffer.alloc(1)]));
    expect(await table(zipOf(many))).toEqual({ ok: false, code: 'too_large' });
  });

  it('of any bytes at all is an answer', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => void (await table(given))),
      { numRuns: 60 },
    );
    const zips = bytes.map((rest) => Uint8Array.from([0x50, 0x4b, 3, 4, ...rest]));
    await fc.assert(
      fc.asyncProperty(zips, async (given) => void (await table(given))),
      { numRuns: 60 },
    );
  });
});

describe('a résumé', () => {
  it('is read from a PDF, a DOCX and a text', async () => {
    expect(await text(pdfOf('Jane Doe, three years of sales'))).toMatchObject({
      ok: true,
      content: { kind: 'text', text: 'Jane Doe, three years of sales' },
    });
    const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>张三，三年销售经验，擅长大客户</w:t></w:r></w:p></w:body></w:document>`;
    const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
    const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
    const docx = zipOf({
      '[Content_Types].xml': Buffer.from(types),
      '_rels/.rels': Buffer.from(rels),
      'word/document.xml': Buffer.from(document),
    });
    expect(await text(docx)).toMatchObject({ ok: true, content: { text: '张三，三年销售经验，擅长大客户' } });
    expect(await text(bytesOf('张三\r\n\r\n\r\n\r\n三年销售经验'), 'text/plain')).toMatchObject({
      ok: true,
      content: { text: '张三\n\n三年销售经验' },
    });
  });

  it.each<[string, () => Uint8Array, string, string]>([
    ['a scan without text', () => pdfOf(''), 'application/pdf', 'no_text'],
    ['a broken PDF', () => pdfOf('x').slice(0, 60), 'application/pdf', 'unreadable'],
    ['an old Word file', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), '', 'unsupported'],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'application/pdf', 'unsupported'],
  ])('that is %s is refused', async (_, make, mime, code) => {
    expect(await text(make(), mime)).toEqual({ ok: false, code });
  });
});

describe('the thread', () => {
  it('is ended when its time is over', async () => {
    const slow = await readFile({ bytes: pdfOf('slow'), mime: '', wanted: 'text' }, { ...fileLimits, milliseconds: 1 });
    expect(slow).toEqual({ ok: false, code: 'timed_out' });
  });

  it('answers as this one does', async () => {
    const bytes = bytesOf('姓名,手机\n张三,1');
    expect(await readFile({ bytes, mime: '', wanted: 'table' })).toEqual(await table(bytes));
  });
});

it('the packed bytes of a bomb are small', () => {
  expect(deflateRawSync(Buffer.alloc(80_000_000)).length).toBeLessThan(fileLimits.bytes);
});
