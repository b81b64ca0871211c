import type { Queue } from '#functions/ports.ts';

/** A clip was handed in: it is put together and written down elsewhere. Asked for twice, the worker does it once. */
export const onClip = (
  { queue }: { queue: Queue },
  company: string,
  interviewId: string,
  clipId: string,
): Promise<void> => queue.send([{ queue: 'transcribe', company, interviewId, clipId }]);
