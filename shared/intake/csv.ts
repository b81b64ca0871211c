/** What a spreadsheet would run as a formula. */
const begins = /^[=+\-@\t\r]/;

/** A cell that a spreadsheet shows and never runs. A number with its sign is one and stays it. */
export const neutralised = (cell: string): string =>
  begins.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;

/** As Excel opens it with a double click: a mark for UTF-8, lines ended as on Windows. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(neutralised(cell))).join(',')).join('\r\n')}\r\n`;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
