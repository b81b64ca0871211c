import type { Law, Purpose } from '#shared/privacy/laws.ts';

/** What a candidate took back after they had agreed to it. */
export type Withdrawals = {
  of(company: string, candidateId: string): Promise<{ purpose: Purpose; withdrawnAt: string }[]>;
  /** The first one of a purpose stands; its instant is answered. */
  put(company: string, candidateId: string, purpose: Purpose, at: string): Promise<string>;
};

export type Language = 'zh' | 'en';
export type NoticeText = { title: string; paragraphs: { head: string; text: string }[] };
export type StoredNotice = NoticeText & { version: number; by: string; at: string };
/** What a company tells of what it does with data, by law and language. Every version is kept: a consent names one. */
export type CompanyNotices = {
  newest(company: string, law: Law, language: Language): Promise<StoredNotice | undefined>;
  /** False where another one was first. */
  put(company: string, law: Law, language: Language, notice: StoredNotice): Promise<boolean>;
};
