import type { Withdrawals } from '#functions/ports/consents.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import type { Purpose } from '#shared/privacy/laws.ts';

/** Whether a consent that this interview was begun with has been taken back since. */
export async function tookBack(
  withdrawals: Pick<Withdrawals, 'of'> | undefined,
  company: string,
  { candidateId, startedAt }: InterviewState,
  purpose: Purpose,
): Promise<boolean> {
  const withdrawn = (await withdrawals?.of(company, candidateId)) ?? [];
  return withdrawn.some((one) => one.purpose === purpose && (startedAt === null || one.withdrawnAt >= startedAt));
}
