import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from '#functions/ports/figures.ts';

/** Text goes in as text: no cell is a formula, whatever it begins with. The first row is the heading. */
export async function writeXlsx(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const sheet = rows.map((row, at) =>
    row.map((cell) => {
      if (cell === null) return null;
      if (typeof cell === 'number') return { value: cell, type: Number };
      return { value: cell, type: String, ...(at === 0 && { fontWeight: 'bold' as const }) };
    }),
  );
  return writeXlsxFile(sheet).toBuffer();
}
