import type { ClipRecord } from '#functions/ports/clip.ts';
import type { Output } from '#shared/contract/operations.ts';

/** A clip as its candidate sees it. */
export const clipView = (clip: ClipRecord): Output<'clip.close'> => ({
  clipId: clip.clipId,
  questionId: clip.questionId,
  kind: clip.kind,
  mime: clip.mime,
  seconds: clip.seconds,
  name: clip.name,
  state: clip.state,
  transcript: clip.transcript && { text: clip.transcript.text, sure: clip.transcript.sure },
});
