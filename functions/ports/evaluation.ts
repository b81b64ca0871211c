import type { RatedAnswer } from '#shared/evaluation/agreement.ts';
import type { Operation } from '../ports.ts';

/** A person's level for one answer, beside what the scorer had made of it at that time. */
export type Rating = RatedAnswer & { report: number; at: string };
export type Ratings = {
  /** One a person and answer: a later one takes its place. */
  put(company: string, positionId: string, rating: Rating): Promise<void>;
  ofPosition(company: string, positionId: string): Promise<Rating[]>;
};

export type StoredParaphrase = {
  paraphraseId: string;
  questionId: string;
  keyPoint: string;
  phrase: string;
  by: string;
  at: string;
  withdrawnAt: string | null;
  /** The list's version it came with. */
  since: number;
};
/** A position's list of accepted phrases. Its version grows by one with every phrase that is accepted or withdrawn. */
export type ParaphraseList = { version: number; paraphrases: StoredParaphrase[] };
export type Paraphrases = {
  ofPosition(company: string, positionId: string): Promise<ParaphraseList>;
  /** 'conflict' where the list is no longer at `since - 1`. */
  add(
    company: string,
    positionId: string,
    paraphrase: StoredParaphrase,
    operation: Operation,
  ): Promise<'added' | 'conflict' | 'operation_exists'>;
  /** `from`: the list's version that was read. */
  withdraw(
    company: string,
    positionId: string,
    paraphraseId: string,
    at: { from: number; withdrawnAt: string },
  ): Promise<'withdrawn' | 'conflict'>;
};

/** What is left of an answer for finding one that says the same word for word, and whose it is. */
export type KeptPrint = {
  interviewId: string;
  applicationId: string;
  candidateId: string;
  attempt: number;
  /** When it was first looked at, ISO instant: of two that are alike the later one is the copy. */
  at: string;
  print: number[];
};
export type Fingerprints = {
  /** Answers the one that stands for this interview and attempt: of the same answer, the first. */
  keep(company: string, positionId: string, questionId: string, print: KeptPrint): Promise<KeptPrint>;
  of(company: string, positionId: string, questionId: string): Promise<KeptPrint[]>;
};

/** How far a judgement is that takes its time; gone when it is done. */
export type Headway = { request: number; done: number; total: number };
export type Headways = {
  show(company: string, interviewId: string, headway: Headway): Promise<void>;
  read(company: string, interviewId: string): Promise<Headway | undefined>;
  clear(company: string, interviewId: string): Promise<void>;
};
