import type { Queue } from '#functions/ports.ts';

/** A candidate asked for a code: it is sent elsewhere. Asked for twice, it is sent once. */
export const onProof = ({ queue }: { queue: Queue }, company: string, candidateId: string, n: number): Promise<void> =>
  queue.send([{ queue: 'proof', company, candidateId, n }]);
