import type { Link, Openings } from '#functions/ports/intake.ts';
import type { Copies, Directory } from '#functions/ports.ts';
import { openingOf } from '#functions/requisition/opening.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

type Deps = { directory: Directory; copies: Copies; openings: Openings };
const hour = 60;

/** A stranger may do this over the link now: it is there, takes people, and neither it nor their address did too much. */
export async function mayApply(
  deps: Deps,
  linkId: string,
  what: 'form' | 'send',
  address: string | undefined,
): Promise<Result<Link, { code: 'link_invalid' | 'requisition_closed' | 'rate_limited' }>> {
  const link = await deps.openings.link(linkId);
  const opening = link && (await openingOf(deps, link.company, link.requisitionId));
  if (link === undefined || opening === undefined) return refuse({ code: 'link_invalid' });
  if (!opening.open) return refuse({ code: 'requisition_closed' });
  const { link: ofLink, address: ofAddress } = intakeLimits.applies;
  const allowed =
    (address === undefined || (await deps.openings.allow(link.company, `${what}#from#${address}`, ofAddress, hour))) &&
    (await deps.openings.allow(link.company, `${what}#${linkId}`, ofLink, hour));
  return allowed ? ok(link) : refuse({ code: 'rate_limited' });
}
