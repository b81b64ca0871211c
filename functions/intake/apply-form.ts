import type { Request } from '#functions/http/request.ts';
import type { Media } from '#functions/ports/clip.ts';
import type { Openings } from '#functions/ports/intake.ts';
import type { Copies, Directory, Ids } from '#functions/ports.ts';
import { isFileType } from '#shared/intake/files.ts';
import { ok, refuse } from '#shared/result.ts';
import { mayApply } from './may-apply.ts';
import { uploadForm } from './upload-form.ts';

type Deps = { directory: Directory; copies: Copies; openings: Openings; media: Media; ids: Ids };

/** A form for a stranger's résumé. */
export async function applyForm(deps: Deps, { params, input, address }: Request<'apply.form', undefined>) {
  if (!isFileType('resume', input.mime)) return refuse({ code: 'media_not_allowed' as const });
  const link = await mayApply(deps, params.linkId, 'form', address);
  if (!link.ok) return link;
  return ok(uploadForm(deps, link.value.company, input.mime));
}
