import type { Outcome } from '#shared/contract/learning.ts';

/** How it went with somebody who was hired. A correction is the next version; every one is kept. */
export type StoredOutcome = Outcome & {
  interviewId: string;
  positionId: string;
  version: number;
  at: string;
  by: string;
  from: 'entered' | 'file' | 'connector';
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

/** A system of the company's own that knows how it went; what it says since an instant. */
export type OutcomeSource = { since(company: string, at: string): Promise<Outcome[]> };
