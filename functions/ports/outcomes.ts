import type { Outcome } from '#shared/contract/learning.ts';
import type { OutcomeProblem, OutcomeRow } from '#shared/intake/outcome-row.ts';
import type { Result } from '#shared/result.ts';

/** How it went with somebody who was hired. A correction is the next version; every one is kept. */
export type StoredOutcome = Outcome & {
  interviewId: string;
  positionId: string;
  version: number;
  at: string;
  by: string;
  from: 'entered' | 'file' | 'connector';
  /** When the connected system was told it, by that system's clock. */
  saidAt?: string;
};

export type Outcomes = {
  /** The newest of everybody. */
  all(company: string): Promise<StoredOutcome[]>;
  /** Of those of these interviews that were followed, what the dashboards ask. */
  ofInterviews(
    company: string,
    interviewIds: readonly string[],
  ): Promise<Map<string, { retained: boolean | null; performance: number | null }>>;
  newest(company: string, applicationId: string): Promise<StoredOutcome | undefined>;
  /** The oldest first. */
  versions(company: string, applicationId: string): Promise<StoredOutcome[]>;
  /** False where that version is there already. */
  put(company: string, outcome: StoredOutcome): Promise<boolean>;
};

/** What a connected system says of one person; what it leaves out stays as it is known. */
export type SourceRow = OutcomeRow & { saidAt: string };
export type SourceProblem = OutcomeProblem | 'changed_invalid' | 'unreadable';
/** `rows` from 1 on, each read for itself. */
export type SourcePage = { rows: SourceRow[]; bad: { row: number; problem: SourceProblem }[] };

/** A system of the company's own that knows how it went. */
export type OutcomeSource = {
  /**
   * What was changed there since an instant, page by page; the last one is an error where the rest could not be had, its
   * cause without a URL, a key or anybody's words. Undefined where no system of this company's is connected.
   */
  pages(company: string, since: string): AsyncIterable<Result<SourcePage, { cause: string }>> | undefined;
};

/** When a connected system last answered to the end, and when it last did not since. */
export type OutcomesPulled = { at: string | null; failedAt: string | null };
export type OutcomePulls = {
  last(company: string): Promise<OutcomesPulled | undefined>;
  keep(company: string, at: string): Promise<void>;
  /** Where the next one asks from stays. */
  keepFailure(company: string, at: string): Promise<void>;
};
