import type { Seen } from '#functions/audit/witness.ts';
import type { Request } from '#functions/http/request.ts';
import type { ProofCodes, Proofs } from '#functions/ports/proof.ts';
import type { Identities, Interviews, LinkClaims, SignIn, Tokens } from '#functions/ports.ts';
import { standingProof } from '#shared/access/proof.ts';
import type { Output } from '#shared/contract/operations.ts';
import { limits } from '#shared/limits.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { type BeginDeps, begin } from './begin.ts';
import { linked } from './linked.ts';

type Deps = BeginDeps & {
  tokens: Tokens;
  interviews: Interviews;
  identities: Identities;
  proofs: Proofs;
  proofCodes: ProofCodes;
  signIn: Pick<SignIn, 'wechat'>;
  /** Nobody is signed in yet, so what happens here is told the audit from here. */
  witness: (seen: Seen) => Promise<void>;
};
type Proved = Result<
  Output<'session.prove'>,
  { code: 'login_failed' | 'proof_wrong' | 'proof_expired'; details?: { left: number } }
>;

/** With the code that came to the phone a link opens for one more account or browser; the ones before keep working. */
export async function prove(deps: Deps, request: Request<'session.prove', undefined>) {
  const link = await linked(deps, request.input.link);
  if (!link.ok) return link;
  const result = await proved(deps, request, link.value);
  const { company, candidateId, interviewId } = link.value;
  const actor = { role: 'candidate', company, candidateId } as const;
  await deps.witness({
    operation: 'session.prove',
    request: { actor, params: { interviewId }, query: {}, input: {} },
    result,
  });
  return result;
}

async function proved(
  deps: Deps,
  { input, device }: Request<'session.prove', undefined>,
  { company, candidateId, interviewId }: LinkClaims,
): Promise<Proved> {
  const person = input.code === undefined ? undefined : await deps.signIn.wechat(input.code);
  if (input.code !== undefined && person === undefined) return refuse({ code: 'login_failed' });
  const asked = standingProof(await deps.proofs.all(company, candidateId), deps.clock.now());
  // Counted before it is compared: guesses at the same time are as many as guesses one after another.
  if (asked === undefined || !(await deps.proofs.tryOnce(company, candidateId, asked.n)))
    return refuse({ code: 'proof_expired' });
  if (!deps.proofCodes.matches(company, candidateId, asked.nonce, input.proof))
    return refuse({ code: 'proof_wrong', details: { left: Math.max(0, limits.proof.tries - asked.tries - 1) } });
  if (!(await deps.proofs.use(company, candidateId, asked.n))) return refuse({ code: 'proof_expired' });
  if (person !== undefined) await deps.identities.bindProven(person.appid, person.openid, company, candidateId);
  return ok({ ...(await begin(deps, { role: 'candidate', company, candidateId }, device)), interviewId });
}
