import type { Request } from '#functions/http/request.ts';
import type { WorkbenchRows } from '#functions/ports/workbench.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

/**
 * Whether there is something new since a version. A short question every few seconds and no long poll: an HTTP API ends a
 * request after 30 s, and a Lambda that waits is paid for as one that works, while this reads one unit and answers at once.
 */
export async function changes(
  { rows }: { rows: WorkbenchRows },
  { actor, query }: Request<'workbench.changes', StaffActor>,
) {
  const version = await rows.version(actor.company);
  return ok({ version, changed: version !== query.since });
}
