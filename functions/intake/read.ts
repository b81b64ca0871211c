import type { Request } from '#functions/http/request.ts';
import type { Files } from '#functions/ports/intake.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { isFileType } from '#shared/intake/files.ts';
import { ok, refuse } from '#shared/result.ts';
import { newFile } from './new-file.ts';

/** The upload is through: it is read elsewhere. Said again, it is answered as before. */
export async function read(
  { files, clock }: { files: Files; clock: Clock },
  { actor, params, input }: Request<'intake.read', StaffActor>,
) {
  if (!isFileType(input.purpose, input.mime)) return refuse({ code: 'media_not_allowed' as const });
  const at = clock.now().toISOString();
  const { state } = await files.putOnce(actor.company, newFile({ ...params, ...input, by: actor.userId, at }));
  return ok({ state });
}
