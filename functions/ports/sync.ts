import type { CopyName } from '#shared/application/copies.ts';

/** `end`: the check after each end; `daily`: the periodic one; `asked`: 「重新同步」. */
export type CheckCause = 'end' | 'daily' | 'asked';

/** One field of one copy, or one number of one counter. A value that was not there is null. */
export type ChangedField = { name: string; was: string | null; is: string | null };
export type Difference = {
  what: CopyName | 'progress' | 'counts' | 'figures';
  healed: boolean;
  fields: ChangedField[];
};

/**
 * What a check looked at: the copies of an interview's status, an opening's progress, the company's counts, or the figures
 * of a position or the company.
 */
export type CheckSubject =
  | { kind: 'interview'; interviewId: string; applicationId: string; candidateId: string; requisitionId: string }
  | { kind: 'progress'; requisitionId: string }
  | { kind: 'counts' }
  /** Null: of the whole company. */
  | { kind: 'figures'; positionId: string | null };

export type CheckRecord = {
  at: string;
  cause: CheckCause;
  /** Who asked for it, or 'system'. */
  by: string;
  subject: CheckSubject;
  differences: Difference[];
};

/** `checked`: subjects looked at; `drifted`: those that differed; `healed`: those of them that were put right whole. */
export type CheckDay = { date: string; checked: number; drifted: number; healed: number };

export type Checks = {
  /** Keeps it with the day's numbers, `date` being the company's; the same one noted twice counts once. */
  note(company: string, record: CheckRecord, date: string): Promise<void>;
  /** The newest first; `drifted`: only those in which something differed. */
  page(
    company: string,
    wanted: { drifted: boolean; limit: number; cursor?: string | undefined },
  ): Promise<{ checks: CheckRecord[]; cursor: string | null }>;
  /** The newest first. */
  days(company: string, limit: number): Promise<CheckDay[]>;
};

/** Numbers of a counter item by name; what is not there is 0. */
export type Tally = Record<string, number>;
export type CounterName =
  | { kind: 'progress'; requisitionId: string }
  | { kind: 'counts' }
  | { kind: 'figures'; positionId: string | null };
export type Counters = {
  /** Of figures: all there is, whatever is asked for. */
  read(company: string, name: CounterName, fields: readonly string[]): Promise<Tally>;
  /** Sets what differs, on the condition that every one of them still is what was read; of figures day by day. */
  set(company: string, name: CounterName, was: Tally, is: Tally): Promise<boolean>;
  /**
   * What it would say if it were counted now: an opening's progress from its contributions, the company's counts from the
   * lists of its workbench, a position's figures from what each interview adds, the company's from its positions'. Each of those is written together with its counter.
   */
  recount(company: string, name: CounterName): Promise<Tally>;
  /** True for the first who asks for this subject on this day. */
  claim(company: string, name: CounterName, date: string): Promise<boolean>;
};

/** Every interview of an opening, whatever became of its copies. */
export type Roster = {
  page(
    company: string,
    requisitionId: string,
    at: { limit: number; cursor?: string | undefined },
  ): Promise<{ interviewIds: string[]; cursor: string | null }>;
};
