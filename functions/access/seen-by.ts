import type { Organisation } from '#functions/ports/organisation.ts';
import type { Healed, WorkbenchRows } from '#functions/ports/workbench.ts';
import type { Copies, Directory, Interviews, StaffActor } from '#functions/ports.ts';
import { type Scope, scopeOf } from './scope.ts';
import { scopedRows } from './scoped-rows.ts';

export type Seen = {
  organisation: Organisation;
  directory: Directory;
  interviews: Interviews;
  copies: Copies;
  rows: WorkbenchRows;
  healed: Healed;
};

/**
 * What a request reads, as the person who asks may see it: for a department head whatever lies outside the own department
 * is not there, so that every use case answers it as it answers what never was.
 */
export async function seenBy<D extends Seen>(deps: D, actor: StaffActor): Promise<D> {
  return actor.role === 'department_head' ? within(deps, await scopeOf(deps, actor)) : deps;
}

function within<D extends Seen>(deps: D, scope: Scope): D {
  const { directory, interviews, copies } = deps;
  const mine = ({ requisitionId }: { requisitionId: string }) => scope.requisitionIds.has(requisitionId);
  const load: Interviews['load'] = async (company, interviewId) => {
    const state = await interviews.load(company, interviewId);
    return state !== undefined && mine(state) ? state : undefined;
  };
  return {
    ...deps,
    interviews: { ...interviews, load },
    directory: {
      ...directory,
      requisitions: async (company) => (await directory.requisitions(company)).filter(mine),
      requisition: async (company, requisitionId) =>
        mine({ requisitionId }) ? directory.requisition(company, requisitionId) : undefined,
      position: async (company, positionId) =>
        scope.positionIds.has(positionId) ? directory.position(company, positionId) : undefined,
      // Whom nobody has invited yet belongs to no department.
      candidates: async () => [],
    },
    copies: {
      ...copies,
      application: async (company, applicationId) => {
        const found = await copies.application(company, applicationId);
        return found && (await load(company, found.interviewId)) ? found : undefined;
      },
      attention: async (company, cursor) => {
        const page = await copies.attention(company, cursor);
        return { ...page, rows: page.rows.filter(mine) };
      },
    },
    ...scopedRows(deps, scope),
  };
}
