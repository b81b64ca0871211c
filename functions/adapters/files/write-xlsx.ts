import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from '#functions/ports/figures.ts';

/** Unseen, and no break of a line. */
const wordJoiner = '\u2060';

/**
 * write-excel-file 4.1 looks texts up in an ordinary object: one named as what every object has (`constructor`) is found
 * there, and the whole file cannot be opened. With an unseen sign before it, it is a text like any other.
 */
const asText = (text: string): string => (text in Object.prototype ? `${wordJoiner}${text}` : text);

/** Text goes in as text: no cell is a formula, whatever it begins with. The first row is the heading. */
export async function writeXlsx(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const sheet = rows.map((row, at) =>
    row.map((cell) => {
      if (cell === null) return null;
      if (typeof cell === 'number') return { value: cell, type: Number };
      return { value: asText(cell), type: String, ...(at === 0 && { fontWeight: 'bold' as const }) };
    }),
  );
  return writeXlsxFile(sheet).toBuffer();
}
