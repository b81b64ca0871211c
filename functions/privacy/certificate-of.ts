import type { Request } from '#functions/http/request.ts';
import type { Openings } from '#functions/ports/intake.ts';
import type { Erasures } from '#functions/ports/privacy.ts';
import type { Directory } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { certificateView } from './certificate.ts';

type Deps = { erasures: Erasures; directory: Directory; openings: Pick<Openings, 'allow'> };

/** Times an hour that one address may ask: a code has 120 bits, so this is for the store's sake. */
const mostOfAddress = 60;

/** For who was deleted: nobody is left who could sign in, so the code is what is known. */
export async function certificate(deps: Deps, { input, address }: Request<'privacy.certificate', undefined>) {
  const place = await deps.erasures.byCode(input.code);
  if (!(await deps.openings.allow(place?.company ?? 'nobody', `certificate#${address}`, mostOfAddress, 60)))
    return refuse({ code: 'rate_limited' as const });
  const found = place && (await deps.erasures.get(place.company, place.erasureId));
  if (place === undefined || found === undefined) return refuse({ code: 'not_found' as const });
  const owner = await deps.directory.company(place.company);
  return ok(certificateView(place.company, owner?.name ?? '', found));
}
