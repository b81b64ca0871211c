import type { Interviews, LinkClaims, Tokens } from '#functions/ports.ts';
import { type Result, refuse } from '#shared/result.ts';

type Deps = { tokens: Pick<Tokens, 'verifyLink'>; interviews: Pick<Interviews, 'load'> };

/** Whose interview a link opens; nobody's where that is gone. */
export async function linked(
  { tokens, interviews }: Deps,
  link: string,
): Promise<Result<LinkClaims, { code: 'link_invalid' | 'link_expired' }>> {
  const claims = await tokens.verifyLink(link);
  if (!claims.ok) return refuse({ code: claims.error });
  const { company, interviewId, candidateId } = claims.value;
  const state = await interviews.load(company, interviewId);
  return state?.candidateId === candidateId ? claims : refuse({ code: 'link_invalid' });
}
