import type { ProofCodes, Proofs } from '#functions/ports/proof.ts';
import type { Clock, Directory, Messengers } from '#functions/ports.ts';
import { standingProof } from '#shared/access/proof.ts';
import { composeProof } from '#shared/messaging/compose.ts';

export type SendProofDeps = {
  proofs: Proofs;
  proofCodes: ProofCodes;
  directory: Pick<Directory, 'candidate'>;
  messengers: Pick<Messengers, 'sms'>;
  clock: Clock;
};
type ProofJob = { company: string; candidateId: string; n: number };

/** The code by SMS, once, while it is the newest and in time. What did not leave is not counted: they may ask again. */
export async function sendProof(
  deps: SendProofDeps,
  { company, candidateId, n }: ProofJob,
): Promise<'sent' | 'unknown' | 'stale' | 'undelivered'> {
  const [asked, candidate] = await Promise.all([
    deps.proofs.all(company, candidateId),
    deps.directory.candidate(company, candidateId),
  ]);
  const proof = standingProof(asked, deps.clock.now());
  if (candidate === undefined || proof?.n !== n) return 'stale';
  if (!(await deps.proofs.claim(company, candidateId, n))) return 'stale';
  const code = deps.proofCodes.codeOf(company, candidateId, proof.nonce);
  const { state } = await deps.messengers.sms({ phone: candidate.phone }, composeProof(code));
  if (state === 'sent' || state === 'unknown') return state;
  await deps.proofs.fail(company, candidateId, n);
  return 'undelivered';
}
