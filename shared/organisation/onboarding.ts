import { type Priority, priorities } from './priority.ts';

type OnTheWay = { priority: Priority; since: string; stage: 'offer' | 'onboarding' };

/** Who comes first: the more urgent requisition, then whoever has accepted, then who has waited longest. */
export const byUrgency = (a: OnTheWay, b: OnTheWay): number =>
  priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
  stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
  a.since.localeCompare(b.since);

const stages = ['onboarding', 'offer'] as const;
