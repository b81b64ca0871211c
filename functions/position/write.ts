import type { Organisation } from '#functions/ports/organisation.ts';
import type { BankVersion, PositionVersion } from '#functions/ports/positions.ts';
import type { Clock, Operations, StaffActor } from '#functions/ports.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { OperationId, Output } from '#shared/contract/operations.ts';
import type { Position } from '#shared/organisation/records.ts';
import { onlyNamed } from '#shared/organisation/tree.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { madeOf, positionView, type ViewDeps } from './view.ts';

export type WriteDeps = ViewDeps & {
  operations: Operations;
  clock: Clock;
  organisation: Pick<Organisation, 'departments'>;
};
type Refusal = { code: ErrorCode; details?: Record<string, unknown> };
type Viewed = Result<Output<'position.get'>, Refusal>;
type Asked = { actor: StaffActor; input: { operationId: string }; bodyHash: string };

export type Wanted = {
  before: Position | undefined;
  after: Position;
  kind: PositionVersion['kind'];
  acknowledged?: boolean;
  bank?: BankVersion;
};

/** The position that an operation id made before; a different request under the same id is refused. */
export async function earlier(deps: WriteDeps, name: OperationId, { actor, input, bodyHash }: Asked) {
  const known = await deps.operations.find(actor.company, input.operationId);
  if (known === undefined) return undefined;
  if (known.name !== name || known.bodyHash !== bodyHash) return refuse({ code: 'operation_conflict' as const });
  const position = await deps.directory.position(actor.company, String(known.answer.positionId));
  if (position === undefined) return refuse({ code: 'not_found' as const });
  return ok(await positionView(deps, actor.company, position));
}

/** The next version of a position. Who comes second is told who was first, and when. */
export async function writePosition(
  deps: WriteDeps,
  name: OperationId,
  asked: Asked,
  { before, after: wanted, kind, acknowledged = false, bank }: Wanted,
): Promise<Viewed> {
  const { company, userId } = asked.actor;
  const after = await inItsDepartment(deps, company, before, wanted);
  const { positionId, plan } = after;
  const at = deps.clock.now().toISOString();
  const first = before && (await unkept(deps, company, before));
  const outcome = await deps.positions.write(company, {
    before,
    ...(first && { first }),
    made: { version: plan.version, kind, at, by: userId, acknowledged, position: after },
    ...(bank && { bank }),
    operation: {
      id: asked.input.operationId,
      name,
      bodyHash: asked.bodyHash,
      answer: { positionId, ...(bank && { bankId: bank.bankId }) },
    },
  });
  if (outcome === 'written') return ok(await positionView(deps, company, after));
  return (await earlier(deps, name, asked)) ?? newer(deps, company, positionId);
}

/** The department that HR named, where there is only one of that name; the name alone where there is none. */
async function inItsDepartment(
  { organisation }: WriteDeps,
  company: string,
  before: Position | undefined,
  { departmentId: _, ...after }: Position,
): Promise<Position> {
  const stays = before?.department === after.department ? before.departmentId : undefined;
  const departmentId = stays ?? onlyNamed(await organisation.departments(company), after.department)?.departmentId;
  return { ...after, ...(departmentId !== undefined && { departmentId }) };
}

/** The version of a position that was imported is kept like any other once there is a next one. */
async function unkept({ positions }: WriteDeps, company: string, before: Position) {
  const { version } = before.plan;
  const newest = await positions.newest(company, before.positionId);
  if (newest?.version === version) return undefined;
  return { version, kind: 'imported' as const, at: null, by: null, acknowledged: false, position: before };
}

/** Somebody saved meanwhile. */
export async function newer(deps: ViewDeps, company: string, positionId: string): Promise<Viewed> {
  const position = await deps.directory.position(company, positionId);
  if (position === undefined) return refuse({ code: 'not_found' });
  const { version, at, by } = await madeOf(deps, company, position);
  return refuse({ code: 'version_conflict', details: { version, at, by } });
}
