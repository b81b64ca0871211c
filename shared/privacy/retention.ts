import type { InterviewStatus } from '../interview/state.ts';
import type { PrivacySettings } from './settings.ts';

/** What of one interview says how long it is needed. `lastAt`: of the last that happened. */
export type KeptInterview = {
  interviewId: string;
  status: InterviewStatus;
  joined: boolean;
  pooled: boolean;
  lastAt: string;
  endedAt: string | null;
  hasMedia: boolean;
};

export type Retention =
  /** Under way, or hired: no clock runs for the person. */
  | { erase: false; until: null; media: string[]; mediaUntil: string | null }
  | { erase: boolean; until: string; media: string[]; mediaUntil: string | null };

const open: readonly InterviewStatus[] = ['invited', 'scheduled', 'in_progress', 'submitted'];

export const isOver = ({ status }: Pick<KeptInterview, 'status'>): boolean => !open.includes(status);

/** So many months later, the last day of a shorter month instead of one beyond it. */
export function plusMonths(at: string, months: number): string {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString();
}

/** Whether somebody's data, or their recordings, have been kept for long enough. `knownSince`: when we first had it. */
export function retentionOf(
  settings: PrivacySettings,
  { knownSince, interviews }: { knownSince: string; interviews: KeptInterview[] },
  now: Date,
): Retention {
  const at = now.toISOString();
  const withMedia = interviews.filter((one) => one.hasMedia && !open.includes(one.status));
  const ends = withMedia.map((one) => ({
    id: one.interviewId,
    until: plusMonths(one.endedAt ?? one.lastAt, settings.mediaMonths),
  }));
  const media = ends.filter(({ until }) => until <= at).map(({ id }) => id);
  const mediaUntil =
    ends
      .map(({ until }) => until)
      .filter((until) => until > at)
      .sort()[0] ?? null;
  if (interviews.some((one) => one.joined || open.includes(one.status))) {
    return { erase: false, until: null, media, mediaUntil };
  }
  const last = [knownSince, ...interviews.map(({ lastAt }) => lastAt)].sort().at(-1) ?? knownSince;
  const pooled = interviews.some((one) => one.pooled);
  const until = plusMonths(
    last,
    pooled ? Math.max(settings.poolMonths, settings.unhiredMonths) : settings.unhiredMonths,
  );
  return { erase: until <= at, until, media, mediaUntil };
}
