import type { CandidateActor, StaffActor } from '#functions/ports.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { OperationId, Operations, Output, Role } from '#shared/contract/operations.ts';
import type { Result } from '#shared/result.ts';
import type { Request } from './request.ts';

export type Refused = { code: ErrorCode; details?: Record<string, unknown> };

type ActorOf<R extends Role> = R extends 'candidate' ? CandidateActor : R extends 'staff' ? StaffActor : undefined;

/** What serves one operation: the actor's type follows from the role the contract asks for. */
export type Serve<O extends OperationId, Deps> = (
  deps: Deps,
  request: Request<O, ActorOf<Operations[O]['role']>>,
) => Promise<Result<Output<O>, Refused>>;

export type RouteTable<O extends OperationId, Deps> = { [K in O]: Serve<K, Deps> };
