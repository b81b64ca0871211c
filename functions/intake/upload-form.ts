import type { Media } from '#functions/ports/clip.ts';
import type { Ids } from '#functions/ports.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { fileKey } from './file-key.ts';

export function uploadForm({ media, ids }: { media: Media; ids: Ids }, company: string, mime: string) {
  const fileId = ids.make('file');
  const { bytes: maxBytes, formMinutes: minutes } = intakeLimits;
  return { fileId, form: media.form({ key: fileKey.upload(company, fileId), mime, maxBytes, minutes }) };
}
