import type { Request } from '#functions/http/request.ts';
import type { Media } from '#functions/ports/clip.ts';
import type { Ids, StaffActor } from '#functions/ports.ts';
import { isFileType } from '#shared/intake/files.ts';
import { ok, refuse } from '#shared/result.ts';
import { uploadForm } from './upload-form.ts';

type Deps = { media: Media; ids: Ids };

/** A form for one file: its key, its type and its size are signed. Nothing is written before it is handed in. */
export async function form({ media, ids }: Deps, { actor, input }: Request<'intake.form', StaffActor>) {
  if (!isFileType(input.purpose, input.mime)) return refuse({ code: 'media_not_allowed' as const });
  return ok(uploadForm({ media, ids }, actor.company, input.mime));
}
