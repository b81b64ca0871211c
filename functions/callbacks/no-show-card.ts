import type { OnCard } from '#functions/ports/callbacks.ts';
import { cards as words } from '#shared/copy/zh/cards.ts';

/** The card that tells of a candidate who did not come. One of the team says that they know: the rest see it in the log. */
const pattern = /^noshow_(itv_[a-z0-9]+)_(\d+)$/;

export const isNoShowCard = (taskId: string): boolean => pattern.test(taskId);

/** `tell`: who took it over, by ids. */
export const noShowCard =
  (tell: (taken: { interviewId: string; userId: string }) => void): OnCard =>
  async ({ taskId, userId, key }) => {
    const interviewId = pattern.exec(taskId)?.[1];
    if (interviewId === undefined || key !== 'seen') return undefined;
    tell({ interviewId, userId });
    return { says: words.noShow.seen };
  };
