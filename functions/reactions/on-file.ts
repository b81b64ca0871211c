import type { Queue } from '#functions/ports.ts';

/** A file was handed in, or its import asked for: it is done elsewhere. Asked for twice, the worker does it once. */
export const onFile = (
  { queue }: { queue: Queue },
  company: string,
  fileId: string,
  importId: string | undefined,
): Promise<void> => queue.send([{ queue: 'intake', company, fileId, ...(importId !== undefined && { importId }) }]);
