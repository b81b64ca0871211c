import type { Lesson } from '#shared/analytics/lesson.ts';
import type { LearnedValue, Topic } from '#shared/contract/learned.ts';

/** What one interview taught, kept so that only what has changed is read anew. */
export type Lessons = {
  /** Interviews of an opening, with the version of the history their copies stand at. */
  wanted(company: string, requisitionId: string): Promise<{ interviewId: string; version: number }[]>;
  of(company: string, requisitionId: string): Promise<Lesson[]>;
  put(company: string, lesson: Lesson): Promise<void>;
  /** Its interview is no more. */
  remove(company: string, lesson: Pick<Lesson, 'requisitionId' | 'interviewId'>): Promise<void>;
};

/** `subject`: a position, or '' for the company. `version`: 1 the first time. */
export type Learned<T extends Topic> = { subject: string; version: number; at: string; value: LearnedValue<T> };
export type Learning = {
  newest<T extends Topic>(company: string, topic: T, subject?: string): Promise<Learned<T> | undefined>;
  /** The newest of every subject. */
  all<T extends Topic>(company: string, topic: T): Promise<Learned<T>[]>;
  /** The newest first. */
  past<T extends Topic>(company: string, topic: T, limit: number, subject?: string): Promise<Learned<T>[]>;
  /** As the next version. */
  keep<T extends Topic>(company: string, topic: T, learned: Omit<Learned<T>, 'version'>): Promise<number>;
};

/** Which companies are to learn. */
export type LearningTurns = {
  due(now: Date): Promise<string[]>;
  /** When the next turn is; the first one where there is none yet. */
  next(company: string, at: string): Promise<void>;
  begin(company: string, at: string): Promise<void>;
};
