import { createHash } from 'node:crypto';
import type { Request } from '#functions/http/request.ts';
import type { BankVersion } from '#functions/ports/positions.ts';
import type { StaffActor } from '#functions/ports.ts';
import { type WriteDeps, writePosition } from '#functions/position/write.ts';
import { withQuestion } from '#shared/organisation/position/draft.ts';
import type { Position } from '#shared/organisation/records.ts';
import { ok, refuse } from '#shared/result.ts';
import { type BankDeps, bankQuestionOf, saysTheSame } from './entry.ts';

type Deps = BankDeps & WriteDeps;

/**
 * Gives these positions the newest version of a question they took from the bank; each becomes a next version of its own.
 * Which competencies the question serves stays the position's. Repeated, it finds nothing more to do.
 */
export async function adopt(deps: Deps, request: Request<'question.adopt', StaffActor>) {
  const { actor, params, input } = request;
  const newest = await deps.bank.newest(actor.company, params.bankId);
  if (newest === undefined) return refuse({ code: 'not_found' as const });
  const adopted: string[] = [];
  const busy: string[] = [];
  for (const positionId of new Set(input.positionIds)) {
    const before = await deps.directory.position(actor.company, positionId);
    if (before === undefined) return refuse({ code: 'not_found' as const });
    const after = withNewest(before, newest);
    // An operation id of its own for each: the id of the whole names many writes.
    const operationId = createHash('sha256').update(`${input.operationId}#${positionId}`).digest('hex');
    const wrote =
      after === undefined ||
      (
        await writePosition(
          deps,
          'question.adopt',
          { ...request, input: { operationId } },
          { before, after, kind: 'bank' },
        )
      ).ok;
    (wrote ? adopted : busy).push(positionId);
  }
  return ok({ adopted, busy });
}

/** Undefined: the position does not use it, or has it already. */
function withNewest(before: Position, { bankId, version, question: newest }: BankVersion): Position | undefined {
  const asked = before.plan.questions.find(({ bank }) => bank?.bankId === bankId);
  if (asked === undefined) return undefined;
  if (asked.bank?.version === version && saysTheSame(bankQuestionOf(asked), newest)) return undefined;
  const { id, required, competencies } = asked;
  return withQuestion(before, { ...newest, id, required, competencies, bank: { bankId, version } });
}
