import type { Session } from '#functions/ports/access.ts';

/** Where somebody is signed in, as they may see it. */
export const sessionViews = (all: Session[], current: string | undefined) =>
  all.map(({ sessionId, device, createdAt, usedAt, endsAt }) => ({
    sessionId,
    device,
    createdAt,
    usedAt,
    endsAt,
    current: sessionId === current,
  }));
