import { useState } from 'react';
import { intakeLimits } from '#shared/intake/files.ts';

/** Who is to be invited together. The first of them are chosen where there are more than one batch takes. */
export function usePicks() {
  const [chosen, setChosen] = useState<string[]>();
  const take = (all: string[]) => setChosen(all.slice(0, intakeLimits.invitedAtOnce));
  return {
    choosing: chosen !== undefined,
    chosen: chosen ?? [],
    has: (candidateId: string) => chosen?.includes(candidateId) ?? false,
    start: take,
    stop: () => setChosen(undefined),
    toggle: (candidateId: string) =>
      take(
        chosen?.includes(candidateId) ? chosen.filter((one) => one !== candidateId) : [...(chosen ?? []), candidateId],
      ),
  };
}
