import type { Request } from '#functions/http/request.ts';
import type { ProofCodes, Proofs } from '#functions/ports/proof.ts';
import type { Clock, Directory, Interviews, Tokens } from '#functions/ports.ts';
import { maskedPhone, nextProof } from '#shared/access/proof.ts';
import { ok, refuse } from '#shared/result.ts';
import { linked } from './linked.ts';

type Deps = {
  tokens: Pick<Tokens, 'verifyLink'>;
  interviews: Pick<Interviews, 'load'>;
  directory: Pick<Directory, 'candidate'>;
  proofs: Pick<Proofs, 'all' | 'put'>;
  proofCodes: Pick<ProofCodes, 'newNonce'>;
  clock: Clock;
};

/** A code for the phone on record; the stream brings it on its way. Two who ask at once get one. */
export async function askProof(deps: Deps, { input }: Request<'session.askProof', undefined>) {
  const link = await linked(deps, input.link);
  if (!link.ok) return link;
  const { company, candidateId } = link.value;
  const candidate = await deps.directory.candidate(company, candidateId);
  if (candidate === undefined) return refuse({ code: 'link_invalid' as const });
  const now = deps.clock.now();
  const next = nextProof(await deps.proofs.all(company, candidateId), now);
  if (!next.ok) return refuse({ code: 'rate_limited' as const, details: next.error });
  const { n, askedAt, expiresAt, againAt, left } = next.value;
  const nonce = deps.proofCodes.newNonce();
  const made = await deps.proofs.put(company, candidateId, { n, nonce, askedAt, expiresAt });
  if (!made) return refuse({ code: 'rate_limited' as const, details: { seconds: 1 } });
  return ok({ phone: maskedPhone(candidate.phone), expiresAt, againAt, left });
}
