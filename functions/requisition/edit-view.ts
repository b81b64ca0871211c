import {
  hiredOf,
  type Names,
  namesOf,
  type Opening,
  type OpeningDeps,
  openingsOf,
  openingView,
  personOf,
} from '#functions/organisation/openings.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Output } from '#shared/contract/operations.ts';
import { mostFor } from '#shared/organisation/numbers.ts';

export type EditDeps = OpeningDeps & { requisitions: Requisitions };
type View = Output<'requisition.get'>;

/** A requisition as HR edits it; undefined where there is none. */
export async function editView(deps: EditDeps, company: string, requisitionId: string): Promise<View | undefined> {
  const [openings, names] = await Promise.all([openingsOf(deps, company), namesOf(deps, company)]);
  const own = openings.find(({ requisition }) => requisition.requisitionId === requisitionId);
  if (own === undefined) return undefined;
  const holders = await deps.requisitions.holders(company, requisitionId);
  return viewOf({ own, names, taken: holders.length, most: await mostOf(deps, company, openings, own) });
}

const viewOf = ({
  own,
  names,
  taken,
  most,
}: {
  own: Opening;
  names: Names;
  taken: number;
  most: number | null;
}): View => ({
  ...openingView(own, names),
  version: own.requisition.version ?? 0,
  interviewers: (own.requisition.interviewerIds ?? []).map((userId) => personOf(names, userId)),
  taken,
  most,
});

type Place = { departmentId?: string | undefined; positionId: string; requisitionId?: string };

/** How many people it may look for: what its post lacks, less what the post's other requisitions look for. Null: no post. */
export async function mostOf(
  { organisation }: Pick<EditDeps, 'organisation'>,
  company: string,
  openings: readonly Opening[],
  of: Opening | Place,
): Promise<number | null> {
  const place: Place = 'requisition' in of ? of.requisition : of;
  const { departmentId, positionId, requisitionId } = place;
  const post = departmentId === undefined ? undefined : await organisation.post(company, departmentId, positionId);
  if (post === undefined) return null;
  const ofPost = openings.filter(
    ({ requisition }) => requisition.departmentId === departmentId && requisition.positionId === positionId,
  );
  const own = ofPost.find(({ requisition }) => requisition.requisitionId === requisitionId);
  const others = ofPost.filter((one) => one !== own).map(hiredOf);
  return mostFor(post, others, own && hiredOf(own));
}
