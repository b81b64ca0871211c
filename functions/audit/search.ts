import type { Request } from '#functions/http/request.ts';
import type { Anchors, Audit, AuditPage, AuditWanted } from '#functions/ports/audit.ts';
import type { Nameplates } from '#functions/ports/workbench.ts';
import type { Clock, Directory, StaffActor } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import { csvOf } from '#shared/intake/csv.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { verify } from './verify.ts';

type Deps = { audit: Audit; directory: Directory; nameplates: Nameplates; clock: Clock };
type Rows = Output<'audit.search'>['records'];

/** The newest first. What was noted until now is chained before it is looked at. */
export async function search(deps: Deps, { actor, query }: Request<'audit.search', StaffActor>) {
  await deps.audit.chain(actor.company);
  return ok(await found(deps, actor.company, { ...query, limit: privacyLimits.auditPage }));
}

/** 谁看过: who saw or changed something of one candidate. */
export async function ofApplication(deps: Deps, { actor, params, query }: Request<'audit.ofApplication', StaffActor>) {
  const { company } = actor;
  await deps.audit.chain(company);
  const [candidate] = await deps.audit.whose(company, { interviews: [], applications: [params.applicationId] });
  if (candidate === undefined) return refuse({ code: 'not_found' as const });
  return ok(await found(deps, company, { candidate, cursor: query.cursor, limit: privacyLimits.auditPage }));
}

async function found(deps: Deps, company: string, wanted: AuditWanted) {
  const page = await deps.audit.search(company, wanted);
  return { records: await named(deps, company, page.records), cursor: page.cursor };
}

async function named(deps: Deps, company: string, records: AuditPage['records']): Promise<Rows> {
  const staff = new Map<string, string>();
  for (const by of new Set(records.filter(({ role }) => role !== 'candidate').map((one) => one.by))) {
    const person = await deps.directory.staff(company, by);
    if (person) staff.set(by, person.name);
  }
  // A hundred of one record are shown by their ids' number; their names take a request each hundred.
  const ids = [...new Set(records.flatMap(({ candidates }) => candidates))];
  const names = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 100) {
    for (const [id, name] of await deps.nameplates.candidates(company, ids.slice(from, from + 100)))
      names.set(id, name);
  }
  return records.map(({ at, operation, does, role, by, outcome, candidates, interviews, block }) => ({
    at,
    operation,
    does,
    role,
    by,
    byName: staff.get(by) ?? null,
    outcome,
    people: candidates.map((candidateId) => ({ candidateId, name: names.get(candidateId) ?? null })),
    interviews,
    block,
  }));
}

/** Whether the chain is whole, and the one that was noted outside, some hundred blocks at a time. */
export async function verifyChain(
  deps: Deps & { anchors: Pick<Anchors, 'all'> },
  { actor, input }: Request<'audit.verify', StaffActor>,
) {
  await deps.audit.chain(actor.company);
  return ok(await verify(deps, actor.company, input.from ?? null));
}

const columns = ['at', 'operation', 'does', 'role', 'by', 'outcome', 'candidates', 'interviews', 'block'];

/** Ids only: a file that leaves the house names nobody. */
export async function exportAudit(deps: Deps, { actor, query }: Request<'audit.export', StaffActor>) {
  const { company } = actor;
  await deps.audit.chain(company);
  const rows: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: AuditPage = await deps.audit.search(company, {
      ...query,
      limit: privacyLimits.auditPage,
      cursor: cursor ?? undefined,
    });
    for (const one of page.records) {
      const { at, operation, does, role, by, outcome, candidates, interviews, block } = one;
      rows.push([at, operation, does, role, by, outcome, candidates.join(' '), interviews.join(' '), String(block)]);
    }
    cursor = page.cursor;
  } while (cursor !== null && rows.length < privacyLimits.auditExport);
  const day = deps.clock.now().toISOString().slice(0, 10);
  return ok({ name: `audit-${day}.csv`, csv: csvOf([columns, ...rows]), rows: rows.length, whole: cursor === null });
}
