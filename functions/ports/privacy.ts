import type { ErasureState } from '#shared/privacy/laws.ts';
import type { PrivacySettings } from '#shared/privacy/settings.ts';

/** What is left to know of one interview while it is deleted: ids only. */
export type ErasedInterview = {
  interviewId: string;
  applicationId: string;
  requisitionId: string;
  positionId: string;
  questionIds: string[];
  slots: string[];
  /** Accepted phrases that are the candidate's own words. */
  paraphraseIds: string[];
  /** Whether the vacancy stays filled: who joined is counted, and is nobody any more. */
  joined: boolean;
  /** Under which what counts of it stays. It leads nowhere. */
  anon: string;
};
export type ErasureLinks = {
  interviews: ErasedInterview[];
  /** Openings they applied to by a link, or stand in the process of. */
  requisitionIds: string[];
  fileIds: string[];
};

/** How much there was of what when it began. */
export const erasedKinds = ['interviews', 'answers', 'recordings', 'reports', 'notes', 'messages', 'files'] as const;
export type ErasedCounts = Record<(typeof erasedKinds)[number], number>;

export type Erasure = {
  erasureId: string;
  candidateId: string;
  because: 'asked' | 'retention';
  state: ErasureState;
  askedAt: string;
  /** Of HR, who did not wait for the day. */
  by: string | null;
  dueAt: string | null;
  begunAt: string | null;
  doneAt: string | null;
  counts: ErasedCounts | null;
  links: ErasureLinks | null;
  /** Over everything above but the links, when it was done. */
  hash: string | null;
};

export type Erasures = {
  get(company: string, erasureId: string): Promise<Erasure | undefined>;
  /** The newest first. */
  page(
    company: string,
    after: { limit: number; cursor?: string | undefined },
  ): Promise<{ erasures: Erasure[]; cursor: string | null }>;
  /** What this candidate asked for and did not take back. */
  ofCandidate(company: string, candidateId: string): Promise<{ erasureId: string; code: string | null } | undefined>;
  byCode(code: string): Promise<{ company: string; erasureId: string } | undefined>;
  /** One at a time: answers the one that stands; undefined where it is under way and the person is gone. */
  ask(
    company: string,
    erasure: Erasure,
    code: string | null,
  ): Promise<{ erasureId: string; code: string | null } | undefined>;
  /** From one state to what is given, if it still is in it. */
  move(company: string, from: ErasureState, erasure: Erasure): Promise<boolean>;
  takeBack(company: string, erasure: Erasure): Promise<boolean>;
  /** From here on nothing comes into being of this person. 'held': they must not be deleted. */
  begin(company: string, erasure: Erasure): Promise<'begun' | 'held' | 'changed'>;
};

/** What lies of a person in the table, and its removal. Every step may be repeated and be cut off anywhere. */
export type Eraser = {
  links(company: string, candidateId: string, anon: () => string): Promise<ErasureLinks>;
  counts(company: string, candidateId: string, links: ErasureLinks): Promise<ErasedCounts>;
  interview(company: string, candidateId: string, interview: ErasedInterview): Promise<number>;
  person(company: string, candidateId: string, links: ErasureLinks): Promise<number>;
  /** Whether there are recordings to hear. */
  hasMedia(company: string, interviewId: string): Promise<boolean>;
  /** Notes that its recordings went; their words stay. */
  mediaGone(company: string, interviewId: string): Promise<void>;
};

/** The bucket, where something goes away for good. */
export type Shredder = {
  /** Everything whose key begins so; how much there was. */
  removeAll(prefix: string): Promise<number>;
};

export type Hold = { candidateId: string; reason: string; by: string; at: string };
export type Holds = {
  all(company: string): Promise<Hold[]>;
  of(company: string, candidateId: string): Promise<Hold | undefined>;
  /** False where the deletion has begun. */
  put(company: string, hold: Hold): Promise<boolean>;
  lift(company: string, candidateId: string): Promise<void>;
};

export type PrivacySettingsStore = {
  get(company: string): Promise<PrivacySettings>;
  put(company: string, settings: PrivacySettings): Promise<void>;
};

/** What of privacy is due: a deletion, or a look at whether somebody's data is still needed. */
export type PrivacyDue = { company: string; at: string } & (
  | { kind: 'erase'; erasureId: string }
  | { kind: 'retention'; candidateId: string }
);
export type PrivacyDues = {
  before(now: Date, limit: number): Promise<PrivacyDue[]>;
  /** Puts it off, or away, where it still is as it was read. */
  settle(due: PrivacyDue, to: string | null): Promise<void>;
  /** Since when we have that person's data; undefined where there is no more of it. */
  knownSince(company: string, candidateId: string): Promise<string | undefined>;
};
