import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import type { BankDeps } from './entry.ts';

/** Every version of a question, the newest first. */
export async function history(deps: BankDeps, { actor, params }: Request<'question.history', StaffActor>) {
  const { company } = actor;
  const kept = await deps.bank.versions(company, params.bankId);
  if (kept.length === 0) return refuse({ code: 'not_found' as const });
  const named = kept.map(async ({ version, at, by, question }) => ({
    version,
    at,
    by: (await deps.directory.staff(company, by))?.name ?? by,
    question,
  }));
  return ok({ versions: (await Promise.all(named)).reverse() });
}
