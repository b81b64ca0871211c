import { intakeLimits } from '#shared/intake/files.ts';
import type { FileLimits } from './file.ts';

export const fileLimits: FileLimits = {
  bytes: intakeLimits.bytes,
  unpackedBytes: 60_000_000,
  parts: 2000,
  rows: intakeLimits.rows,
  columns: intakeLimits.columns,
  cellCharacters: intakeLimits.cellCharacters,
  rowCharacters: 60_000,
  textCharacters: intakeLimits.resumeCharacters,
  pages: 60,
  milliseconds: 20_000,
};
