import type { FileRefusal } from '#shared/intake/files.ts';

/** What is in a file: a table of texts, its header first, or a text. */
export type FileContent = { kind: 'table'; rows: string[][] } | { kind: 'text'; text: string };
export type FileResult = { ok: true; content: FileContent } | { ok: false; code: FileRefusal };

/** What its sender called it, and is not believed. */
export type GivenFile = { bytes: Uint8Array; mime: string; wanted: 'table' | 'text' };

export type FileLimits = {
  bytes: number;
  /** What a packed file may unpack to, all its parts together, and how many parts. */
  unpackedBytes: number;
  parts: number;
  rows: number;
  columns: number;
  cellCharacters: number;
  /** Of all cells of one row together. */
  rowCharacters: number;
  textCharacters: number;
  pages: number;
  milliseconds: number;
};

export class Unfit extends Error {
  readonly code: FileRefusal;
  constructor(code: FileRefusal) {
    super(code);
    this.code = code;
  }
}
