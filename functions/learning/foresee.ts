import type { Learning } from '#functions/ports/learning.ts';
import type { DueRef } from '#functions/ports.ts';
import { carryOut, type DueDeps } from '#functions/schedule/carry-out.ts';
import { factsAt } from '#shared/analytics/appointments.ts';
import { noShowChance } from '#shared/analytics/predict-no-show.ts';
import { aheadOf } from '#shared/interview/ahead.ts';
import { limits } from '#shared/limits.ts';
import { besideOf, type TeachDeps } from './teach.ts';

export type ForeseeDeps = DueDeps & TeachDeps & { learning: Pick<Learning, 'newest'> };

/**
 * Whether somebody will rather not come, some hours before: who is well above the usual rate is reminded once more. The
 * chance itself is kept nowhere and shown to nobody; where the model does not beat the usual rate nothing is asked of it.
 */
export async function foresee(deps: ForeseeDeps, ref: DueRef): Promise<void> {
  const { company, interviewId } = ref;
  const helps = await mayMiss(deps, company, interviewId);
  if (!helps) return deps.due.settle(ref);
  await carryOut(deps, ref, { command: () => ({ type: 'remindMore', by: 'system' }), next: () => undefined });
}

async function mayMiss(deps: ForeseeDeps, company: string, interviewId: string): Promise<boolean> {
  const found = (await deps.learning.newest(company, 'no_show'))?.value;
  if (found?.state !== 'on') return false;
  const state = await deps.interviews.load(company, interviewId);
  const ahead = state && aheadOf(state);
  const agreed = state?.terms.appointment;
  if (state === undefined || ahead === undefined || agreed === undefined) return false;
  const [history, beside] = await Promise.all([
    deps.interviews.history(company, interviewId),
    besideOf(deps, { company, interviewId, candidateId: state.candidateId }),
  ]);
  const now = deps.clock.now().toISOString();
  const made = { madeAt: ahead.since, at: ahead.at, now, timeZone: agreed.timeZone };
  const chance = noShowChance(found.model, factsAt(history, beside, made));
  const { appointments, missed } = found.evidence;
  return chance >= limits.analytics.noShow.helpFrom * (missed / appointments);
}
