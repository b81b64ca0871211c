import type { CourseProgress } from '#shared/training/courses.ts';

/** What a member of staff has learned. */
export type Lessons = {
  of(company: string, userId: string): Promise<CourseProgress[]>;
  /** The farthest step; going back to an earlier one changes nothing. */
  reach(company: string, userId: string, course: CourseProgress['course'], step: number): Promise<void>;
  /** When it was first completed stays. */
  complete(company: string, userId: string, course: CourseProgress['course'], at: string): Promise<string>;
};

export type Reader = { userId: string } | { candidateId: string };
/** A training session held live; `link` leads into it. */
export type LiveSession = {
  sessionId: string;
  title: string;
  startsAt: string;
  endsAt: string;
  link: string;
  by: string;
};

/** 消息中心: which release notes and announcements a person has read, and the sessions that are announced. */
export type Notices = {
  read(company: string, reader: Reader): Promise<string[]>;
  markRead(company: string, reader: Reader, noticeIds: readonly string[]): Promise<void>;
  /** Those that are not over, the next first. */
  sessions(company: string, now: Date): Promise<LiveSession[]>;
  /** The same one announced twice is one. */
  announce(company: string, session: LiveSession): Promise<void>;
  /** False where there is none of that id any more. */
  callOff(company: string, sessionId: string, now: Date): Promise<boolean>;
};
