import { createHash } from 'node:crypto';
import type { Audit, AuditRecord } from '#functions/ports/audit.ts';
import type { Actor, Clock } from '#functions/ports.ts';
import type { OperationId } from '#shared/contract/routes.ts';
import { subjectsOf } from '#shared/privacy/subjects.ts';
import { touchOf } from '#shared/privacy/touches.ts';
import type { Result } from '#shared/result.ts';

export type Seen = {
  operation: OperationId;
  request: { actor: Actor | undefined; params: unknown; query: unknown; input: unknown };
  result: Result<unknown, { code: string }>;
};
type Deps = { audit: Pick<Audit, 'note' | 'whose'>; clock: Clock };

/**
 * The one place where the audit is written: around every operation that touches data of people. It is kept before the
 * answer leaves, so that what was shown was noted; it stands in nobody's way, being an item of its own.
 */
export async function witness({ audit, clock }: Deps, { operation, request, result }: Seen): Promise<void> {
  const does = touchOf(operation);
  const { actor } = request;
  if (actor === undefined || does === 'nothing' || does === 'own') return;
  const shown = result.ok ? result.value : undefined;
  const named = subjectsOf(request.params, request.query, request.input, shown);
  const { company } = actor;
  const known = actor.role === 'candidate' ? [actor.candidateId] : named.candidates;
  // An answer that names people by their own ids needs no look at whose the interviews are.
  const others = known.length > 0 ? [] : await audit.whose(company, named);
  const now = clock.now().toISOString();
  const by = actor.role === 'candidate' ? actor.candidateId : actor.userId;
  const record: Omit<AuditRecord, 'id'> = {
    at: now,
    operation,
    does,
    role: actor.role,
    by,
    outcome: result.ok ? 'ok' : result.error.code,
    candidates: [...known, ...others],
    interviews: named.interviews,
  };
  await audit.note(company, { ...record, id: idOf(record) });
}

/** A page that asks again every few seconds sees the same: of one minute that is one record. */
function idOf({ at, ...record }: Omit<AuditRecord, 'id'>): string {
  const when = record.does === 'reads' ? at.slice(0, 16) : at;
  return createHash('sha256')
    .update(JSON.stringify([when, record]))
    .digest('hex')
    .slice(0, 20);
}
