import type { Withdrawals } from '#functions/ports/consents.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { Purpose } from '#shared/privacy/laws.ts';

type Withdrawn = Awaited<ReturnType<Withdrawals['of']>>;
export type GivenConsent = {
  purpose: Purpose;
  /** Of the notice it was given on. */
  version: string;
  granted: boolean;
  at: string;
  withdrawnAt: string | null;
};

/** What was agreed to at the start of an interview, and what of it was taken back since. */
export function consentsOf(history: Recorded[], withdrawn: Withdrawn): GivenConsent[] {
  const started = history.find(({ event }) => event.type === 'started')?.event;
  if (started?.type !== 'started') return [];
  return started.data.consents.map(({ purpose, version, granted }) => {
    const back = withdrawn.find((one) => one.purpose === purpose && one.withdrawnAt >= started.at);
    return { purpose, version, granted, at: started.at, withdrawnAt: granted ? (back?.withdrawnAt ?? null) : null };
  });
}
