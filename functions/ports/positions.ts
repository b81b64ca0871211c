import type { Operation } from '#functions/ports.ts';
import type { Question } from '#shared/interview/plan.ts';
import type { versionKinds } from '#shared/organisation/position/version-kinds.ts';
import type { Position } from '#shared/organisation/records.ts';

/** A position as it stood after a save, who saved it and when; nobody, where it was imported. Never changed. */
export type PositionVersion = {
  version: number;
  kind: (typeof versionKinds)[number];
  at: string | null;
  by: string | null;
  /** Somebody said that an improper question was looked at. */
  acknowledged: boolean;
  position: Position;
};

export type BankQuestion = Omit<Question, 'id' | 'bank' | 'required'>;
export type BankVersion = { bankId: string; version: number; at: string; by: string; question: BankQuestion };

/** Written in one transaction or not at all. */
export type PositionWrite = {
  /** What was read; the write holds only if it still stands. Undefined: there is none yet. */
  before: Position | undefined;
  made: PositionVersion;
  /** The version before, where none was kept of it. */
  first?: PositionVersion;
  bank?: BankVersion;
  operation?: Operation;
};
export type PositionWritten = 'written' | 'conflict' | 'operation_exists';

export type Positions = {
  all(company: string): Promise<Position[]>;
  /** Every version, the oldest first. */
  versions(company: string, positionId: string): Promise<PositionVersion[]>;
  /** The newest first. */
  latest(company: string, positionId: string, limit: number): Promise<PositionVersion[]>;
  newest(company: string, positionId: string): Promise<PositionVersion | undefined>;
  write(company: string, write: PositionWrite): Promise<PositionWritten>;
};

/** The questions of all positions of a company, each with its versions. */
export type Bank = {
  /** The newest version of every question. */
  all(company: string): Promise<BankVersion[]>;
  newest(company: string, bankId: string): Promise<BankVersion | undefined>;
  versions(company: string, bankId: string): Promise<BankVersion[]>;
  /** The next version, from exactly the one before it. */
  save(company: string, version: BankVersion, operation: Operation): Promise<PositionWritten>;
};
