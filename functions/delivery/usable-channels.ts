import type { Credits, Identities } from '#functions/ports.ts';
import { phoneOf } from '#shared/intake/phone.ts';
import {
  atLeast,
  type CandidateChannel,
  type CandidateKind,
  channelsFor,
  creditFor,
} from '#shared/messaging/messages.ts';
import type { Candidate } from '#shared/organisation/records.ts';

type Deps = { identities: Pick<Identities, 'openidOf'>; credits: Pick<Credits, 'left'> };

/** By which channels a message would go now, were every provider up; the company's order. Nothing is spent. */
export async function usableChannels(
  { identities, credits }: Deps,
  company: string,
  { kind, candidate, order }: { kind: CandidateKind; candidate: Candidate; order: readonly CandidateChannel[] },
): Promise<CandidateChannel[]> {
  const { candidateId, phone, email } = candidate;
  const credit = creditFor(kind);
  const can: Record<CandidateChannel, () => Promise<boolean>> = {
    sms: async () => 'phone' in phoneOf(phone),
    email: async () => email !== undefined,
    wechat: async () =>
      credit !== undefined &&
      (await identities.openidOf(company, candidateId)) !== undefined &&
      (await credits.left(company, candidateId, credit)) > 0,
  };
  const all = channelsFor(kind, order);
  const usable = await Promise.all(all.map((channel) => can[channel]()));
  return all.filter((_, i) => usable[i]).slice(0, atLeast(kind));
}
