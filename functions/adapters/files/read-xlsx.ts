import { readSheet } from 'read-excel-file/universal';
import { type FileLimits, Unfit } from './file.ts';
import { refuseBombs } from './unpacked-size.ts';

/** The first sheet. A formula counts as what it last showed; a day is written as a day. */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>, limits: FileLimits): Promise<string[][]> {
  refuseBombs(bytes, limits);
  const rows = await readSheet(bytes.buffer).catch(() => {
    throw new Unfit('unreadable');
  });
  return rows.map((row) => row.map(textOf));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  // A phone typed as a number: never 1.38e10.
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
  return String(cell);
}
