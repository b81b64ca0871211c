import type { Operation, Operations, StaffActor } from '#functions/ports.ts';
import type { OperationId } from '#shared/contract/operations.ts';
import { refuse } from '#shared/result.ts';

export type Asked = { actor: StaffActor; input: { operationId: string }; bodyHash: string };

/** What an operation id was answered before, refused under another request; undefined where it is new. */
export async function earlier(operations: Operations, name: OperationId, { actor, input, bodyHash }: Asked) {
  const known = await operations.find(actor.company, input.operationId);
  if (known === undefined) return undefined;
  if (known.name !== name || known.bodyHash !== bodyHash) return refuse({ code: 'operation_conflict' as const });
  return { ok: true as const, value: known.answer };
}

export const operationOf = (name: OperationId, { input, bodyHash }: Asked, answer: Operation['answer']): Operation => ({
  id: input.operationId,
  name,
  bodyHash,
  answer,
});
