import type { Request } from '#functions/http/request.ts';
import type { Openings } from '#functions/ports/intake.ts';
import type { Copies, Directory } from '#functions/ports.ts';
import { openingOf } from '#functions/requisition/opening.ts';
import { ok, refuse } from '#shared/result.ts';

/** Of the words a person agrees to when they apply; kept with the consent. */
const applyConsentVersion = '2026-11';

type Deps = { directory: Directory; copies: Copies; openings: Openings };

/** What a stranger reads before they give anything. */
export async function applyOpen(deps: Deps, { params }: Request<'apply.open', undefined>) {
  const link = await deps.openings.link(params.linkId);
  const opening = link && (await openingOf(deps, link.company, link.requisitionId));
  if (opening === undefined) return refuse({ code: 'link_invalid' as const });
  const { owner, position, open } = opening;
  const { name, phone, hours } = owner.contact;
  return ok({
    company: owner.name,
    title: position.title,
    department: position.department,
    open,
    wanted: position.criteria.map((criterion) => criterion.name),
    consentVersion: applyConsentVersion,
    contact: { name, phone, hours },
  });
}
