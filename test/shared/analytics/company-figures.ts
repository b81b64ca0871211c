import type { FiguresForHints } from '#shared/analytics/hints.ts';
import type { Count } from '#shared/analytics/rate.ts';
import type { NoShowReason } from '#shared/interview/appointment.ts';
import { defaultSettings } from '#shared/settings.ts';
import type { Person } from './company.ts';

export const countOf = (people: readonly Person[], is: (person: Person) => boolean): Count => ({
  cases: people.filter(is).length,
  of: people.length,
});

export const reasonsOf = (people: readonly Person[]): Record<NoShowReason, number> => {
  const of = (reason: NoShowReason) => people.filter((one) => one.reason === reason).length;
  return { forgot: of('forgot'), technical: of('technical'), conflict: of('conflict'), other: of('other') };
};

/** What the counters of a company would give to the hints. */
export function figuresOf(people: readonly Person[]): FiguresForHints {
  const by = (key: (person: Person) => string, is: (person: Person) => boolean) =>
    [...Map.groupBy(people, key)].map(([value, own]) => ({ value, ...countOf(own, is) }));
  return {
    reasons: reasonsOf(people),
    trouble: by(
      ({ device }) => device,
      ({ troubled }) => troubled,
    ).map((one) => ({ ...one, dimension: 'device' as const })),
    missed: [
      ...by(
        ({ kind }) => kind,
        ({ missed }) => missed,
      ).map((one) => ({ ...one, dimension: 'candidate_kind' as const })),
      ...by(
        ({ facts }) => `${facts.slotWeekday}`,
        ({ missed }) => missed,
      ).map((one) => ({ ...one, dimension: 'source' as const })),
    ],
    settings: defaultSettings,
  };
}
