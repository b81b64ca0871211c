import type { InterviewStatus } from '#shared/interview/state.ts';
import type { RuleSet } from '#shared/rules/rule.ts';

/** A version of a position's rules, with who made it and when; null for one of a time before that was kept. */
export type SavedRules = RuleSet & { savedBy: string | null; savedAt: string | null };

/** The rules of a position, version by version; none is ever changed. */
export type Rules = {
  newest(company: string, positionId: string): Promise<SavedRules | undefined>;
  version(company: string, positionId: string, version: number): Promise<SavedRules | undefined>;
  /** The newest first. */
  versions(company: string, positionId: string, limit: number): Promise<SavedRules[]>;
  /** False when that version is there already: somebody else was first. */
  save(company: string, positionId: string, rules: SavedRules): Promise<boolean>;
  /** Interviews of an opening with where they stand, the newest first; `before`: older than this one. */
  past(
    company: string,
    requisitionId: string,
    at: { limit: number; before?: string | undefined },
  ): Promise<{ interviewId: string; status: InterviewStatus }[]>;
};
