type Opened = { interviewId: string; attempt: number; epoch: number };

let fresh: Opened | undefined;

/** A start just made: the interview's page goes on from it and asks nothing. Gone after a reload, as it should be. */
export function handOver(opened: Opened): void {
  fresh = opened;
}

export function takeOver(interviewId: string): Opened | undefined {
  const taken = fresh?.interviewId === interviewId ? fresh : undefined;
  fresh = undefined;
  return taken;
}
