import { decodedText } from './decode-text.ts';
import { type FileLimits, type FileResult, type GivenFile, Unfit } from './file.ts';
import { readCsv } from './read-csv.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { readXlsx } from './read-xlsx.ts';

/** Reads in this thread. What a reader does without end can only be stopped from outside: see read-file.ts. */
export async function parseFile(file: GivenFile, limits: FileLimits): Promise<FileResult> {
  try {
    if (file.bytes.length === 0) throw new Unfit('empty');
    if (file.bytes.length > limits.bytes) throw new Unfit('too_large');
    return { ok: true, content: file.wanted === 'table' ? await table(file, limits) : await text(file, limits) };
  } catch (error) {
    // The readers throw what they please for what is in the bytes.
    return { ok: false, code: error instanceof Unfit ? error.code : 'unreadable' };
  }
}

async function table({ bytes }: GivenFile, limits: FileLimits) {
  const form = formOf(bytes);
  if (form !== 'zip' && form !== 'text') throw new Unfit(form === 'old' ? 'encrypted' : 'unsupported');
  const rows = form === 'zip' ? await readXlsx(new Uint8Array(bytes), limits) : readCsv(bytes, limits);
  const cut = rows.slice(0, lastWritten(rows) + 1);
  if (cut.length < 2) throw new Unfit('empty');
  if (cut.length > limits.rows + 1) throw new Unfit('too_many_rows');
  if (cut.some((row) => row.length > limits.columns)) throw new Unfit('too_many_columns');
  if (cut.some((row) => isLong(row, limits))) throw new Unfit('too_large');
  return { kind: 'table' as const, rows: cut.map((row) => row.map(clean)) };
}

async function text({ bytes, mime }: GivenFile, limits: FileLimits) {
  const form = formOf(bytes);
  if (form === 'old') throw new Unfit('unsupported');
  const raw =
    form === 'pdf'
      ? await readPdf(new Uint8Array(bytes), limits)
      : form === 'zip'
        ? await readDocx(bytes, limits)
        : mime === 'text/plain'
          ? decodedText(bytes)
          : undefined;
  if (raw === undefined) throw new Unfit('unsupported');
  const tidied = tidy(raw);
  if (tidied.length < 10) throw new Unfit('no_text');
  return { kind: 'text' as const, text: clean(tidied.slice(0, limits.textCharacters)) };
}

/** By its first bytes: names and types are what somebody said. `old`: Word and Excel before 2007, and anything they encrypt. */
function formOf(bytes: Uint8Array): 'zip' | 'pdf' | 'old' | 'text' {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('PK')) return 'zip';
  if (Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-')) return 'pdf';
  return head.startsWith('\xd0\xcf\x11\xe0') ? 'old' : 'text';
}

const isLong = (row: string[], { cellCharacters, rowCharacters }: FileLimits): boolean =>
  row.some((cell) => cell.length > cellCharacters) || row.reduce((sum, cell) => sum + cell.length, 0) > rowCharacters;

/** Without control characters and half characters. */
const clean = (raw: string): string => raw.replace(/[^\P{Cc}\n\t]/gu, '').toWellFormed();

const lastWritten = (rows: string[][]): number => rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));

const tidy = (raw: string): string =>
  raw
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
