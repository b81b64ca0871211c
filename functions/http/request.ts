import type { Device } from '#shared/access/device.ts';
import type { Input, OperationId, Params, Query } from '#shared/contract/operations.ts';

/** A request as the use cases see it: parsed, and by somebody. */
export type Request<O extends OperationId, A> = {
  actor: A;
  params: Params<O>;
  query: Query<O>;
  input: Input<O>;
  /** Names the body's content, so that one operation id cannot carry two. */
  bodyHash: string;
  /** Where it came from on the network, as the gateway saw it. */
  address?: string | undefined;
  /** On what, as far as its agent says. */
  device?: Device | undefined;
};
