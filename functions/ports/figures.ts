import type { Contribution } from '#shared/figures/contribution.ts';
import type { Known } from '#shared/figures/facts.ts';
import type { FactList, Family, Report } from '#shared/figures/names.ts';
import type { FactRow } from '#shared/figures/rows.ts';

/** Where a row stands and what it says, in short: enough to see that it has to be moved or written anew. */
export type KeptRow = { list: FactList; day: string; at: string; n: number; digest: string };

/** What one interview has in the figures, as it was added. `revision` grows with every change of it. */
export type Kept = {
  /** Of the history it was made from. */
  version: number;
  revision: number;
  known: Known;
  contribution: Contribution;
  rows: KeptRow[];
};
/** `stored`: what was read; the change holds only if it still stands. */
export type FiguresChange = {
  company: string;
  positionId: string;
  interviewId: string;
  stored: Kept | undefined;
  kept: Kept;
  rows: FactRow[];
};

/** Numbers of one day of one family, by the names of `cellName`. */
export type DayCells = { day: string; cells: Record<string, number> };
/** Null: of the whole company. */
export type Scope = string | null;

export type RowsWanted = {
  positionId?: string | undefined;
  /** Days of the company's calendar, both included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Rows that are read, not those that are kept by somebody's narrowing. */
  limit: number;
  cursor?: string | undefined;
};

export type Figures = {
  kept(company: string, positionId: string, interviewId: string): Promise<Kept | undefined>;
  /** The item, its differences in the counters and its rows, or nothing; false when another writer was first. */
  write(change: FiguresChange): Promise<boolean>;
  days(company: string, scope: Scope, family: Family, from: string, to: string): Promise<DayCells[]>;
  /** The newest first. */
  rows(company: string, list: FactList, wanted: RowsWanted): Promise<{ rows: FactRow[]; cursor: string | null }>;
};

/** Breakdowns that a company made for itself; version 0: none yet. */
export type Reports = {
  read(company: string): Promise<{ version: number; reports: Report[] }>;
  /** False when the version before is not the one that stands. */
  write(company: string, made: { version: number; reports: Report[] }): Promise<boolean>;
};

/** Of a table in a file; null is empty. */
export type Cell = string | number | null;
export type Spreadsheet = { xlsx(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> };
