import { CsvError, parse } from 'csv-parse/sync';
import { decodedText } from './decode-text.ts';
import { type FileLimits, Unfit } from './file.ts';

const delimiters = [',', ';', '\t'];

export function readCsv(bytes: Uint8Array, limits: FileLimits): string[][] {
  const text = decodedText(bytes);
  const end = text.search(/[\r\n]/);
  const header = end < 0 ? text : text.slice(0, end);
  const delimiter = commonest(header);
  // Looked at before a parser makes five million cells of it.
  if (times(header, delimiter) >= limits.columns) throw new Unfit('too_many_columns');
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: limits.rows + 2,
      max_record_size: limits.columns * limits.cellCharacters,
    }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw new Unfit('unreadable');
    throw error;
  }
}

const times = (text: string, what: string): number => text.split(what).length - 1;

const commonest = (header: string): string =>
  delimiters.reduce((best, one) => (times(header, one) > times(header, best) ? one : best), ',');
