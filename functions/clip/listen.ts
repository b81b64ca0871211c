import type { ClipRecord, Media } from '#functions/ports/clip.ts';
import { mediaLimits } from '#shared/interview/media.ts';
import { mediaKey } from './media-key.ts';

/** Plays or downloads a clip for some minutes; null until it is put together, and where nothing of it arrived. */
export async function playUrl(
  { media }: { media: Media },
  company: string,
  interviewId: string,
  clip: ClipRecord,
): Promise<string | null> {
  if (clip.assembled === null || clip.assembled.bytes === 0) return null;
  return media.url(mediaKey.whole({ ...clip, company, interviewId }), mediaLimits.playMinutes);
}
