import type { CounterName } from '#functions/ports/sync.ts';
import type { Due, DueRef } from '#functions/ports.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';
import { isOnPatrol } from '#shared/schedule/patrol.ts';
import { type CheckDeps, type Checked, check } from './check.ts';
import { type RecountDeps, recount, recountAfter } from './recount.ts';

export type PatrolDeps = CheckDeps & RecountDeps & { due: Due };

/** The check after each end, and of the counters where a copy that counts was wrong. Answers how much had drifted. */
export async function verify(deps: PatrolDeps, ref: DueRef): Promise<number> {
  const wanted = { company: ref.company, interviewId: ref.interviewId, cause: 'end' as const };
  const checked = await check(deps, wanted);
  const counters = checked === undefined ? 0 : await recountAfter(deps, checked, wanted);
  await deps.due.settle(ref);
  return (checked?.differences.length ?? 0) + counters;
}

/**
 * The periodic check of one interview, and with the first of a day that of its opening's and the company's counters. The
 * due item moves a day on, until the interview has been over for long enough. Answers how much had drifted.
 */
export async function patrol(deps: PatrolDeps, ref: DueRef): Promise<number> {
  const { company, interviewId } = ref;
  const now = deps.clock.now();
  const wanted = { company, interviewId, cause: 'daily' as const };
  const checked = await check(deps, wanted);
  if (checked === undefined) {
    await deps.due.settle(ref);
    return 0;
  }
  const counters = (await daily(deps, company, checked)) + (await recountAfter(deps, checked, wanted));
  const { state } = checked;
  await deps.due.settle(ref, isOnPatrol(state, now) ? plusHours(now.toISOString(), limits.checkHours) : undefined);
  return checked.differences.length + counters;
}

async function daily(deps: PatrolDeps, company: string, { state, date }: Checked): Promise<number> {
  const { requisitionId } = state;
  const names: CounterName[] = [{ kind: 'progress', requisitionId }, { kind: 'counts' }];
  const drifted = await Promise.all(
    names.map(
      async (name) =>
        (await deps.counters.claim(company, name, date)) && recount(deps, { company, name, cause: 'daily', date }),
    ),
  );
  const figures = { kind: 'figures' as const, positionId: state.positionId };
  // All that there ever was is counted for it: once a month is often enough for what a transaction keeps.
  const counted =
    (await deps.counters.claim(company, figures, date.slice(0, 7))) &&
    (await recount(deps, { company, name: figures, cause: 'daily', date }));
  return drifted.filter(Boolean).length + Number(counted);
}
