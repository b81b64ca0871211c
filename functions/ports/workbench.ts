import type { CopyName, StatusCounts, WorkbenchRow } from '#shared/application/copies.ts';
import type { WorkbenchFilter } from '#shared/contract/workbench.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';

/** `version` grows with every change that HR could see. */
export type WorkbenchCounts = { version: number; statuses: StatusCounts; trouble: number };

/** `from` and `to`: instants of the lists' own order, the second one excluded. `after`: a cursor of a page before. */
export type PageOf = {
  lists: readonly string[];
  newestFirst: boolean;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  only?: RowFilter;
};
/** What is looked for within a list; all of it must hold. */
export type RowFilter = {
  statuses?: readonly InterviewStatus[] | undefined;
  positionIds?: readonly string[] | undefined;
  score?: { least: number; most: number } | undefined;
};
export type RowPage = { rows: WorkbenchRow[]; cursor: string | null };

/** The lists of a company's interviews, as the copies keep them. Every read costs a bounded number of pages. */
export type WorkbenchRows = {
  counts(company: string): Promise<WorkbenchCounts>;
  version(company: string): Promise<number>;
  bookedOn(company: string, date: string): Promise<number>;
  /** Several lists are read as one, in their common order. Fewer rows than a page may come with a cursor. */
  page(company: string, wanted: PageOf): Promise<RowPage>;
  /** Rows of these interviews, as far as there are any. */
  of(company: string, interviewIds: readonly string[]): Promise<WorkbenchRow[]>;
  /** Interviews of people whose name, or a part of it, begins so. */
  named(company: string, text: string, after?: string): Promise<RowPage>;
};

/** What a row shows of the person and the opening. */
export type Nameplates = {
  candidates(company: string, candidateIds: readonly string[]): Promise<Map<string, string>>;
  openings(
    company: string,
    requisitionIds: readonly string[],
  ): Promise<Map<string, { position: string; department: string }>>;
};

/** Copies that a check of the last days had to put right, as the checks themselves say. */
export type Healed = {
  recent(company: string): Promise<{ interviewId: string; at: string; copies: CopyName[] }[]>;
};

export type SavedFilter = { filterId: string; name: string; filter: WorkbenchFilter };
export type Filters = {
  of(company: string, userId: string): Promise<SavedFilter[]>;
  put(company: string, userId: string, filter: SavedFilter): Promise<void>;
  remove(company: string, userId: string, filterId: string): Promise<void>;
};

/** `asked`: how often a change has asked for it. */
export type Board = { company: string; asked: number };
/** The figures on WeCom's own workbench, that are to be set when a company's counts have changed. */
export type Boards = {
  due(now: Date): Promise<Board[]>;
  /** Until `next`, unless it was asked for again meanwhile. */
  settle(board: Board, next: string): Promise<void>;
  /** Recruiters, by their id in WeCom. */
  readers(company: string): Promise<string[]>;
  shown(company: string): Promise<string | undefined>;
  keep(company: string, shown: string): Promise<void>;
};
